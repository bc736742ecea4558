# METADATA
# title: An effect goal says when it is to be reached
# description: A declared due date is judged first; otherwise the sentence has to say when.
package rules.smart["time-bound"]

import data.language
import data.plan

finding contains {
	"path": array.concat(goal.path, ["text"]),
	"variant": "none",
	"values": {"goal": goal.text},
	"rests_on": goal.rests_on,
} if {
	some goal in plan.meant_goals
	not goal.item.due
	not says_when(goal)
}

says_when(goal) if language.goal(goal.text).time_bound

finding contains {
	"path": array.concat(goal.path, ["due"]),
	"variant": "before-baseline",
	"values": {"due": goal.item.due, "measured": goal.item.baseline.date},
	"rests_on": [goal.path],
} if {
	some goal in plan.goals
	goal.item.due <= goal.item.baseline.date
}
