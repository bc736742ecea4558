# METADATA
# title: The comment on the effect goals does not say that there are none
# description: >-
#   What stands as effect goals is then something else, such as benefits out of an
#   older description. It is then not judged as goals, as this says
#   what is to be done first.
package rules.smart["goals-denied"]

import data.plan

finding contains {
	"path": array.concat(change, ["effectGoalsComment"]),
	"values": {"words": words},
	"rests_on": [array.concat(change, ["effectGoalsComment"]), array.concat(change, ["effectGoals"])],
} if {
	some change, words in plan.denied_goals
}
