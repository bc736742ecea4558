# METADATA
# title: Project goals contribute to an effect goal
# description: >-
#   No text can show that a delivery leads to an effect. A declared link is
#   judged; where there is none, a person has to.
package rules.initiative.contribution

import data.plan

finding contains {
	"path": array.concat(goal.path, ["contributesTo", i]),
	"variant": "unknown",
	"values": {"id": id, "known": [effect.id | some effect in goal.initiative.item.effectGoals]},
	"rests_on": [array.concat(goal.path, ["contributesTo"]), array.concat(goal.initiative.path, ["effectGoals"])],
} if {
	some goal in plan.project_goals
	some i, id in goal.item.contributesTo
	known := {effect.id | some effect in goal.initiative.item.effectGoals}
	count(known) > 0 # that there is no effect goal is said elsewhere
	not id in known
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
