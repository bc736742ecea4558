# METADATA
# title: Each of the five questions is answered yes or no
package rules.security.answered

import data.plan

finding contains {
	"path": array.concat(proposal.path, ["security"]),
	"variant": "all",
	"rests_on": [array.concat(proposal.path, ["security"])],
} if {
	some proposal in plan.proposals
	plan.outlined(proposal)
	not plan.security_begun(proposal)
}

finding contains {
	"path": array.concat(question.path, ["answer"]),
	"variant": variant(question),
	"values": values(question.item),
	"rests_on": [question.path],
} if {
	some question in plan.questions
	item := question.item
	not plan.answered(item)
}

# An effect that is uncertain is an effect that is possible; a step that is, is not
# taken yet.
variant(question) := "uncertain-effect" if {
	not question.step
	plan.filled(question.item.comment)
} else := "comment-only" if {
	plan.filled(question.item.comment)
} else := "none"

values(item) := {"comment": item.comment} if {
	plan.filled(item.comment)
} else := {}
