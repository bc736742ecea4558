# METADATA
# title: The baseline of a goal stays what it was measured as
package audit["last-year"]["baseline-changed"]

import data.group

finding contains group.at(goal, {
	"values": {"goal": goal.value.text, "before": earlier.value.baseline, "now": goal.value.baseline},
	"beside": [earlier.n],
}) if {
	group.name == "supplier"
	some plan in group.now.plan
	some goal in group.of(plan, "goal")
	some earlier in group.last_year(plan, "goal")
	goal.value.id == earlier.value.id
	goal.value.change == earlier.value.change
	is_number(goal.value.baseline)
	is_number(earlier.value.baseline)
	goal.value.baseline != earlier.value.baseline
	goal.value.measured == earlier.value.measured
}
