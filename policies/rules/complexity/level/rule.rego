# METADATA
# title: Complexity is stated from both sides, as one of the levels
package rules.complexity.level

import data.plan

finding contains {
	"path": array.concat(proposal.path, ["complexity"]),
	"variant": "both-sides",
	"rests_on": [array.concat(proposal.path, ["complexity"])],
} if {
	some proposal in plan.proposals
	plan.outlined(proposal)
	not any_side(proposal)
}

finding contains {
	"path": array.concat(proposal.path, ["complexity", side, "level"]),
	"variant": variant(proposal, side),
	"values": values(proposal, side),
	"rests_on": [array.concat(proposal.path, ["complexity", side])],
} if {
	some proposal in plan.proposals
	any_side(proposal)
	some side in plan.profile.perspectives
	not levelled(proposal, side)
}

levelled(proposal, side) if proposal.item.complexity[side].level in plan.levels

any_side(proposal) if {
	some side in plan.profile.perspectives
	plan.assessed(proposal.item.complexity[side])
}

variant(proposal, side) := "reason-only" if {
	plan.filled(proposal.item.complexity[side].reason)
} else := side

values(proposal, side) := {"reason": reason} if {
	reason := proposal.item.complexity[side].reason
	plan.filled(reason)
} else := {}
