# METADATA
# title: More than one coming year is spoken of
# description: >-
#   Years stand in the needs of 2.2, in the amounts of 2.2 and 3.1, and in section
#   4. Whether what is said of them is enough takes a person, who is asked where
#   section 4 itself names no year after the report year.
package rules["long-term"]["coming-years"]

import data.language
import data.plan

finding contains {
	"path": ["longTerm"],
	"variant": "too-few",
	"values": {
		"years": [{"year": year} | some year in sort([year | some year in coming])],
		"year": {"year": input.reportYear},
		"wanted": plan.profile.comingYears,
	},
	"rests_on": [["reportYear"], ["longTerm"], ["proposed", "proposals"], ["costs"]],
} if {
	count(plan.long_term_prose) > 0
	too_few
	not plan.long_term_speaks_of("coming_years")
}

manual contains {
	"path": ["longTerm"],
	"values": {"year": {"year": input.reportYear}},
	"rests_on": [["reportYear"], ["longTerm"], ["proposed", "proposals"], ["costs"]],
} if {
	count(plan.long_term_prose) > 0
	not later_in_section_4
	not said_to_be_too_few
}

too_few if count(coming) < plan.profile.comingYears

said_to_be_too_few if {
	too_few
	not plan.long_term_speaks_of("coming_years")
}

later_in_section_4 if {
	some year in in_section_4
	year > input.reportYear
}

# The years from the report year on that the plan speaks of.
coming := {year |
	some year in (in_section_4 | (in_needs | in_amounts))
	year >= input.reportYear
}

in_section_4 := {year |
	some part in plan.long_term_prose
	some year in language.years(part.text)
}

in_needs := {year |
	some proposal in plan.proposals
	some year in language.years(proposal.item.need)
}

in_amounts := {to_number(column[1]) |
	some table in plan.tables
	some column in plan.columns(table)
	count(column) == 2
} | {year |
	some proposal in plan.proposals
	some effect in proposal.item.managementCost.effects
	some key in ["year", "from", "until"]
	year := effect[key]
}
