# METADATA
# title: The development forecast follows from the project budgets of 2.2
package rules.budget["development-forecast"]

import data.money
import data.plan

# Existing services: the forecast of a row is the sum of its proposals' budgets.
finding contains {
	"path": array.concat(row.path, ["forecast"]),
	"variant": variant(proposals),
	"values": {
		"service": plan.service_name(row.item.service),
		"stated": {"amount": forecast, "unit": table.unit},
		"expected": money.shown(expected, table.unit, 1),
		"proposals": plan.names(proposals),
	},
	"rests_on": array.concat([row.path, array.concat(table.path, ["unit"])], [["proposed", "proposals"]]),
	"relation": array.concat(row.path, ["forecast"]),
} if {
	table := plan.tables.development
	some row in table.rows
	forecast := row.figures[["forecast"]]
	proposals := plan.proposals_for(row.item.service)
	derivable(table, proposals)
	plan.claimed(row)
	expected := budgets(proposals)
	stated := money.interval(forecast, table.unit)
	not money.overlap(expected, stated)
}

# Services that proposals are linked to, without a row of their own.
finding contains {
	"path": ["costs", "development", "rows"],
	"variant": "no-row",
	"relation": absent_row("development", services),
	"values": {
		"services": [plan.service_name(id) | some id in services],
		"proposals": plan.distinct([name | some id in services; some name in plan.names(plan.proposals_for(id))]),
	},
	"rests_on": array.concat([["costs", "development"]], [["proposed", "proposals"]]),
} if {
	some services in rowless("development")
}

# New services: the yearly costs of a row make the proposal's whole budget.
finding contains {
	"path": array.concat(row.path, ["costs"]),
	"variant": "new-service",
	"values": {
		"stated": {"amount": sum(amounts), "unit": table.unit},
		"expected": money.shown(expected, table.unit, 1),
		"proposals": plan.names([proposal]),
	},
	"rests_on": array.concat([row.path, array.concat(table.path, ["unit"])], [["proposed", "proposals"]]),
	"relation": array.concat(row.path, ["costs"]),
} if {
	table := plan.tables.newServices
	some row in table.rows
	some proposal in plan.proposals
	proposal.item.id == row.item.proposal
	derivable(table, [proposal])
	amounts := [amount | some amount in row.item.costs]
	expected := budgets([proposal])
	stated := money.sum_of([money.interval(amount, table.unit) | some amount in amounts])
	not money.overlap(expected, stated)
}

finding contains {
	"path": ["costs", "newServices", "rows"],
	"variant": "no-new-row",
	"relation": absent_row("newServices", ids),
	"values": {"proposals": plan.names([proposal | some proposal in plan.proposals; proposal.item.id in ids])},
	"rests_on": array.concat([["costs", "newServices"]], [["proposed", "proposals"]]),
} if {
	some ids in rowless("newServices")
}

not_evaluated contains {
	"path": ["costs", name, "rows"],
	"reason": "unknown-id",
	"values": {"ids": plan.strangers[name]},
	"rests_on": [["costs", name], ["supplier", "services"], ["proposed", "proposals"]],
} if {
	some name, list in plan.unentered
	list != []
	plan.strangers[name] != []
}

# Where nothing is proposed since 2.2 is exempt, nothing says what 3.1 is to be.
not_evaluated contains {
	"path": ["costs"],
	"reason": "exempt",
	"rests_on": [["costs"], ["proposed"]],
} if {
	plan.exempt(["proposed"])
	plan.proposals == []
	some name in ["development", "newServices"]
	plan.any_figure(plan.cost_tables[name])
}

# A proposal that says of no service that it concerns it may be the one.
not_evaluated contains {
	"path": array.concat(row.path, ["forecast"]),
	"reason": "unplaced",
	"values": {"service": plan.service_name(row.item.service), "proposals": plan.names(plan.unplaced)},
	"rests_on": [row.path, ["proposed", "proposals"], ["supplier", "services"]],
} if {
	some row in plan.tables.development.rows
	row.figures[["forecast"]] != 0
	plan.proposals_for(row.item.service) == []
	plan.unplaced != []
}

relation contains {
	"id": array.concat(row.path, ["forecast"]),
	"kind": "derivation",
	"terms": array.concat([plan.cell(table, row, ["forecast"], [1, 1])], project_budgets(proposals)),
	"rests_on": [row.path, array.concat(table.path, ["unit"]), ["proposed", "proposals"]],
} if {
	table := plan.tables.development
	some row in plan.due_rows(table)
	proposals := plan.proposals_for(row.item.service)
	derivable(table, proposals)
	plan.claimed(row)
}

relation contains {
	"id": array.concat(row.path, ["costs"]),
	"kind": "derivation",
	"terms": array.concat(cells, project_budgets(meant)),
	"rests_on": [row.path, array.concat(table.path, ["unit"]), ["proposed", "proposals"]],
} if {
	table := plan.tables.newServices
	some row in plan.due_rows(table)
	meant := [proposal | some proposal in plan.proposals; proposal.item.id == row.item.proposal]
	count(meant) == 1
	derivable(table, meant)
	cells := [plan.cell(table, row, column, [1, 1]) | some column in plan.columns(table); column[0] == "costs"]
	count(cells) > 0
}

not_evaluated contains {
	"path": array.concat(row.path, ["forecast"]),
	"reason": "no-budget",
	"values": {"proposals": plan.names(without_budget(proposals))},
	"rests_on": array.concat([row.path], plan.paths(proposals)),
} if {
	some row in plan.tables.development.rows
	is_number(row.figures[["forecast"]])
	proposals := plan.proposals_for(row.item.service)
	count(without_budget(proposals)) > 0
}

not_evaluated contains {
	"path": array.concat(row.path, ["forecast"]),
	"reason": "shared",
	"values": {"proposals": plan.names(plan.shared(proposals))},
	"rests_on": array.concat([row.path], plan.paths(proposals)),
} if {
	some row in plan.tables.development.rows
	is_number(row.figures[["forecast"]])
	proposals := plan.proposals_for(row.item.service)
	count(plan.shared(proposals)) > 0
}

not_evaluated contains {
	"path": array.concat(row.path, ["costs"]),
	"reason": "no-budget",
	"values": {"proposals": plan.names([proposal])},
	"rests_on": [row.path, proposal.path],
} if {
	some row in plan.tables.newServices.rows
	some proposal in plan.proposals
	proposal.item.id == row.item.proposal
	count(without_budget([proposal])) > 0
}

not_evaluated contains {
	"path": array.concat(row.path, ["costs"]),
	"reason": "shared",
	"values": {"proposals": plan.names([proposal])},
	"rests_on": [row.path, proposal.path],
} if {
	some row in plan.tables.newServices.rows
	some proposal in plan.proposals
	proposal.item.id == row.item.proposal
	count(plan.shared([proposal])) > 0
}

# Each row that a table lacks is a gap; a table without any is one.
rowless(name) := [[id] | some id in plan.unentered[name]] if {
	count(plan.tables[name].rows) > 0
	plan.strangers[name] == []
} else := [plan.unentered[name]] if {
	object.get(input, ["costs", name, "rows"], []) == []
	plan.unentered[name] != []
	not plan.blank("costs")
} else := []

# Where the table has rows at all, the accountant may tell what this one should hold.
absent_row(name, ids) := path if {
	[id] = ids
	path := plan.absent_row(plan.tables[name], id)
} else := []

derivable(table, proposals) if {
	plan.comparable(table)
	without_budget(proposals) == []
	plan.shared(proposals) == []
}

without_budget(proposals) := [proposal |
	some proposal in proposals
	not plan.has_budget(proposal)
]

budgets(proposals) := money.sum_of([money.interval(cost.amount, cost.unit) |
	some proposal in proposals
	cost := proposal.item.projectBudget.cost
])

project_budgets(proposals) := [term |
	some proposal in proposals
	cost := proposal.item.projectBudget.cost
	term := money.term(array.concat(proposal.path, ["projectBudget", "cost", "amount"]), cost.amount, cost.unit, [-1, 1])
]

variant(proposals) := "no-proposals" if {
	proposals == []
} else := "differs"
