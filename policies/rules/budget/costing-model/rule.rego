# METADATA
# title: The costs follow the decided costing model
# description: The model is no part of the submission, so a person has to judge.
package rules.budget["costing-model"]

import data.plan

manual contains {
	"path": ["costs"],
	"rests_on": [["costs"]],
} if {
	some table in plan.cost_tables
	plan.any_figure(table)
}
