# METADATA
# title: Every supplier hands in one plan for a year
package audit.register.twice

import data.group

finding contains group.at(plan, {
	"variant": variant(plan, other),
	"values": {"year": {"year": plan.value.year}, "other": group.called(other.from.name), "submittedOn": other.value.submittedOn},
	"beside": [other.n],
}) if {
	group.name == "supplier"
	some other in group.now.plan
	some plan in group.now.plan
	plan.n > other.n
	plan.value.year == other.value.year
	not between(other, plan)
}

# Of three plans the third is told of the second only.
between(other, plan) if {
	some third in group.now.plan
	third.n > other.n
	third.n < plan.n
	third.value.year == plan.value.year
}

variant(plan, other) := "same-day" if {
	plan.value.submittedOn == other.value.submittedOn
} else := "default"
