package plan

# A part that is exempt with a reason, by itself or by what it lies in.
exempt(path) if {
	some n in numbers.range(1, count(path))
	filled(object.get(input, array.concat(array.slice(path, 0, n), ["exemption", "reason"]), ""))
}

# The sections of the year that are not filled in though nothing exempts them. Each
# is one finding; what would rest on such a section has none of its own.
unfilled contains key if {
	some section in profile.sections
	key := section.key
	not exempt([key])
	not held(section)
}

blank(section) if section in unfilled

held(section) if {
	some key in section.holds
	filled(input[section.key][key])
}

held(section) if {
	some key in section.holds
	count(content(section.key, key)) > 0
}

content(section, key) := list if {
	list := input[section][key]
	is_array(list)
}

# A cost table is part of its section: it holds rows.
content(section, key) := table.rows if {
	table := input[section][key]
	is_object(table)
}

# Parts that ask for the supplier's analysis and have none.
unanalysed contains path if {
	some path in profile.analyses
	not exempt(path)
	part := object.get(input, path, {})
	not analysed(part)
}

analysed(part) if filled(part.analysis)

# The tables that ask for a row for every service, with what each row must hold,
# as the profile lists them.
service_tables := [{
	"path": path,
	"kinds": demand.kinds,
	"fields": demand.fields,
	"rows": rows_of(path),
	"rowless": rowless(rows_of(path), demand.kinds),
} |
	some demand in profile.serviceTables
	path := demand.table
	not exempt(path)
]

# Services without a row, by their place. A table without any rows is an empty
# section, and said to be.
rowless(rows, kinds) := [[i, service] |
	count(rows) > 0
	standing := {row.item.service | some row in rows}
	some [i, service] in listed
	kind(service) in kinds
	not has_row(standing, service)
]

has_row(standing, service) if service.id in standing

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
