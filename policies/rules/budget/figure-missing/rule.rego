# METADATA
# title: The figures that the table asks for are filled in
# description: Which columns must be filled in stands in the profile (filledColumns).
package rules.budget["figure-missing"]

import data.plan

# A column that is empty throughout is one gap.
finding contains {
	"path": array.concat(table.path, ["rows"]),
	"variant": "column",
	"values": shown(key),
	"rests_on": plan.cells(table, [key]),
} if {
	some name, keys in plan.profile.filledColumns
	table := plan.tables[name]
	some key in keys
	count(table.rows) > 1
	count(empty(table, key)) == count(table.rows)
}

finding contains {
	"path": array.concat(row.path, [key]),
	"variant": "cell",
	"values": shown(key),
	"rests_on": [row.path],
} if {
	some name, keys in plan.profile.filledColumns
	table := plan.tables[name]
	some key in keys
	not whole_column(table, key)
	some row in empty(table, key)
}

whole_column(table, key) if {
	count(table.rows) > 1
	count(empty(table, key)) == count(table.rows)
}

empty(table, key) := [row |
	some row in table.rows
	not row.figures[[key]]
]

shown(key) := {
	"column": {"term": sprintf("title.%s", [key])},
	"year": {"year": input.reportYear + plan.profile.columnYears[key]},
}
