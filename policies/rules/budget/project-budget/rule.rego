# METADATA
# title: A proposal has a total project budget
package rules.budget["project-budget"]

import data.plan

finding contains {
	"path": array.concat(proposal.path, ["projectBudget", "cost"]),
	"variant": "missing",
	"rests_on": [array.concat(proposal.path, ["projectBudget"])],
} if {
	some proposal in plan.proposals
	plan.outlined(proposal)
	not plan.has_budget(proposal)
}

finding contains {
	"path": array.concat(proposal.path, ["projectBudget", "cost", "amount"]),
	"variant": "not-positive",
	"values": {"cost": proposal.item.projectBudget.cost},
	"rests_on": [array.concat(proposal.path, ["projectBudget"])],
} if {
	some proposal in plan.proposals
	proposal.item.projectBudget.cost.amount <= 0
}
