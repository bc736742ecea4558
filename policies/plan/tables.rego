package plan

import data.money

# The cost tables of 3.1: every row and the stated totals as figures by column.
# A column is the list of keys from the row: ["budget"], ["impact", "2025"].
tables[name] := {
	"path": ["costs", name],
	"unit": object.get(table, "unit", ""),
	"rows": rows(["costs", name, "rows"], table),
	"totals": figures(object.get(table, "totals", {})),
	"totals_path": ["costs", name, "totals"],
} if {
	some name in ["management", "development", "newServices"]
	table := input.costs[name]
	is_object(table)
}

# Rows that cannot be read keep their place, so that a sum knows of them. Their paths
# are joined: conftest's OPA (1.21) refuses whatever a list that holds an argument is
# passed on to.
rows(path, table) := [{
	"path": array.concat(path, [i]),
	"item": object.union({}, item),
	"figures": figures(item),
} |
	some i, row in object.get(table, "rows", [])
	item := {key: value | some key, value in row}
]

figures(row) := object.union(
	{[key]: row[key] | some key in ["outcome", "budget", "forecast"]},
	{[key, year]: amount |
		some key in ["costs", "impact"]
		some year, amount in row[key]
	},
)

# Every column that any row or the totals hold a figure in.
columns(table) := {column | some row in table.rows; some column, _ in row.figures} | object.keys(table.totals)

# The cells of one column, filled in or not.
cells(table, column) := [array.concat(table.path, ["rows"])] if {
	table.rows == []
} else := [array.concat(row.path, column) | some row in table.rows]

# A cell of a table as a term of a relation. One of a row that is not there has no
# name but that of what the row would be for.
cell(table, row, column, times) := money.term(array.concat(row.path, column), row.figures[column], table.unit, times) if {
	is_number(row.figures[column])
} else := object.union(money.blank(array.concat(row.path, column), table.unit, times), {"words": row.name, "row": row.item}) if {
	row.name
} else := money.blank(array.concat(row.path, column), table.unit, times)

# The years that the columns for the effect on the management cost stand for.
impact_years := numbers.range(input.reportYear, (input.reportYear + profile.impactYears) - 1)

any_figure(table) if {
	some row in table.rows
	row.figures != {}
}

any_figure(table) if table.totals != {}

# A table that somebody has begun, with or without figures.
begun_table(table) if count(table.rows) > 0

begun_table(table) if table.totals != {}

# A table whose figures can be understood.
in_unit(table) if money.kronor[table.unit]

# A table whose figures can be held against other parts of the plan. In another
# unit than the one asked for, nobody knows whether the unit or the figures are
# wrong: that is one finding, and what would differ because of it has none.
comparable(table) if {
	in_unit(table)
	table.unit == profile.tableUnit
}
