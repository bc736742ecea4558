# METADATA
# title: A cost table declares its unit
package rules.budget.unit

import data.money
import data.plan

finding contains {
	"path": array.concat(table.path, ["unit"]),
	"variant": variant(table),
	"values": values(table),
	"rests_on": [table.path],
	"fix": [change |
		exact(table)
		some change in array.concat(
			[{"op": "replace", "path": cell.path, "value": converted(cell.amount, table)} | some cell in cells(table)],
			[{"op": "add", "path": array.concat(table.path, ["unit"]), "value": plan.profile.tableUnit}],
		)
	],
} if {
	some table in plan.tables
	plan.begun_table(table)
	table.unit != plan.profile.tableUnit
}

# What rests on the unit is said here once, not by each rule that needs it.
not_evaluated contains {
	"path": table.path,
	"reason": variant(table),
	"values": values(table),
	"rests_on": [table.path],
} if {
	some table in plan.tables
	plan.begun_table(table)
	table.unit != plan.profile.tableUnit
}

values(table) := {"wanted": term(plan.profile.tableUnit)} if {
	table.unit == ""
} else := {"wanted": term(plan.profile.tableUnit), "seen": term(table.unit)}

term(unit) := {"term": sprintf("unit.%s", [unit])}

variant(table) := "missing" if {
	table.unit == ""
} else := "other"

# Amounts in a smaller unit can be converted if none has to be rounded. In a larger
# one they are less exact than the template asks for.
exact(table) if {
	kronor(table) <= wanted_kronor
	every cell in cells(table) {
		(cell.amount * kronor(table)) % wanted_kronor == 0
	}
}

converted(amount, table) := (amount * kronor(table)) / wanted_kronor

# A table that names no unit is taken to follow the template.
kronor(table) := wanted_kronor if {
	table.unit == ""
} else := money.kronor[table.unit]

wanted_kronor := money.kronor[plan.profile.tableUnit]

# All amounts of the table, with where they stand.
cells(table) := array.concat(
	array.concat(
		[{"path": array.concat(row.path, column), "amount": amount} |
			some row in table.rows
			some column, amount in row.figures
		],
		[{"path": array.concat(table.totals_path, column), "amount": amount} |
			some column, amount in table.totals
		],
	),
	[{"path": array.concat(row.path, ["adjustments", i, "amount"]), "amount": change.amount} |
		some row in table.rows
		some i, change in row.item.adjustments
	],
)
