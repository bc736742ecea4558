# METADATA
# title: A time plan ends after it has begun
package rules.schedule.order

import data.plan

finding contains {
	"path": array.concat(initiative.path, ["schedule", "end"]),
	"variant": "before-start",
	"values": {"start": start, "end": end},
	"rests_on": [array.concat(initiative.path, ["schedule"])],
} if {
	some initiative in plan.described
	start := initiative.item.schedule.start
	end := initiative.item.schedule.end
	end < start
}
