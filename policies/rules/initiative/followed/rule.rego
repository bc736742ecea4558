# METADATA
# title: Only initiatives that it has been decided to follow are described
# description: A year in which 1.4 takes up every initiative switches the rule off in its profile (rules).
package rules.initiative.followed

import data.plan

finding contains {
	"path": ["ongoing", "initiatives"],
	"variant": "all",
	"values": {"initiatives": count(undecided)},
	"rests_on": [["ongoing", "initiatives"]],
} if {
	nobody
}

finding contains {
	"path": array.concat(initiative.path, ["followedByDecision"]),
	"variant": "no-decision",
	"rests_on": [array.concat(initiative.path, ["followedByDecision"])],
} if {
	not nobody
	some initiative in undecided
}

undecided := [initiative |
	# Whether the rule is switched off depends on the day.
	plan.as_of
	some initiative in plan.described
	item := initiative.item
	not decided(item)
]

nobody if {
	count(undecided) > 1
	count(undecided) == count(plan.described)
}

decided(item) if plan.filled(item.followedByDecision)
