# METADATA
# title: The reasons show what decides the level
# description: >-
#   What the reasons are to show stands in the profile (complexityAspects). Where
#   no word speaks of it, a person has to read whether it is said all the same.
package rules.complexity.aspects

import data.language
import data.plan

manual contains {
	"path": array.concat(proposal.path, ["complexity"]),
	"values": {"aspects": unseen},
	"rests_on": [array.concat(proposal.path, ["complexity"])],
} if {
	some proposal in plan.proposed
	reasons := [reason |
		some reason in plan.reasons(proposal.item)
		plan.filled(reason)
	]
	reasons != []
	seen := {aspect |
		some reason in reasons
		some aspect in language.subjects(reason, data.language.sv.complexity_aspects)
	}
	unseen := [aspect |
		some aspect in plan.profile.complexityAspects
		key := aspect.key
		not key in seen
	]
	unseen != []
}
