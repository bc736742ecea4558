# METADATA
# title: Deviations are told, or said not to exist
package rules.initiative.deviations

import data.language
import data.plan

finding contains {
	"path": ["ongoing", "initiatives"],
	"variant": "all",
	"values": {"initiatives": count(silent)},
	"rests_on": [["ongoing", "initiatives"]],
} if {
	count(silent) > 1
	count(silent) == count(plan.described)
}

finding contains {
	"path": array.concat(initiative.path, ["deviationComment"]),
	"variant": "missing",
	"rests_on": places(initiative),
} if {
	not nobody
	some initiative in silent
}

finding contains {
	"path": array.concat(initiative.path, ["deviationComment"]),
	"variant": "contradicts",
	"values": {"comment": initiative.item.deviationComment, "deviations": count(told)},
	"rests_on": places(initiative),
} if {
	some initiative in plan.described
	language.none(initiative.item.deviationComment)
	told := [deviation | some deviation in initiative.item.deviations; described(deviation)]
	count(told) > 0
}

finding contains {
	"path": array.concat(initiative.path, ["deviations", i, "description"]),
	"variant": "undescribed",
	"rests_on": [array.concat(initiative.path, ["deviations", i])],
	"fix": [change |
		says_more(initiative.item)
		some change in plan.without(array.concat(initiative.path, ["deviations", i]), deviation)
	],
} if {
	some initiative in plan.described
	some i, deviation in initiative.item.deviations
	is_object(deviation)
	not described(deviation)
}

# The initiatives that say nothing of deviations.
silent := [initiative |
	some initiative in plan.described
	item := initiative.item
	not speaks(item)
]

nobody if {
	count(silent) > 1
	count(silent) == count(plan.described)
}

speaks(item) if plan.filled(item.deviationComment)

speaks(item) if count(item.deviations) > 0

says_more(item) if plan.filled(item.deviationComment)

says_more(item) if count(item.deviations) > 1

described(deviation) if plan.filled(deviation.description)

places(initiative) := [array.concat(initiative.path, [field]) | some field in ["deviationComment", "deviations"]]
