# METADATA
# title: An effect goal names what changes, and for whom
# description: A declared indicator names it; otherwise the sentence has to.
package rules.smart.specific

import data.language
import data.plan

finding contains {
	"path": array.concat(goal.path, ["text"]),
	"variant": variant(reading),
	"values": {
		"goal": goal.text,
		"words": plan.distinct([vague.word | some vague in reading.vague]),
		"better": plan.distinct([vague.better | some vague in reading.vague]),
	},
	"rests_on": goal.rests_on,
} if {
	some goal in plan.meant_goals
	not plan.has_indicator(goal)
	reading := language.goal(goal.text)
	not reading.specific
}

variant(reading) := "better" if {
	count(reading.vague) > 0
} else := "none"
