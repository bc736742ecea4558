# METADATA
# title: Project goals contribute to an effect goal
# description: >-
#   No text can show that a delivery leads to an effect. A declared link is
#   judged; where there is none, a person has to.
package rules.initiative.contribution

import data.plan

# An effect goal that several project goals point at is missing once.
finding contains {
	"path": places[0].path,
	"variant": variant(meant),
	"values": object.union(
		{"id": id, "places": count(places), "known": [effect.id | some effect in initiative.item.effectGoals]},
		{"near": near | some near in meant},
	),
	"rests_on": array.concat(
		[place.path | some place in places],
		[array.concat(initiative.path, ["effectGoals"])],
	),
	"fix": [{"op": "replace", "path": place.path, "value": near} |
		some near in meant
		some place in places
	],
} if {
	some initiative in plan.described
	known := {effect.id | some effect in initiative.item.effectGoals}
	count(known) > 0 # that there is no effect goal is said elsewhere
	goals := plan.whats[initiative.path]
	some id in ({id | some goal in goals; some id in goal.item.contributesTo} - known)
	places := [{"path": array.concat(goal.path, ["contributesTo", i]), "goal": goal} |
		some goal in goals
		some i, pointed in goal.item.contributesTo
		pointed == id
	]
	meant := likely(id, places)
}

# The one effect goal whose id is spelled nearly like an unknown one, or else the
# only one there is, unless the goal is linked to it already. What several goals
# agree on is no slip of theirs.
likely(id, places) := near if {
	[{"goal": goal}] := [{"goal": place.goal} | some place in places]
	near := {effect |
		some spelling in plan.spellings(id)
		some effect in spelled[goal.initiative.path][spelling]
	} - linked_to(goal)
	count(near) == 1
} else := known - {linked | some place in places; some linked in linked_to(place.goal)} if {
	known := {effect.id | some effect in places[0].goal.initiative.item.effectGoals}
	count(known) == 1
} else := set()

linked_to(goal) := {id | some id in goal.item.contributesTo}

spelled[initiative.path][spelling] contains effect.id if {
	some initiative in plan.described
	some effect in initiative.item.effectGoals
	some spelling in plan.spellings(effect.id)
}

variant(meant) := "unknown" if {
	meant == set()
} else := "near"

manual contains {
	"path": array.concat(initiative.path, ["projectGoals"]),
	"values": {},
	"rests_on": [initiative.path],
} if {
	some initiative in plan.described
	plan.meant_goals_of[initiative.path]
	some goal in plan.whats[initiative.path]
	item := goal.item
	not linked(item)
}

linked(goal) if count(goal.contributesTo) > 0
