# METADATA
# title: The effects are those of the year, not plans
package rules.effects.realised

import data.language
import data.plan

finding contains {
	"path": array.concat(row.path, [ahead[0].key]),
	"variant": "plan",
	"values": {"words": plan.distinct([word | some field in ahead; some word in field.words])},
	"rests_on": [row.path],
} if {
	some row in rows
	ahead := planned(row)
	ahead != []
}

finding contains {
	"path": array.concat(row.path, ["carriedOut"]),
	"variant": "other-year",
	"values": {
		"years": [{"year": seen} | some seen in sort([seen | some seen in language.years(row.item.carriedOut)])],
		"year": {"year": year},
	},
	"rests_on": [row.path, ["reportYear"]],
} if {
	some row in rows
	planned(row) == []
	language.years(row.item.carriedOut) != set()
	spoken := {seen | some key in keys; some seen in language.years(row.item[key])}
	not year in spoken
}

# The year that effects are reported for.
year := input.reportYear + plan.profile.effectsYear

rows := [row |
	not plan.exempt(["realisedEffects"])
	some row in plan.rows_of(["realisedEffects"])
]

keys := ["carriedOut", "supplierEffect", "customerEffect"]

# The fields that only look ahead. That something was put in place is what has
# been carried out, but no effect.
planned(row) := [{"key": key, "words": words} |
	some key in keys
	words := language.planned(row.item[key], told[key])
	words != []
]

told := {
	"carriedOut": {"effect", "delivery"},
	"supplierEffect": {"effect"},
	"customerEffect": {"effect"},
}
