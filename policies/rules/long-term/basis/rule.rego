# METADATA
# title: The analysis of section 4 builds on outlook and customer dialogue
package rules["long-term"].basis

import data.plan

finding contains {
	"path": ["longTerm", "analysis"],
	"variant": variant(lacking),
	"rests_on": [["longTerm"]],
} if {
	not plan.exempt(["longTerm"])
	plan.filled(input.longTerm.analysis)
	lacking := [topic |
		some topic in ["outlook", "dialogue"]
		not plan.long_term_speaks_of(topic)
	]
	lacking != []
}

variant(lacking) := "both" if {
	count(lacking) == 2
} else := lacking[0]
