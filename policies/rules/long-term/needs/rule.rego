# METADATA
# title: Section 4 tells of development, of winding-down, and of what they demand
package rules["long-term"].needs

import data.language
import data.plan

finding contains {
	"path": ["longTerm"],
	"variant": variant(untold),
	"rests_on": [["longTerm"]],
} if {
	count(plan.long_term_prose) > 0
	not rowless
	untold := [kind | some kind in ["development", "windingDown"]; not told(kind)]
	untold != []
}

# Rows that are missing altogether are a finding of their own, and would tell it.
rowless if {
	plan.long_term_rows == []
	plan.untreated_together
}

# Needs without a word on how large the changes or the costs are.
finding contains {
	"path": ["longTerm"],
	"variant": "weight",
	"rests_on": [["longTerm"]],
} if {
	needed
	told("development")
	not plan.long_term_speaks_of("weight")
}

told(kind) if {
	some part in plan.long_term_prose
	part.path[count(part.path) - 1] == kind
}

told("windingDown") if plan.long_term_speaks_of("winding_down")

told("development") if language.speaks_of(input.longTerm.analysis, "development")

# That there is no need has no weight.
needed if {
	some part in plan.long_term_prose
	text := part.text
	not language.none(text)
}

variant(untold) := "both" if {
	count(untold) == 2
} else := untold[0]
