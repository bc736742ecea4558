# METADATA
# title: Section 4 says something of every service
# description: >-
#   The template asks for prose, so a service counts as treated by its row as well
#   as by its name in the analysis. Which kinds of services stands in the profile.
package rules["long-term"].service

import data.plan

finding contains {
	"path": ["longTerm", "rows"],
	"variant": "none",
	"values": {"services": [plan.service_name(service.id) | some [_, service] in plan.untreated]},
	"rests_on": [["longTerm"], ["supplier", "services"]],
} if {
	plan.untreated_together
}

finding contains {
	"path": ["longTerm", "rows"],
	"variant": "missing",
	"values": {"service": plan.service_name(service.id)},
	"rests_on": [["longTerm"], ["supplier", "services", i]],
} if {
	not plan.untreated_together
	strangers == []
	some [i, service] in rowless
}

finding contains {
	"path": row.path,
	"variant": "empty",
	"rests_on": [["longTerm"], ["supplier", "services", i]],
} if {
	not plan.untreated_together
	some [i, service] in plan.untreated
	some row in plan.long_term_rows
	row.item.service == service.id
}

# A row that points at no service may be the very row that is looked for.
not_evaluated contains {
	"path": ["longTerm", "rows"],
	"reason": "unknown-service",
	"values": {"services": [plan.service_name(service.id) | some [_, service] in rowless], "ids": strangers},
	"rests_on": [["longTerm"], ["supplier", "services"]],
} if {
	not plan.untreated_together
	strangers != []
	rowless != []
}

rowless := [[i, service] |
	some [i, service] in plan.untreated
	not has_row(service)
]

has_row(service) if plan.has_row(rows, service)

rows := {row.item.service | some row in plan.long_term_rows}

strangers := [row.item.service |
	some row in plan.long_term_rows
	not known(row)
]

known(row) if plan.known_service(row.item.service)
