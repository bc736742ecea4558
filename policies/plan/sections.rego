package plan

# A part that is exempt with a reason, by itself or by what it lies in.
exempt(path) if {
	some n in numbers.range(1, count(path))
	filled(object.get(input, array.concat(array.slice(path, 0, n), ["exemption", "reason"]), ""))
}

# The tables that ask for a row for every service, with what each row must hold,
# as the profile lists them.
service_tables := [{
	"path": path,
	"kinds": demand.kinds,
	"fields": demand.fields,
	"rows": rows_of(path),
} |
	some demand in profile.serviceTables
	path := demand.table
	not exempt(path)
]

# The rows of a table that can be read.
rows_of(path) := [{"path": array.concat(path, ["rows", i]), "item": row} |
	some i, row in object.get(input, array.concat(path, ["rows"]), [])
	is_object(row)
]

# Rows that have begun say more than what they concern.
begun_rows(path) := [row |
	some row in rows_of(path)
	row_begun(row)
]

row_begun(row) if {
	some key, _ in row.item
	not key in {"service", "proposal"}
	given(row, key)
}

given(row, key) if is_number(row.item[key])

given(row, key) if filled(row.item[key])

# Amounts by year.
given(row, key) if {
	some amount in row.item[key]
	is_number(amount)
}

# Services of the kinds that a table is for. Who does not say what kind a service
# is has listed it among the base and infrastructure services.
kind(service) := service.kind if {
	service.kind
} else := "base"
