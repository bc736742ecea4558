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
		"budget": {"amount": row.figures[["budget"]], "unit": table.unit},
		"forecast": {"amount": row.figures[["forecast"]], "unit": table.unit},
		"index": {"percent": plan.index_percent},
		"expected": money.shown(plan.expected_forecast(table, row), table.unit, 10000),
		"adjustments": {"amount": sum([change.amount | some change in row.item.adjustments]), "unit": table.unit},
	},
	"rests_on": rests_on(table, row),
	"relation": array.concat(row.path, ["forecast"]),
} if {
	table := plan.tables.management
	not plan.other_rate
	some row in plan.unexplained_rows
}

# Where no row follows the stated index and all of them follow one other, it is the
# index that is wrong, and not every row.
finding contains {
	"path": array.concat(table.path, ["index", "percent"]),
	"variant": "other-rate",
	"values": {
		"index": {"percent": plan.index_percent},
		"rate": {"low": rate.low / 100, "high": rate.high / 100, "unit": "%"},
		"rows": count(plan.indexed_rows),
	},
	"rests_on": array.concat([table.path], [row.path | some row in plan.indexed_rows]),
} if {
	table := plan.tables.management
	rate := plan.other_rate
}

relation contains {
	"id": array.concat(row.path, ["forecast"]),
	"kind": "raised",
	"terms": array.concat(
		[
			plan.cell(table, row, ["forecast"], [1, 1]),
			plan.cell(table, row, ["budget"], [0 - money.factor(plan.index_percent, 1), money.factor(0, 1)]),
		],
		[money.term(array.concat(row.path, ["adjustments", i, "amount"]), change.amount, table.unit, [-1, 1]) |
			some i, change in row.item.adjustments
			is_number(change.amount)
		],
	),
	"rests_on": rests_on(table, row),
} if {
	table := plan.tables.management
	plan.in_unit(table)
	plan.index_percent
	not plan.other_rate
	some row in plan.due_rows(table)
}

rests_on(table, row) := [
	array.concat(row.path, ["budget"]),
	array.concat(row.path, ["forecast"]),
	array.concat(row.path, ["adjustments"]),
	array.concat(table.path, ["index"]),
	array.concat(table.path, ["unit"]),
]

variant(row) := "adjusted" if {
	count(row.item.adjustments) > 0
} else := "plain"

not_evaluated contains {
	"path": array.concat(table.path, ["index", "percent"]),
	"reason": "no-index",
	"rests_on": [array.concat(table.path, ["index"])],
} if {
	table := plan.tables.management
	plan.any_figure(table)
	not plan.index_percent
}
