# METADATA
# title: It is stated how the portfolio leans
# description: Which gauges there are stands in the profile (gauges).
package rules.portfolio.orientation

import data.plan

finding contains {
	"path": [section, "orientation"],
	"variant": "none",
	"rests_on": [[section]],
} if {
	some section in ["portfolio", "plannedPortfolio"]
	plan.reported(section, "entries")
	portfolio := input[section]
	not plan.leans(portfolio)
}

finding contains {
	"path": [section, "orientation", gauge],
	"variant": "gauge",
	"values": {"gauge": {"term": sprintf("title.%s", [gauge])}},
	"rests_on": [[section]],
} if {
	some section in ["portfolio", "plannedPortfolio"]
	plan.reported(section, "entries")
	portfolio := input[section]
	plan.leans(portfolio)
	some gauge in plan.profile.gauges
	not read_off(portfolio, gauge)
}

read_off(portfolio, gauge) if plan.filled(portfolio.orientation[gauge])
