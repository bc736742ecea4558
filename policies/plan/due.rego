package plan

# The rows that a cost table has and those that it lacks, each of these where it
# would stand next, with nothing in it; one where two share an id. Where totals are
# too large, the accountant asks whether it is the amounts of such a row that are
# missing.
due_rows(table) := array.concat(table.rows, [{
	"path": array.concat(table.path, ["rows", count(table.rows) + n]),
	"item": absent.item,
	"figures": {},
	"name": absent.name,
} |
	count(table.rows) > 0
	some n, absent in absent_rows[table.path[1]]
])

# The place of the row that a table lacks for a service or a proposal.
absent_row(table, id) := row.path if {
	some row in due_rows(table)
	row.figures == {}
	row.name
	id in {row.item[key] | some key in ["service", "proposal"]}
}

absent_rows["management"] := [{"item": {"service": service.id}, "name": service_name(service.id)} |
	some table in service_tables
	table.path == ["costs", "management"]
	some [_, service] in listed
	kind(service) in table.kinds
	all_known(table)
	id := service.id
	not stands_in("management", id)
]

absent_rows["development"] := [{"item": {"service": id}, "name": service_name(id)} |
	some id, _ in services
	count(linked[id]) > 0
	all_known(tables.development)
	not stands_in("development", id)
]

absent_rows["newServices"] := [{"item": {"proposal": proposal.item.id}, "name": name(proposal)} |
	some i, proposal in proposals
	filled(proposal.item.newService)
	id := proposal.item.id
	not stands_in("newServices", id)
	not id in {other.item.id | some other in array.slice(proposals, 0, i)}
]

# A row that points at no service may be the very row that is looked for.
all_known(table) if {
	every row in table.rows {
		row.item.service in object.keys(services)
	}
}

stands_in(name, id) if id in entered[name]

# What the rows of a table are for: gathered once, as there may be many.
entered[name] := {id |
	some row in table.rows
	some key in ["service", "proposal"]
	id := row.item[key]
} if {
	some name, table in tables
}
