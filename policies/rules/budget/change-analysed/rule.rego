# METADATA
# title: A change of the management cost is analysed
package rules.budget["change-analysed"]

import data.plan

finding contains {
	"path": ["costs", "management", "analysis"],
	"variant": "missing",
	"values": {"rows": count(plan.changed_rows)},
	"rests_on": [["costs", "management"], ["costs", "analysis"]],
} if {
	count(plan.changed_rows) > 0
	not analysed
}

analysed if plan.filled(input.costs.management.analysis)

analysed if plan.filled(input.costs.analysis)
