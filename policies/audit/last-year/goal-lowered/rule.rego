# METADATA
# title: A goal is not quietly lowered
package audit["last-year"]["goal-lowered"]

import data.group

# A target is lower where it has come nearer to the baseline, from either side.
finding contains group.at(goal, {
	"variant": "target",
	"values": {"goal": goal.value.text, "before": earlier.value.target, "now": goal.value.target},
	"beside": [earlier.n],
}) if {
	group.name == "supplier"
	some [goal, earlier] in pairs
	is_number(goal.value.target)
	is_number(earlier.value.target)
	is_number(earlier.value.baseline)
	abs(goal.value.target - earlier.value.baseline) < abs(earlier.value.target - earlier.value.baseline)
	goal.value.baseline == earlier.value.baseline
}

finding contains group.at(goal, {
	"variant": "due",
	"values": {"goal": goal.value.text, "before": earlier.value.due, "now": goal.value.due},
	"beside": [earlier.n],
}) if {
	group.name == "supplier"
	some [goal, earlier] in pairs
	earlier.value.due != ""
	goal.value.due > earlier.value.due
}

pairs contains [goal, earlier] if {
	some plan in group.now.plan
	some goal in group.of(plan, "goal")
	some earlier in group.last_year(plan, "goal")
	goal.value.id == earlier.value.id
	goal.value.change == earlier.value.change
}
