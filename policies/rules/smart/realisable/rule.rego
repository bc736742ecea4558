# METADATA
# title: An effect goal is realisable, by declared evidence
# description: >-
#   No sentence can show that a goal can be reached. What is declared is judged:
#   the conditions, or a baseline to measure the step from. Without either, a
#   person has to.
package rules.smart.realisable

import data.plan

finding contains {
	"path": array.concat(goal.path, ["target", "value"]),
	"variant": "no-change",
	"values": {"goal": goal.text, "value": goal.item.target.value},
	"rests_on": [goal.path],
} if {
	some goal in plan.goals
	goal.item.baseline.value == goal.item.target.value
}

finding contains {
	"path": array.concat(goal.path, ["baseline", "date"]),
	"variant": "undated",
	"values": {"goal": goal.text, "value": goal.item.baseline.value},
	"rests_on": [goal.path],
} if {
	some goal in plan.goals
	is_number(goal.item.baseline.value)
	not goal.item.baseline.date
}

finding contains {
	"path": array.concat(goal.path, ["baseline", "date"]),
	"variant": "in-the-future",
	"values": {"goal": goal.text, "date": goal.item.baseline.date, "asOf": plan.as_of},
	"rests_on": [goal.path],
} if {
	some goal in plan.goals
	goal.item.baseline.date > plan.as_of
}

manual contains {
	"path": array.concat(goal.path, ["feasibility"]),
	"values": {"goal": goal.text},
	"rests_on": [goal.path, array.concat(change, ["effectGoalsComment"])],
} if {
	some change, goals in plan.meant_goals_of
	not change in throughout
	some goal in goals
	not declared(goal)
}

manual contains {
	"path": array.concat(change, ["effectGoals"]),
	"variant": "all",
	"rests_on": [array.concat(change, ["effectGoals"]), array.concat(change, ["effectGoalsComment"])],
} if {
	some change in throughout
}

# The changes with nothing declared for any goal: whoever has to judge one of them
# has to judge them all, and is asked once.
throughout contains change if {
	some change, goals in plan.meant_goals_of
	every goal in goals {
		not declared(goal)
	}
}

declared(goal) if plan.filled(goal.item.feasibility)

declared(goal) if {
	is_number(goal.item.baseline.value)
	is_number(goal.item.target.value)
}
