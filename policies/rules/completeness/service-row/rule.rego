# METADATA
# title: Every service has its row
# description: Which tables ask for a row, and for which kinds of services, stands in the profile (serviceTables).
package rules.completeness["service-row"]

import data.plan

finding contains object.union(row_place(table, service), {
	"path": array.concat(table.path, ["rows"]),
	"variant": "missing",
	"values": {"service": plan.service_name(service.id)},
	"rests_on": [["supplier", "services", i], array.concat(table.path, ["rows"])],
}) if {
	some table in plan.service_tables
	strangers(table) == []
	some [i, service] in without_row(table)
}

# In a cost table the accountant may tell what the row should hold.
row_place(table, service) := {"relation": plan.absent_row(plan.tables.management, service.id)} if {
	table.path == plan.tables.management.path
} else := {}

# A row that points at no service may be the very row that is looked for.
not_evaluated contains {
	"path": array.concat(table.path, ["rows"]),
	"reason": "unknown-service",
	"values": {
		"services": [plan.service_name(service.id) | some [_, service] in without_row(table)],
		"ids": strangers(table),
	},
	"rests_on": [["supplier", "services"], array.concat(table.path, ["rows"])],
} if {
	some table in plan.service_tables
	strangers(table) != []
	without_row(table) != []
}

# A table without any rows is an empty section, and said to be.
without_row(table) := [[i, service] |
	count(table.rows) > 0
	some i, service in input.supplier.services
	plan.kind(service) in table.kinds
	not has_row(table, service)
]

has_row(table, service) if service.id in {row.item.service | some row in table.rows}

strangers(table) := [row.item.service |
	some row in table.rows
	not known(row)
]

known(row) if row.item.service in object.keys(plan.services)
