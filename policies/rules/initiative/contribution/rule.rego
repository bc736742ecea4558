# METADATA
# title: Project goals contribute to an effect goal
# description: >-
#   No text can show that a delivery leads to an effect. A declared link is
#   judged; where there is none, a person has to.
package rules.initiative.contribution

import data.plan

# An effect goal that several project goals point at is missing once.
finding contains {
	"path": places[0],
	"variant": "unknown",
	"values": {"id": id, "places": count(places), "known": [effect.id | some effect in initiative.item.effectGoals]},
	"rests_on": array.concat(places, [array.concat(initiative.path, ["effectGoals"])]),
} if {
	some initiative in plan.described
	known := {effect.id | some effect in initiative.item.effectGoals}
	count(known) > 0 # that there is no effect goal is said elsewhere
	goals := plan.whats[initiative.path]
	some id in ({id | some goal in goals; some id in goal.item.contributesTo} - known)
	places := [array.concat(goal.path, ["contributesTo", i]) |
		some goal in goals
		some i, pointed in goal.item.contributesTo
		pointed == id
	]
}

manual contains {
	"path": array.concat(initiative.path, ["projectGoals"]),
	"values": {},
	"rests_on": [initiative.path],
} if {
	some initiative in plan.described
	some effect in initiative.item.effectGoals
	plan.filled(effect.text)
	some goal in plan.whats[initiative.path]
	item := goal.item
	not linked(item)
}

linked(goal) if count(goal.contributesTo) > 0
