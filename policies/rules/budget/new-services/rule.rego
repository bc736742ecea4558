# METADATA
# title: The table of new services is filled in, or says that there is no need
package rules.budget["new-services"]

import data.language
import data.plan

finding contains {
	"path": ["costs", "newServices"],
	"variant": "missing",
	"rests_on": [["costs", "newServices"], ["proposed", "proposals"]],
} if {
	open
	not plan.filled(analysis)
}

# Whether an answer in prose says that there is no need, a person has to read.
manual contains {
	"path": ["costs", "newServices", "analysis"],
	"variant": "unclear",
	"values": {"analysis": analysis},
	"rests_on": [["costs", "newServices"], ["proposed", "proposals"]],
} if {
	open
	plan.filled(analysis)
	not says_no_need
}

# A section on costs without any row for a new service, where nothing in 2.2 asks
# for one: a proposal for a new service without a row is another rule's finding.
open if {
	count(object.get(input, ["costs", "management", "rows"], [])) > 0
	not plan.costs_exempt
	not plan.table_exempt.newServices
	object.get(input, ["costs", "newServices", "rows"], []) == []
	count([proposal | some proposal in plan.proposals; plan.filled(proposal.item.newService)]) == 0
}

analysis := object.get(input, ["costs", "newServices", "analysis"], "")

says_no_need if language.no_need(analysis)
