# METADATA
# title: Project goals contribute to an effect goal
# description: >-
#   No text can show that a delivery leads to an effect. A declared link is
#   judged; where there is none, a person has to.
package rules.initiative.contribution

import data.plan

finding contains {
	"path": array.concat(goal.path, ["contributesTo", i]),
	"variant": variant(meant),
	"values": object.union(
		{"id": id, "known": [effect.id | some effect in goal.initiative.item.effectGoals]},
		{"near": near | some near in meant},
	),
	"rests_on": [array.concat(goal.path, ["contributesTo"]), array.concat(goal.initiative.path, ["effectGoals"])],
	"fix": [{"op": "replace", "path": array.concat(goal.path, ["contributesTo", i]), "value": near} |
		some near in meant
	],
} if {
	some goal in plan.project_goals
	some i, id in goal.item.contributesTo
	known := {effect.id | some effect in goal.initiative.item.effectGoals}
	count(known) > 0 # that there is no effect goal is said elsewhere
	not id in known
	meant := likely(id, goal)
}

# The one effect goal whose id is spelled nearly like an unknown one, or else the
# only one there is, unless the goal is linked to it already.
likely(id, goal) := near if {
	near := {effect |
		some spelling in plan.spellings(id)
		some effect in spelled[goal.initiative.path][spelling]
	} - linked_to(goal)
	count(near) == 1
} else := known - linked_to(goal) if {
	known := {effect.id | some effect in goal.initiative.item.effectGoals}
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
	some effect in initiative.item.effectGoals
	plan.filled(effect.text)
	some goal in plan.whats[initiative.path]
	item := goal.item
	not linked(item)
}

linked(goal) if count(goal.contributesTo) > 0
