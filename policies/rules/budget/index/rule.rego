# METADATA
# title: The stated index explains each row of the management table
# description: >-
#   budget × (1 + index) + the stated changes = forecast, within the accuracy
#   that the unit declares.
package rules.budget.index

import data.money
import data.plan

finding contains {
	"path": array.concat(row.path, ["forecast"]),
	"variant": variant(row),
	"values": {
		"budget": {"amount": budget, "unit": table.unit},
		"forecast": {"amount": forecast, "unit": table.unit},
		"index": {"percent": percent},
		"expected": money.shown(expected, table.unit, 10000),
		"adjustments": {"amount": sum(changes(row)), "unit": table.unit},
	},
	"rests_on": [
		array.concat(row.path, ["budget"]),
		array.concat(row.path, ["forecast"]),
		array.concat(row.path, ["adjustments"]),
		array.concat(table.path, ["index"]),
		array.concat(table.path, ["unit"]),
	],
} if {
	table := plan.tables.management
	plan.in_unit(table)
	percent := index_percent
	some row in table.rows
	budget := row.figures[["budget"]]
	forecast := row.figures[["forecast"]]
	expected := money.sum_of(array.concat(
		[money.raised(money.interval(budget, table.unit), percent, 1)],
		[money.scaled(money.interval(change, table.unit), 1) | some change in changes(row)],
	))
	stated := money.scaled(money.interval(forecast, table.unit), 1)
	not money.overlap(expected, stated)
}

index_percent := input.costs.management.index.percent

variant(row) := "adjusted" if {
	count(changes(row)) > 0
} else := "plain"

changes(row) := [change.amount | some change in row.item.adjustments]

not_evaluated contains {
	"path": array.concat(table.path, ["index", "percent"]),
	"reason": "no-index",
	"rests_on": [array.concat(table.path, ["index"])],
} if {
	table := plan.tables.management
	plan.any_figure(table)
	not index_percent
}
