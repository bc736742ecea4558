# METADATA
# title: Each answer has its comment
package rules.security.commented

import data.plan

finding contains {
	"path": array.concat(question.path, ["comment"]),
	"variant": variant(question),
	"values": {"answer": {"term": sprintf("answer.%s", [question.item.answer])}},
	"rests_on": [question.path],
} if {
	some question in plan.questions
	plan.answered(question.item)
	not commented(question)
}

commented(question) if plan.filled(question.item.comment)

variant(question) := "effect" if not question.step

variant(question) := question.item.answer if question.step
