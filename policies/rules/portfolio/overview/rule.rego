# METADATA
# title: The portfolio has an overview
package rules.portfolio.overview

import data.plan

finding contains {
	"path": [section, "overview"],
	"variant": "missing",
	"rests_on": [[section]],
} if {
	some section in ["portfolio", "plannedPortfolio"]
	plan.reported(section, "entries")
	portfolio := input[section]
	not has_overview(portfolio)
}

has_overview(portfolio) if plan.filled(portfolio.overview)
