# METADATA
# title: A total is the sum of its column
package rules.budget["column-sum"]

import data.money
import data.plan

finding contains {
	"path": array.concat(table.totals_path, column),
	"variant": "differs",
	"values": {
		"stated": {"amount": table.totals[column], "unit": table.unit},
		"sum": {"amount": sum(amounts), "unit": table.unit},
		"difference": {"amount": abs(table.totals[column] - sum(amounts)), "unit": table.unit},
		"accepted": money.shown(expected, table.unit, 1),
	},
	"rests_on": plan.cells(table, column),
	"relation": array.concat(table.totals_path, column),
} if {
	some table in plan.tables
	plan.in_unit(table)
	some column in object.keys(table.totals)
	amounts := [row.figures[column] | some row in table.rows]
	expected := money.sum_of([money.interval(amount, table.unit) | some amount in amounts])
	stated := money.interval(table.totals[column], table.unit)
	not money.overlap(expected, stated)
}

finding contains {
	"path": array.concat(table.totals_path, column),
	"variant": "missing",
	"values": {"sum": {"amount": sum(amounts), "unit": table.unit}},
	"rests_on": plan.cells(table, column),
	"fix": [{"op": "add", "path": array.concat(table.totals_path, place), "value": sums} |
		full(table, column)
		place := missing(table, column)
		sums := object.get(all_sums(table), place, null)
	],
} if {
	some table in plan.tables
	plan.in_unit(table)
	some column in (plan.columns(table) - object.keys(table.totals))
	amounts := [row.figures[column] | some row in table.rows]
}

relation contains {
	"id": array.concat(table.totals_path, column),
	"kind": "sum",
	"terms": array.concat(
		[money.term(array.concat(table.totals_path, column), total, table.unit, [1, 1])],
		[plan.cell(table, row, column, [-1, 1]) | some row in plan.due_rows(table)],
	),
	"rests_on": plan.cells(table, column),
} if {
	some table in plan.tables
	plan.in_unit(table)
	some column, total in table.totals
}

# Without a unit nobody knows how exact the figures are.
not_evaluated contains {
	"path": table.totals_path,
	"reason": "no-unit",
	"rests_on": [table.path],
} if {
	some table in plan.tables
	plan.any_figure(table)
	not plan.in_unit(table)
}

# Where totals begin to be missing: the one of the column, those of all years, or
# all of them. What is missing together is added together, so that what mends one
# column does not undo what mends another.
missing(table, column) := [place |
	some n in numbers.range(0, count(column))
	place := array.slice(column, 0, n)
	object.get(input, array.concat(table.totals_path, place), null) == null
][0]

all_sums(table) := object.union_n([nested(column, sum([row.figures[column] | some row in table.rows])) |
	some column in plan.columns(table)
	full(table, column)
])

nested(column, amount) := {column[0]: amount} if {
	count(column) == 1
} else := {column[0]: {column[1]: amount}}

# Every row has its amount. Of the amounts by year those that are nothing may be
# left out.
full(_, column) if count(column) > 1

full(table, column) if {
	every row in table.rows {
		is_number(row.figures[column])
	}
}
