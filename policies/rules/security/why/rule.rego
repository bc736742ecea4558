# METADATA
# title: A no says why
package rules.security.why

import data.language
import data.plan

finding contains {
	"path": array.concat(question.path, ["comment"]),
	"variant": "no",
	"values": {"comment": question.item.comment},
	"rests_on": [question.path],
} if {
	some question in plan.questions
	question.item.answer == "no"
	plan.filled(question.item.comment)
	comment := question.item.comment
	not language.reason(comment)
}
