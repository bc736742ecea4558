# METADATA
# title: The fields that a table asks for are filled in
# description: Which fields each row must hold stands in the profile (serviceTables).
package rules.completeness["row-field"]

import data.plan

# A table in which nobody has begun is one gap.
finding contains {
	"path": array.concat(table.path, ["rows"]),
	"variant": "table",
	"rests_on": [array.concat(table.path, ["rows"])],
} if {
	some table in tables
	count(table.rows) > 0
	plan.begun_rows(table.path) == []
}

# So is a row of which only the service is known.
finding contains {
	"path": row.path,
	"variant": "row",
	"rests_on": [row.path],
} if {
	some table in tables
	plan.begun_rows(table.path) != []
	some row in table.rows
	not plan.row_begun(row)
}

# And a column that is empty in all the rows.
finding contains {
	"path": array.concat(table.path, ["rows"]),
	"variant": "column",
	"values": {"field": table.fields[key]},
	"rests_on": [row.path | some row in table.rows],
} if {
	some table in tables
	some key, _ in table.fields
	whole_column(table, key)
}

finding contains {
	"path": array.concat(row.path, [key]),
	"variant": "field",
	"values": {"field": table.fields[key]},
	"rests_on": [row.path],
} if {
	some table in tables
	some key, _ in table.fields
	not whole_column(table, key)
	some row in lacking(table, key)
}

tables := [table |
	some table in plan.service_tables
	table.fields != {}
]

whole_column(table, key) if {
	begun := plan.begun_rows(table.path)
	count(begun) > 1
	count(lacking(table, key)) == count(begun)
}

lacking(table, key) := [row |
	some row in plan.begun_rows(table.path)
	not plan.given(row, key)
]
