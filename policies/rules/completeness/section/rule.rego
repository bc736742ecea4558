# METADATA
# title: Every section is filled in, or exempt with a reason
# description: Which sections there are, and what each must hold, stands in the profile (sections).
package rules.completeness.section

import data.plan

finding contains {
	"path": [key],
	"variant": variant(key),
	"rests_on": [[key]],
} if {
	some key in plan.unfilled
}

# An exemption without a reason exempts from nothing.
finding contains {
	"path": [key, "exemption", "reason"],
	"variant": "no-reason",
	"rests_on": [[key, "exemption"]],
	"fix": [{"op": "remove", "path": [key, "exemption"]}],
} if {
	some section in plan.profile.sections
	key := section.key
	is_object(input[key].exemption)
	not plan.exempt([key])
	not plan.blank(key)
}

variant(key) := "exempt-without-reason" if {
	is_object(input[key].exemption)
} else := "empty" if {
	is_object(input[key])
} else := "missing"
