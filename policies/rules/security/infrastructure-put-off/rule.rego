# METADATA
# title: Whether the infrastructure is affected is answered, not put off
package rules.security["infrastructure-put-off"]

import data.language
import data.plan

finding contains {
	"path": array.concat(question.path, ["comment"]),
	"values": {
		"answer": {"term": sprintf("answer.%s", [question.item.answer])},
		"comment": question.item.comment,
	},
	"rests_on": [question.path],
} if {
	plan.proposed != []
	some question in plan.questions
	question.key == "infrastructureImpact"
	plan.answered(question.item)
	plan.filled(question.item.comment)
	language.deferral(question.item.comment)
}
