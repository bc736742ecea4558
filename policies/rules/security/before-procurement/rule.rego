# METADATA
# title: The classification comes before procurement and development, on a day
# description: >-
#   The demands in a procurement rest on the classification, so "in the
#   procurement" says when but is too late, and an occasion is no date.
package rules.security["before-procurement"]

import data.language
import data.plan

finding contains {
	"path": array.concat(question.path, ["comment"]),
	"variant": "too-late",
	"values": {"comment": question.item.comment, "words": words},
	"rests_on": [question.path],
} if {
	some question in put_off
	words := language.during_development(question.item.comment)
	count(words) > 0
}

finding contains {
	"path": array.concat(question.path, ["comment"]),
	"variant": "no-date",
	"values": {"comment": question.item.comment},
	"rests_on": [question.path],
} if {
	some question in put_off
	not question.item.date
	comment := question.item.comment
	count(language.during_development(comment)) == 0
	later(comment)
	not dated(comment)
}

put_off := [question |
	plan.proposed != []
	some question in plan.questions
	question.key == "classification"
	question.item.answer == "no"
	plan.filled(question.item.comment)
]

# A comment that says nothing of when is a finding of security/when.
later(comment) if count(language.occasions(comment)) > 0

later(comment) if {
	language.not_relevant(comment)
	language.deferral(comment)
}

dated(comment) if count(language.times(comment)) > 0

# "inom utredningen 2023"
dated(comment) if {
	some occasion in language.occasions(comment)
	some kind in language.tags(occasion)
	kind in {"year", "years", "date"}
}
