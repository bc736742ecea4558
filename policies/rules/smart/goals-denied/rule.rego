# METADATA
# title: The comment on the effect goals does not say that there are none
# description: >-
#   What stands as effect goals is then something else, such as benefits out of an
#   older description.
package rules.smart["goals-denied"]

import data.language
import data.plan

finding contains {
	"path": array.concat(change, ["effectGoalsComment"]),
	"values": {"words": words},
	"rests_on": [array.concat(change, ["effectGoalsComment"]), array.concat(change, ["effectGoals"])],
} if {
	some change, _ in plan.goals_of
	words := language.denied_goals(object.get(input, array.concat(change, ["effectGoalsComment"]), ""))
	count(words) > 0
}
