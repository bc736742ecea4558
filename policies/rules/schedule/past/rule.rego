# METADATA
# title: An ongoing initiative has not ended
# description: The declared end; a time plan in words only is read by schedule/past-in-text.
package rules.schedule.past

import data.plan

finding contains {
	"path": array.concat(initiative.path, ["schedule", "end"]),
	"variant": "ended",
	"values": {"end": end, "asOf": plan.as_of},
	"rests_on": [array.concat(initiative.path, [field]) | some field in ["schedule", "deviations", "deviationComment"]],
} if {
	some initiative in plan.described
	end := initiative.item.schedule.end
	end < plan.as_of
	not plan.explained(initiative)
}
