# METADATA
# title: The portfolio's budget reconciles with the development table, or the difference is explained
package rules.budget.portfolio

import data.language
import data.money
import data.plan

finding contains {
	"path": ["portfolio", "totalBudget"],
	"variant": "differs",
	"values": {
		"portfolio": input.portfolio.totalBudget,
		"table": {"amount": budget, "unit": table.unit},
		"year": {"year": input.reportYear + plan.profile.columnYears.budget},
	},
	"rests_on": [["portfolio"], ["costs", "development"], ["costs", "analysis"]],
	"relation": ["portfolio", "totalBudget"],
} if {
	not exempt
	table := plan.cost_tables.development
	plan.comparable(table)
	seen := money.interval(input.portfolio.totalBudget.amount, input.portfolio.totalBudget.unit)
	budget := stated(table)
	accepted := [money.interval(amount, table.unit) | some amount in amounts(table)]
	count([due | some due in accepted; money.overlap(seen, due)]) == 0
	not explained
}

relation contains {
	"id": ["portfolio", "totalBudget"],
	"kind": "equality",
	"terms": [
		money.term(["portfolio", "totalBudget", "amount"], portfolio.amount, portfolio.unit, [1, 1]),
		money.term(["costs", "development", "totals", "budget"], total, table.unit, [-1, 1]),
	],
	"rests_on": [["portfolio"], ["costs", "development"], ["costs", "analysis"]],
} if {
	not exempt
	not explained
	table := plan.cost_tables.development
	plan.comparable(table)
	total := table.totals[["budget"]]
	portfolio := input.portfolio.totalBudget
}

not_evaluated contains {
	"path": ["costs", "development", "totals", "budget"],
	"reason": "no-budget",
	"rests_on": [["portfolio", "totalBudget"], ["costs", "development"]],
} if {
	not exempt
	input.portfolio.totalBudget.amount
	table := plan.cost_tables.development
	count(table.rows) > 0
	amounts(table) == []
}

exempt if plan.exempt(["portfolio"])

stated(table) := amounts(table)[0]

# The total and the sum of the rows: that they differ is another rule's finding.
amounts(table) := array.concat(
	[amount | amount := table.totals[["budget"]]],
	[sum(list) |
		list := [row.figures[["budget"]] | some row in table.rows]
		enough(table, list)
	],
)

# Without a total every row is needed.
enough(table, list) if {
	table.totals[["budget"]]
	count(list) > 0
}

enough(table, list) if {
	count(list) > 0
	count(list) == count(table.rows)
}

explained if language.explains_budget(input.portfolio.analysis)

explained if {
	some text in plan.cost_texts
	text.table in {"development", ""}
	language.explains_budget(text.text)
}
