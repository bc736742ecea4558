# METADATA
# title: The supplier's analysis is there
# description: Which parts ask for one stands in the profile (analyses).
package rules.completeness.analysis

import data.plan

finding contains {
	"path": array.concat(path, ["analysis"]),
	"variant": "missing",
	"rests_on": [array.concat(path, [key]) | some key in ["analysis", "exemption"]],
} if {
	some path in plan.unanalysed
	begun(path)
}

# That nobody has begun with a part is one gap, and another rule's to tell.
begun(path) if plan.begun_rows(path) != []

begun(["portfolio"]) if count(input.portfolio.entries) > 0

# Where the section is the analysis, there is nothing else to tell it.
begun(path) if {
	some section in plan.profile.sections
	"analysis" in section.holds
	path == [section.key]
	count(input[section.key].rows) > 0
}
