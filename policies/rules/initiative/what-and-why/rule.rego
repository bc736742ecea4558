# METADATA
# title: Effect goals say why, project goals say what
# description: >-
#   Reads the main clause of each goal. A goal that is a copy of another has its
#   own finding and is not judged here.
package rules.initiative["what-and-why"]

import data.language
import data.plan

finding contains {
	"path": array.concat(path, ["projectGoals"]),
	"variant": "swapped",
	"rests_on": [path],
} if {
	some path in swapped
}

finding contains {
	"path": array.concat(goal.path, ["text"]),
	"variant": aim(words, goal.text),
	"values": {"goal": goal.text, "words": plan.distinct(words)},
	"rests_on": [path],
} if {
	some path, list in plan.whats
	not path in swapped
	some goal in list
	not copied(goal)
	words := language.effect(goal.text)
	count(words) > 0
}

finding contains {
	"path": array.concat(goal.path, ["text"]),
	"variant": "delivery",
	"values": {"goal": goal.text, "words": words},
	"rests_on": [path],
} if {
	some path, list in plan.whys
	not path in swapped
	some goal in list
	not copied(goal)
	words := language.delivery(goal.text)
	count(words) > 0
}

# What gets dearer is no effect to be reached.
aim(words, text) := "cost" if {
	every word in words {
		word in language.recurring_costs(text)
	}
} else := "effect"

copied(goal) if goal.path in copies

copies := {copy.goal.path | some copy in plan.copies} | {copy.of.path | some copy in plan.copies}

# Each is in the other's place throughout.
swapped contains path if {
	some path, effects in plan.whys
	every goal in plan.whats[path] {
		language.effect(goal.text) != []
	}
	every goal in effects {
		language.delivery(goal.text) != []
	}
}
