# METADATA
# title: A step comes after the step that it rests on
# description: Which step rests on which stands in the profile (order).
package rules.security.order

import data.plan

finding contains {
	"path": array.concat(path(proposal, step.then), ["answer"]),
	"variant": "not-done",
	"values": question_terms(step),
	"rests_on": rests_on(proposal, step),
} if {
	some proposal in plan.proposals
	some step in plan.profile.order
	out_of_order(proposal, step)
}

finding contains {
	"path": array.concat(path(proposal, step.then), ["date"]),
	"variant": "too-early",
	"values": object.union(question_terms(step), {"thenDate": later, "firstDate": earlier}),
	"rests_on": rests_on(proposal, step),
} if {
	some proposal in plan.proposals
	some step in plan.profile.order
	later := proposal.item.security[step.then].date
	earlier := proposal.item.security[step.first].date
	later < earlier
	not out_of_order(proposal, step)
}

# Said once: the dates of a step that is done and of one that is not say no more.
out_of_order(proposal, step) if {
	proposal.item.security[step.then].answer == "yes"
	proposal.item.security[step.first].answer == "no"
}

# An answer that is missing is a finding of its own; what rests on it is open.
not_evaluated contains {
	"path": array.concat(path(proposal, step.then), ["answer"]),
	"reason": "first-unanswered",
	"values": question_terms(step),
	"rests_on": rests_on(proposal, step),
} if {
	some proposal in plan.proposals
	some step in plan.profile.order
	proposal.item.security[step.then].answer == "yes"
	not answered_first(proposal, step)
}

answered_first(proposal, step) if plan.answered(proposal.item.security[step.first])

path(proposal, key) := array.concat(proposal.path, ["security", key])

rests_on(proposal, step) := [path(proposal, step.first), path(proposal, step.then)]

question_terms(step) := {
	"first": {"term": sprintf("title.%s", [step.first])},
	"then": {"term": sprintf("title.%s", [step.then])},
}
