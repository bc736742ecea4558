# METADATA
# title: Section 4 says something of every service
# description: >-
#   The template asks for prose, so a service counts as treated by its row as well
#   as by its name in the analysis. Which kinds of services stands in the profile.
package rules["long-term"].service

import data.plan

# That nothing is said of any service is one gap.
finding contains {
	"path": ["longTerm", "rows"],
	"variant": "none",
	"values": {"services": [plan.service_name(service.id) | some [_, service] in untreated]},
	"rests_on": [["longTerm"], ["supplier", "services"]],
} if {
	begun
	count(untreated) > 0
	count(untreated) == count(wanted)
}

finding contains {
	"path": ["longTerm", "rows"],
	"variant": "missing",
	"values": {"service": plan.service_name(service.id)},
	"rests_on": [["longTerm"], ["supplier", "services", i]],
} if {
	count(untreated) < count(wanted)
	strangers == []
	some [i, service] in untreated
	not has_row(service)
}

finding contains {
	"path": row.path,
	"variant": "empty",
	"rests_on": [["longTerm"], ["supplier", "services", i]],
} if {
	count(untreated) < count(wanted)
	some [i, service] in untreated
	some row in rows
	row.item.service == service.id
}

# A row that points at no service may be the very row that is looked for.
not_evaluated contains {
	"path": ["longTerm", "rows"],
	"reason": "unknown-service",
	"values": {"services": [plan.service_name(service.id) | some [_, service] in rowless], "ids": strangers},
	"rests_on": [["longTerm"], ["supplier", "services"]],
} if {
	count(untreated) < count(wanted)
	strangers != []
	rowless != []
}

rows := [row |
	not plan.exempt(["longTerm"])
	some row in plan.rows_of(["longTerm"])
]

# A section that holds nothing is said to be empty.
begun if {
	some row in rows
	plan.row_begun(row)
}

begun if count(plan.long_term_prose) > 0

wanted := [[i, service] |
	begun
	some i, service in input.supplier.services
	plan.kind(service) in plan.profile.longTermKinds
]

untreated := [[i, service] |
	some [i, service] in wanted
	not treated(service)
]

rowless := [[i, service] |
	some [i, service] in untreated
	not has_row(service)
]

treated(service) if {
	some row in rows
	row.item.service == service.id
	plan.row_begun(row)
}

treated(service) if {
	plan.filled(service.name)
	contains(lower(input.longTerm.analysis), lower(service.name))
}

has_row(service) if service.id in {row.item.service | some row in rows}

strangers := [row.item.service |
	some row in rows
	not known(row)
]

known(row) if row.item.service in object.keys(plan.services)
