# METADATA
# title: Each initiative is described
# description: Which fields must be filled in stands in the profile (initiativeFields).
package rules.initiative["filled-in"]

import data.plan

finding contains {
	"path": initiative.path,
	"variant": "nothing",
	"rests_on": [initiative.path],
} if {
	some initiative in plan.initiatives
	not plan.exempt(["ongoing"])
	item := initiative.item
	not plan.described_at_all(item)
}

finding contains {
	"path": array.concat(initiative.path, [field]),
	"variant": field,
	"rests_on": [array.concat(initiative.path, [field])],
} if {
	some initiative in plan.described
	some field in plan.profile.initiativeFields
	item := initiative.item
	not plan.stated(item, field)
}

# An empty project goal among others is a line to fill in or to remove.
finding contains {
	"path": array.concat(initiative.path, ["projectGoals", i, "text"]),
	"variant": "blank-goal",
	"rests_on": [array.concat(initiative.path, ["projectGoals"])],
	"fix": plan.without(array.concat(initiative.path, ["projectGoals", i]), goal),
} if {
	some initiative in plan.described
	plan.stated(initiative.item, "projectGoals")
	some i, goal in initiative.item.projectGoals
	is_object(goal)
	not worded(goal)
}

worded(goal) if plan.filled(goal.text)
