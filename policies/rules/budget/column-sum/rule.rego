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
	table.rows != []
	some column in object.keys(table.totals)
	amounts := [row.figures[column] | some row in table.rows]
	expected := money.sum_of([money.interval(amount, table.unit) | some amount in amounts])
	stated := money.interval(table.totals[column], table.unit)
	not money.overlap(expected, stated)
}

finding contains {
	"path": array.concat(table.totals_path, columns[0]),
	"variant": "missing",
	"values": {"sum": {"amount": sum(amounts), "unit": table.unit}},
	"rests_on": plan.cells(table, columns[0]),
	"fix": sums(table, place, columns),
} if {
	some table in plan.tables
	some place, columns in missing(table)
	count(columns) == 1
	amounts := [row.figures[columns[0]] | some row in table.rows]
}

# Totals that are missing throughout are one gap.
finding contains {
	"path": array.concat(table.totals_path, place),
	"variant": "none",
	"rests_on": [table.path],
	"fix": sums(table, place, columns),
} if {
	some table in plan.tables
	some place, columns in missing(table)
	count(columns) > 1
}

# Totals of a table without any rows have nothing to be compared with. That a row is
# missing is said where one is asked for.
not_evaluated contains {
	"path": table.totals_path,
	"reason": "no-rows",
	"rests_on": [table.path],
} if {
	some table in plan.tables
	plan.in_unit(table)
	table.rows == []
	some amount in table.totals
	amount != 0
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
	table.rows != []
	some column, total in table.totals
}

# The columns without a total, each by the outermost place where totals are missing.
missing(table) := {place: columns |
	plan.in_unit(table)
	without := plan.columns(table) - object.keys(table.totals)
	some place in {emptied(table, column) | some column in without}
	columns := [column | some column in without; emptied(table, column) == place]
}

emptied(table, column) := place if {
	places := [start |
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

# What is missing together is added together.
sums(table, place, columns) := [{"op": "add", "path": array.concat(table.totals_path, place), "value": added} |
	every column in columns {
		full(table, column)
	}
	added := object.get(all_sums(table), place, null)
]

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
