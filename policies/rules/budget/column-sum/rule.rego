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
		"sum": {"amount": sum(amounts(table, column)), "unit": table.unit},
		"difference": {"amount": abs(table.totals[column] - sum(amounts(table, column))), "unit": table.unit},
		"accepted": money.shown(expected(table, column), table.unit, 1),
	},
	"rests_on": array.concat(plan.cells(table, column), demanding),
} if {
	some table in plan.tables
	some column in differing(table)
	not plan.gap(table, column)
}

not_evaluated contains {
	"path": table.totals_path,
	"reason": "gap",
	"rests_on": array.concat([table.path], demanding),
} if {
	some table in plan.tables
	some column in differing(table)
	plan.gap(table, column)
}

# What asks for a row in a table.
demanding := [["supplier", "services"], ["proposed", "proposals"]]

finding contains {
	"path": array.concat(table.totals_path, columns[0]),
	"variant": "missing",
	"values": {"sum": {"amount": sum(amounts(table, columns[0])), "unit": table.unit}},
	"rests_on": plan.cells(table, columns[0]),
} if {
	some table in plan.tables
	some columns in missing(table)
	count(columns) == 1
}

# Totals that are missing throughout are one gap.
finding contains {
	"path": array.concat(table.totals_path, place),
	"variant": "none",
	"rests_on": [table.path],
} if {
	some table in plan.tables
	some place, columns in missing(table)
	count(columns) > 1
}

differing(table) := {column |
	plan.in_unit(table)
	some column, total in table.totals
	sums := expected(table, column)
	stated := money.interval(total, table.unit)
	not money.overlap(sums, stated)
}

amounts(table, column) := [row.figures[column] | some row in table.rows]

expected(table, column) := money.sum_of([money.interval(amount, table.unit) | some amount in amounts(table, column)])

# The columns without a total, each by the outermost place where totals are missing.
missing(table) := {place: columns |
	plan.in_unit(table)
	without := plan.columns(table) - object.keys(table.totals)
	some place in {emptied(table, column) | some column in without}
	columns := [column | some column in without; emptied(table, column) == place]
}

emptied(table, column) := place if {
	places := [array.slice(column, 0, n) |
		some n in numbers.range(0, count(column))
		start := array.slice(column, 0, n)
		not any_total(table, start)
	]
	place := places[0]
}

any_total(table, start) if {
	some column, _ in table.totals
	array.slice(column, 0, count(start)) == start
}
