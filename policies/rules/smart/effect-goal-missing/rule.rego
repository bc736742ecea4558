# METADATA
# title: Every change initiative has effect goals
package rules.smart["effect-goal-missing"]

import data.plan

finding contains {
	"path": array.concat(change.path, ["effectGoals"]),
	"variant": variant(change.item),
	"rests_on": [change.path],
} if {
	some change in plan.changes
	plan.outlined(change)
	item := change.item
	not any_goal(item)
}

# An empty goal among others is a line to fill in or to remove.
finding contains {
	"path": array.concat(change.path, ["effectGoals", i, "text"]),
	"variant": "blank",
	"rests_on": [array.concat(change.path, ["effectGoals", i])],
	"fix": plan.without(array.concat(change.path, ["effectGoals", i]), goal),
} if {
	some change in plan.changes
	any_goal(change.item)
	some i, goal in change.item.effectGoals
	is_object(goal)
	not worded(goal)
}

any_goal(item) if {
	some goal in item.effectGoals
	worded(goal)
}

worded(goal) if plan.filled(goal.text)

variant(item) := "commented" if {
	plan.filled(item.effectGoalsComment)
} else := "none"
