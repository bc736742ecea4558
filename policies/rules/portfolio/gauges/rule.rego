# METADATA
# title: The gauges rest on effect goals
# description: >-
#   The gauges are drawn from the effect goals of the initiatives in PIOS; where
#   one has none, what they show does not hold.
package rules.portfolio.gauges

import data.plan

finding contains {
	"path": ["portfolio", "orientation"],
	"variant": "without-goals",
	"values": {"initiatives": plan.names(lacking)},
	"rests_on": array.concat([["portfolio"]], plan.paths(plan.initiatives)),
} if {
	plan.reported("portfolio", "entries")
	plan.leans(input.portfolio)
	listed := {entry.initiative | some entry in input.portfolio.entries}
	lacking := [initiative |
		some initiative in plan.initiatives
		initiative.item.id in listed
		plan.outlined(initiative)
		item := initiative.item
		not has_goal(item)
	]
	count(lacking) > 0
}

has_goal(item) if {
	some goal in item.effectGoals
	plan.filled(goal.text)
}
