# METADATA
# title: The level of complexity comes with the support it demands
# description: >-
#   What each level demands stands in the profile (support). A field filled in is
#   enough; otherwise the reason may say it in words.
package rules.complexity.support

import data.language
import data.plan

finding contains {
	"path": array.concat(proposal.path, ["complexity", demand.field]),
	"variant": demand.field,
	"values": {"level": {"term": sprintf("level.%s", [level])}},
	"rests_on": [array.concat(proposal.path, ["complexity"])],
} if {
	some proposal in plan.proposals
	some level in levels(proposal)
	some demand in plan.profile.support[level]
	not met(proposal, demand)
}

# The levels of both sides, each once.
levels(proposal) := {level |
	some side in plan.profile.perspectives
	level := proposal.item.complexity[side].level
}

met(proposal, demand) if plan.filled(proposal.item.complexity[demand.field])

met(proposal, demand) if {
	some side in plan.profile.perspectives
	language.change_support(proposal.item.complexity[side].reason)[demand.said]
}
