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
	some [i, service] in table.rowless
}

# In a cost table the accountant may tell what the row should hold.
row_place(table, service) := {"relation": plan.absent_row(plan.tables.management, service.id)} if {
	table.path == plan.tables.management.path
} else := {}

# A row that points at no service may be the very row that is looked for. An id that
# is wrong where the services are listed is wrong in every table, and told once.
not_evaluated contains {
	"path": array.concat(puzzling[0].path, ["rows"]),
	"reason": "unknown-service",
	"values": {
		"services": plan.distinct([plan.service_name(service.id) | some table in puzzling; some [_, service] in table.rowless]),
		"ids": plan.distinct([id | some table in puzzling; some id in strangers(table)]),
	},
	"rests_on": array.concat([["supplier", "services"]], [array.concat(table.path, ["rows"]) | some table in puzzling]),
} if {
	puzzling != []
}

puzzling := [table |
	some table in plan.service_tables
	strangers(table) != []
	table.rowless != []
]

strangers(table) := [row.item.service |
	some row in table.rows
	not known(row)
]

known(row) if row.item.service in object.keys(plan.services)
