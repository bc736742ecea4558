# METADATA
# title: The analysis of the management cost touches each cause
# description: Which causes there are stands in the profile (costCauses).
package rules.budget["change-causes"]

import data.language
import data.plan

finding contains {
	"path": ["costs", "management", "analysis"],
	"variant": "untouched",
	"values": {"causes": [word[cause] | some cause in untouched]},
	"rests_on": [["costs", "management"], ["costs", "analysis"]],
} if {
	count(plan.changed_rows) > 0
	not missing
	count(texts) > 0
	count(untouched) > 0
}

# That the analysis is missing is a finding of its own.
missing if ["costs", "management"] in plan.unanalysed

texts := [text |
	some place in ["management", "section"]
	text := written(place)
	plan.filled(text)
]

written("management") := input.costs.management.analysis

written("section") := input.costs.analysis

untouched := [cause |
	some cause in plan.profile.costCauses
	not cause in touched
]

touched := ({cause | some text in texts; some cause in language.cost_causes(text)} | declared) | indexed

# What stands as a change on a row has been taken up there.
declared := {change.cause |
	some row in plan.cost_tables.management.rows
	some change in row.item.adjustments
}

indexed := {"index" | plan.filled(input.costs.management.index.comment)}

word := {
	"index": {"sv": "index", "en": "index"},
	"volume": {"sv": "volym", "en": "volume"},
	"content": {"sv": "tjänsternas innehåll", "en": "the content of the services"},
	"other": {"sv": "annan påverkan", "en": "other influence"},
}
