# METADATA
# title: Every section is filled in, or exempt with a reason
# description: Which sections there are, and what each must hold, stands in the profile (sections).
package rules.completeness.section

import data.plan

finding contains {
	"path": [section.key],
	"variant": variant(section),
	"rests_on": [[section.key]],
} if {
	some section in plan.profile.sections
	not exempt(section)
	not holds(section)
}

# An exemption without a reason exempts from nothing.
finding contains {
	"path": [section.key, "exemption", "reason"],
	"variant": "no-reason",
	"rests_on": [[section.key, "exemption"]],
	"fix": [{"op": "remove", "path": [section.key, "exemption"]}],
} if {
	some section in plan.profile.sections
	is_object(input[section.key].exemption)
	not exempt(section)
	holds(section)
}

exempt(section) if plan.filled(input[section.key].exemption.reason)

holds(section) if {
	some key in section.holds
	plan.filled(input[section.key][key])
}

holds(section) if {
	some key in section.holds
	count(content(section.key, key)) > 0
}

content(section, key) := list if {
	list := input[section][key]
	is_array(list)
}

# A cost table is part of its section: it holds rows.
content(section, key) := table.rows if {
	table := input[section][key]
	is_object(table)
}

variant(section) := "exempt-without-reason" if {
	is_object(input[section.key].exemption)
} else := "empty" if {
	is_object(input[section.key])
} else := "missing"
