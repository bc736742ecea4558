# METADATA
# title: An effect goal is accepted, by declared evidence
# description: >-
#   No sentence can show that a goal has been accepted. Declared evidence is
#   judged; without any, a person has to.
package rules.smart.accepted

import data.plan

finding contains {
	"path": array.concat(goal.path, ["acceptance", missing]),
	"variant": variants[missing],
	"values": {"goal": goal.text},
	"rests_on": [goal.path],
} if {
	some goal in plan.goals
	declared(goal)
	some missing in ["by", "decision"]
	not has(goal, missing)
}

finding contains {
	"path": array.concat(goal.path, ["acceptance", "date"]),
	"variant": "in-the-future",
	"values": {"goal": goal.text, "date": goal.item.acceptance.date, "asOf": plan.as_of},
	"rests_on": [goal.path],
} if {
	some goal in plan.goals
	goal.item.acceptance.date > plan.as_of
}

manual contains {
	"path": array.concat(goal.path, ["acceptance"]),
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

variants := {"by": "by-whom", "decision": "which-decision"}

has(goal, key) if plan.filled(goal.item.acceptance[key])

declared(goal) if {
	some key in ["by", "decision"]
	has(goal, key)
}

declared(goal) if goal.item.acceptance.date
