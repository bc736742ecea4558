# METADATA
# title: A date that has been moved is told as a deviation
package audit["last-year"].moved

import data.group

finding contains group.at(initiative, {
	"values": {"initiative": group.called(initiative.value.name), "before": earlier.value.end, "now": initiative.value.end},
	"beside": [earlier.n],
}) if {
	group.name == "supplier"
	some plan in group.now.plan
	some initiative in group.of(plan, "ongoing")
	some earlier in group.last_year(plan, "ongoing")
	earlier.value.id == initiative.value.id
	earlier.value.end != ""
	initiative.value.end > earlier.value.end
	not initiative.value.deviates
}
