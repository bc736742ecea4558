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
	some name, table in plan.tables
	some key in whole_columns(name)
}

# So is a row without any of the figures.
finding contains {
	"path": row.path,
	"variant": "row",
	"rests_on": [row.path],
} if {
	some name, _ in plan.blank_cells
	some row in whole_rows(name)
}

finding contains {
	"path": array.concat(row.path, [key]),
	"variant": "cell",
	"values": shown(key),
	"rests_on": [row.path],
} if {
	some name, columns in plan.blank_cells
	some key in (object.keys(columns) - whole_columns(name))
	some row in ({row | some row in columns[key]} - whole_rows(name))
}

whole_columns(name) := {key |
	count(plan.tables[name].rows) > 1
	some key, rows in plan.blank_cells[name]
	count(rows) == count(plan.tables[name].rows)
}

whole_rows(name) := {row |
	columns := [plan.blank_cells[name][key] | some key in (object.keys(plan.blank_cells[name]) - whole_columns(name))]
	count(columns) > 1
	some row in columns[0]
	every rows in columns {
		row in rows
	}
}

shown(key) := {
	"column": {"term": sprintf("title.%s", [key])},
	"year": {"year": input.reportYear + plan.profile.columnYears[key]},
}
