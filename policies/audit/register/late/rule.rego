# METADATA
# title: The plan is handed in on the last day or before
package audit.register.late

import data.group

finding contains group.at(plan, {
	"values": {"submittedOn": plan.value.submittedOn, "lastDay": supplier.value.lastDay},
	"beside": [supplier.n],
}) if {
	group.name == "supplier"
	some supplier in group.registered
	some plan in group.now.plan
	plan.value.year == supplier.value.year
	plan.value.submittedOn > supplier.value.lastDay
}
