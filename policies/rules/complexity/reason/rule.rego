# METADATA
# title: The level of complexity has a reason
package rules.complexity.reason

import data.plan

# The same gap on all sides of a proposal is one gap.
finding contains {
	"path": array.concat(proposal.path, ["complexity"]),
	"variant": "both-sides",
	"rests_on": [array.concat(proposal.path, ["complexity"])],
} if {
	some proposal in plan.proposals
	count(unreasoned(proposal)) == count(plan.profile.perspectives)
}

finding contains {
	"path": array.concat(proposal.path, ["complexity", side, "reason"]),
	"variant": side,
	"values": {"level": {"term": sprintf("level.%s", [proposal.item.complexity[side].level])}},
	"rests_on": [array.concat(proposal.path, ["complexity"])],
} if {
	some proposal in plan.proposals
	count(unreasoned(proposal)) < count(plan.profile.perspectives)
	some side in unreasoned(proposal)
}

reasoned(proposal, side) if plan.filled(proposal.item.complexity[side].reason)

unreasoned(proposal) := {side |
	some side in plan.profile.perspectives
	proposal.item.complexity[side].level in plan.levels
	not reasoned(proposal, side)
}
