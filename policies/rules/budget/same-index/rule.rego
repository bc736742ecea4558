# METADATA
# title: The tables assume the same index, or say why not
# description: >-
#   The index of a table is compared with that of the management table. A comment
#   on it, or a sentence on the index in an analysis, may explain the difference.
package rules.budget["same-index"]

import data.language
import data.plan

finding contains {
	"path": ["costs", name, "index", "percent"],
	"variant": variant(name),
	"values": {"seen": {"percent": percent(name)}, "other": {"percent": percent("management")}},
	"rests_on": [["costs", name], ["costs", "management"], ["costs", "analysis"]],
} if {
	some name in ["development", "newServices"]
	plan.cost_tables[name]
	plan.cost_tables.management
	percent(name) != percent("management")
	not plan.other_rate
	not explained(name)
}

percent(name) := input.costs[name].index.percent

comment(name) := input.costs[name].index.comment

variant(name) := "says-same" if {
	language.says_the_same(comment(name))
} else := "differs"

explained(name) if {
	plan.filled(comment(name))
	not claims_same(name)
}

explained(name) if {
	some text in plan.cost_texts
	text.path[count(text.path) - 1] == "analysis"
	text.table in {name, "management", ""}
	language.explains_index(text.text)
	not claims_same(name)
}

claims_same(name) if language.says_the_same(comment(name))
