# METADATA
# title: A share below the whole has a plan or a departure
package rules.consolidation["below-full"]

import data.language
import data.plan

finding contains {
	"path": array.concat(row.path, ["plan"]),
	"variant": "unexplained",
	"values": {"share": {"percent": row.item.customerShare}},
	"rests_on": [row.path],
} if {
	some row in unexplained
	row.item.customerShare < 100
}

not_evaluated contains {
	"path": array.concat(row.path, ["plan"]),
	"reason": "no-share",
	"rests_on": [row.path],
} if {
	some row in unexplained
	not row.item.customerShare
}

# Rows with neither a plan nor a departure.
unexplained := [row |
	not plan.exempt(["consolidation"])
	some row in plan.begun_rows(["consolidation"])
	not says_something(row, "plan")
	not says_something(row, "deviations")
]

says_something(row, key) if {
	text := row.item[key]
	plan.filled(text)
	not language.none(text)
}
