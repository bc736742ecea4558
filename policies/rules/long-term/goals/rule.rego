# METADATA
# title: Section 4 names a decided goal that the supplier contributes to
package rules["long-term"].goals

import data.plan

finding contains {
	"path": ["longTerm", "strategicLinks"],
	"variant": "missing",
	"rests_on": [["longTerm"]],
} if {
	count(plan.long_term_prose) > 0
	plan.links(["longTerm"]) == []
	plan.cited_in_prose == []
	not plan.long_term_speaks_of("decided_goals")
}
