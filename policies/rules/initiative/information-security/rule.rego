# METADATA
# title: It is told how information is classified and data protected
package rules.initiative["information-security"]

import data.plan

finding contains {
	"path": ["ongoing", "initiatives"],
	"variant": "all",
	"values": {"initiatives": count(silent)},
	"rests_on": [["ongoing", "initiatives"]],
} if {
	nobody
}

finding contains {
	"path": array.concat(initiative.path, ["informationSecurityComment"]),
	"variant": "missing",
	"rests_on": [array.concat(initiative.path, ["informationSecurityComment"])],
} if {
	not nobody
	some initiative in silent
}

silent := [initiative |
	some initiative in plan.described
	item := initiative.item
	not told(item)
]

nobody if {
	count(silent) > 1
	count(silent) == count(plan.described)
}

told(item) if plan.filled(item.informationSecurityComment)
