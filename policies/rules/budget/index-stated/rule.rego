# METADATA
# title: The index behind a changed forecast is stated as a number
# description: >-
#   Not asked for where the stated changes explain the whole difference between
#   budget and forecast.
package rules.budget["index-stated"]

import data.plan

finding contains {
	"path": ["costs", "management", "index", "percent"],
	"variant": "missing",
	"values": {"rows": count(unexplained)},
	"rests_on": [["costs", "management"]],
} if {
	count(unexplained) > 0
	not input.costs.management.index.percent
}

unexplained := [row |
	some row in plan.changed_rows
	changes := [change.amount | some change in row.item.adjustments]
	plan.differ(row.figures[["forecast"]], row.figures[["budget"]] + sum(changes), 2 + count(changes))
]
