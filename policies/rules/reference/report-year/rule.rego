# METADATA
# title: The template is the one for the report year
package rules.reference["report-year"]

import data.plan

finding contains {
	"path": ["reportYear"],
	"variant": "other-year",
	"values": {
		"year": {"year": input.reportYear},
		"profile": input.profile,
		"years": [{"year": year} | some year in plan.profile.reportYears],
	},
	"rests_on": [["profile"]],
} if {
	year := input.reportYear
	years := plan.profile.reportYears
	not year in years
}
