# METADATA
# title: An effect goal can be measured
# description: >-
#   A declared indicator with a target value is enough, however the sentence
#   reads (ESV). Otherwise the sentence itself has to hold a target.
package rules.smart.measurable

import data.language
import data.plan

finding contains {
	"path": array.concat(goal.path, ["target"]),
	"variant": "no-target-value",
	"values": {"goal": goal.text, "indicator": goal.item.indicator},
	"rests_on": [goal.path],
} if {
	some goal in plan.goals
	plan.has_indicator(goal)
	not measured(goal)
}

finding contains {
	"path": array.concat(goal.path, ["text"]),
	"variant": variant(reading),
	"values": {"goal": goal.text, "words": words(reading)},
	"rests_on": goal.rests_on,
} if {
	some goal in plan.meant_goals
	not measured(goal)
	not plan.has_indicator(goal)
	reading := language.goal(goal.text)
}

measured(goal) if {
	plan.has_indicator(goal)
	is_number(goal.item.target.value)
}

measured(goal) if language.goal(goal.text).measurable == "target"

variant(reading) := "indicator-only" if {
	reading.measurable == "indicator"
} else := "vague" if {
	count(reading.vague) > 0
} else := "none"

words(reading) := reading.indicator if {
	reading.measurable == "indicator"
} else := plan.distinct([vague.word | some vague in reading.vague])
