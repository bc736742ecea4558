# METADATA
# title: The proposals are summed up in an analysis
package rules.proposal.analysis

import data.plan

finding contains {
	"path": ["proposed", "analysis"],
	"variant": "missing",
	"rests_on": [["proposed"]],
} if {
	plan.proposed != []
	not written
}

manual contains {
	"path": ["proposed", "analysis"],
	"rests_on": [["proposed", "analysis"]],
} if {
	plan.proposed != []
	written
}

written if plan.filled(input.proposed.analysis)
