# METADATA
# title: A project goal is not a copy of an effect goal
package rules.initiative["goal-copied"]

import data.plan

finding contains {
	"path": array.concat(copy.goal.path, ["text"]),
	"variant": copy.how,
	"values": {"goal": copy.goal.text, "effectGoal": copy.of.text},
	"rests_on": [copy.goal.initiative.path],
} if {
	some copy in plan.copies
}
