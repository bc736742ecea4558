# METADATA
# title: Not relevant does not contradict the text
# description: >-
#   A step that is waved away although the proposal itself speaks of personal
#   data or of a new or replaced system.
package rules.security["not-relevant"]

import data.language
import data.plan

finding contains {
	"path": array.concat(question.path, ["comment"]),
	"variant": variant(evidence),
	"values": {"comment": question.item.comment, "words": words(evidence)},
	"rests_on": [question.proposal.path],
} if {
	some question in plan.questions
	question.step
	question.item.answer == "no"
	language.not_relevant(question.item.comment)
	evidence := shown(question.proposal.item)
	some _, found in evidence
	count(found) > 0
}

# What the proposal's own description shows.
shown(item) := {
	"personal_data": [word | some text in described(item); some word in language.personal_data(text)],
	"new_system": [word | some text in described(item); some word in language.new_system(text)],
}

described(item) := array.concat(
	[text |
		some field in ["name", "need", "benefit", "newService", "effectGoalsComment"]
		text := item[field]
	],
	[goal.text | some goal in item.effectGoals],
)

variant(evidence) := "both" if {
	count(evidence.personal_data) > 0
	count(evidence.new_system) > 0
} else := "personal-data" if {
	count(evidence.personal_data) > 0
} else := "new-system"

words(evidence) := [word | some word in array.concat(evidence.personal_data, evidence.new_system)]
