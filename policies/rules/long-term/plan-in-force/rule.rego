# METADATA
# title: Section 4 names a plan that is in force in the report year
# description: >-
#   One plan in force is enough: an older one beside it may be there for its
#   history. Years stand in the text or in the dates of a link.
package rules["long-term"]["plan-in-force"]

import data.plan

finding contains {
	"path": dated[0].path,
	"variant": "other-years",
	"values": {
		"plans": plan.distinct([citation.title | some citation in dated]),
		"year": {"year": input.reportYear},
	},
	"rests_on": [["reportYear"], ["longTerm"]],
} if {
	dated != []
	undated == []
	not any_in_force
}

not_evaluated contains {
	"path": undated[0].path,
	"reason": "no-years",
	"values": {"plans": plan.distinct([citation.title | some citation in undated])},
	"rests_on": [["reportYear"], ["longTerm"]],
} if {
	undated != []
	not any_in_force
}

any_in_force if {
	some citation in dated
	not begins_later(citation)
	not ended(citation)
}

begins_later(citation) if citation.from > input.reportYear

ended(citation) if citation.to < input.reportYear

dated := [citation |
	some citation in plan.citations
	citation.holder == ["longTerm"]
	has_years(citation)
]

# Decisions hold until they are changed; plans and programmes have years.
undated := [citation |
	some citation in plan.citations
	citation.holder == ["longTerm"]
	citation.name != ""
	not has_years(citation)
]

has_years(citation) if citation.from

has_years(citation) if citation.to
