# METADATA
# title: A section that the year does not use is left empty
# description: A section is used when the profile lists it (sections).
package rules.portfolio.unused

import data.plan

finding contains {
	"path": ["plannedPortfolio"],
	"variant": "filled-in",
	"values": {"year": {"year": input.reportYear}},
	"rests_on": [["plannedPortfolio"], ["reportYear"]],
} if {
	not plan.used("plannedPortfolio")
	says_something(input.plannedPortfolio)
}

says_something(section) if {
	some field in ["overview", "analysis"]
	plan.filled(section[field])
}

says_something(section) if plan.leans(section)

says_something(section) if count(section.entries) > 0
