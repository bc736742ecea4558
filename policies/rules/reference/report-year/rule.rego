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
	# Where there is a profile for the year, that may be what was meant.
	"fix": [{"op": "replace", "path": ["reportYear"], "value": years[0]} |
		count(years) == 1
		plan.all_report_years & {year} == set()
	],
} if {
	year := input.reportYear
	years := plan.profile.reportYears
	not year in years
}
