# METADATA
# title: The comment says when
# description: >-
#   A declared date is enough; otherwise the comment has to hold a time, or name
#   the occasion. Whether a step is needed at all is another question.
package rules.security.when

import data.language
import data.plan

finding contains {
	"path": array.concat(question.path, ["comment"]),
	"variant": question.item.answer,
	"values": {"comment": question.item.comment},
	"rests_on": [question.path],
} if {
	some question in plan.questions
	question.step
	plan.answered(question.item)
	plan.filled(question.item.comment)
	not question.item.date
	comment := question.item.comment
	not says_when(comment)
	item := question.item
	not waived(item)
}

finding contains {
	"path": array.concat(question.path, ["date"]),
	"variant": "done-in-the-future",
	"values": {"date": question.item.date, "asOf": plan.as_of},
	"rests_on": [question.path],
} if {
	some question in plan.questions
	question.step
	question.item.answer == "yes"
	question.item.date > plan.as_of
}

finding contains {
	"path": array.concat(question.path, ["date"]),
	"variant": "planned-in-the-past",
	"values": {"date": question.item.date, "asOf": plan.as_of},
	"rests_on": [question.path],
} if {
	some question in plan.questions
	question.step
	question.item.answer == "no"
	question.item.date < plan.as_of
}

says_when(comment) if count(language.times(comment)) > 0

says_when(comment) if count(language.occasions(comment)) > 0

# What is said not to be needed has no day.
waived(item) if {
	item.answer == "no"
	language.not_relevant(item.comment)
}
