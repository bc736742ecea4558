# METADATA
# title: The time plan says when
package rules.schedule.readable

import data.language
import data.plan

finding contains {
	"path": array.concat(initiative.path, ["schedule", "text"]),
	"variant": "no-time",
	"values": {"text": initiative.item.schedule.text},
	"rests_on": [array.concat(initiative.path, ["schedule"])],
} if {
	some initiative in plan.described
	plan.filled(initiative.item.schedule.text)
	text := initiative.item.schedule.text
	schedule := initiative.item.schedule
	not dated(schedule)
	not says_when(text)
}

dated(schedule) if schedule.start

dated(schedule) if schedule.end

says_when(text) if count(language.times(text)) > 0

# In a time plan a bare span of years says when, though it names a document elsewhere.
says_when(text) if count(language.at(text, "years")) > 0

says_when(text) if count(language.at(text, "year")) > 0
