# METADATA
# title: Effect goals say why, project goals say what
# description: >-
#   Reads the main clause of each goal. A goal that is a copy of another has its
#   own finding and is not judged here.
package rules.initiative["what-and-why"]

import data.language
import data.plan

finding contains {
	"path": array.concat(initiative.path, ["projectGoals"]),
	"variant": "swapped",
	"rests_on": [initiative.path],
} if {
	some initiative in plan.described
	swapped(initiative.path)
}

finding contains {
	"path": array.concat(goal.path, ["text"]),
	"variant": "effect",
	"values": {"goal": goal.text, "words": plan.distinct(words)},
	"rests_on": [goal.initiative.path],
} if {
	some goal in plan.project_goals
	not copied(goal)
	words := language.effect(goal.text)
	count(words) > 0
	path := goal.initiative.path
	not swapped(path)
}

finding contains {
	"path": array.concat(goal.path, ["text"]),
	"variant": "delivery",
	"values": {"goal": goal.text, "words": words},
	"rests_on": [path],
} if {
	some goal in ongoing_goals
	not copied(goal)
	words := language.delivery(goal.text)
	count(words) > 0
	path := array.slice(goal.path, 0, 3)
	not swapped(path)
}

ongoing_goals := [goal |
	some initiative in plan.described
	some goal in plan.goals
	array.slice(goal.path, 0, 3) == initiative.path
]

copied(goal) if goal.path in {copy.goal.path | some copy in plan.copies}

copied(goal) if goal.path in {copy.of.path | some copy in plan.copies}

# Each is in the other's place throughout.
swapped(path) if {
	whats := [goal | some goal in plan.project_goals; goal.initiative.path == path]
	whys := [goal | some goal in ongoing_goals; array.slice(goal.path, 0, 3) == path]
	count(whats) > 0
	count(whys) > 0
	every goal in whats {
		language.effect(goal.text) != []
	}
	every goal in whys {
		language.delivery(goal.text) != []
	}
}
