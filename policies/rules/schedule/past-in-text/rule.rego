# METADATA
# title: A time plan in words has not run out
package rules.schedule["past-in-text"]

import data.language
import data.plan

finding contains {
	"path": array.concat(initiative.path, ["schedule", "text"]),
	"variant": "ended",
	"values": {"text": text, "asOf": plan.as_of},
	"rests_on": [array.concat(initiative.path, [field]) | some field in ["schedule", "deviations", "deviationComment"]],
} if {
	some initiative in plan.described
	not initiative.item.schedule.end
	text := initiative.item.schedule.text
	language.last_day(text) < plan.as_of
	not plan.explained(initiative)
}
