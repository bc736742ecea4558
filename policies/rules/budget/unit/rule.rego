# METADATA
# title: A cost table declares its unit
package rules.budget.unit

import data.plan

finding contains {
	"path": array.concat(table.path, ["unit"]),
	"variant": variant(table),
	"values": values(table),
	"rests_on": [table.path],
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
	plan.any_figure(table)
	table.unit != plan.profile.tableUnit
}

values(table) := {"wanted": term(plan.profile.tableUnit)} if {
	table.unit == ""
} else := {"wanted": term(plan.profile.tableUnit), "seen": term(table.unit)}

term(unit) := {"term": sprintf("unit.%s", [unit])}

variant(table) := "missing" if {
	table.unit == ""
} else := "other"
