# METADATA
# title: A proposal states what it is about
# description: Which fields a proposal has to state stands in the profile (proposalFields).
package rules.proposal["filled-in"]

import data.plan

# A proposal that has come no further than its name is one finding.
finding contains {
	"path": proposal.path,
	"variant": "nothing",
	"rests_on": [proposal.path],
} if {
	some proposal in plan.proposed
	item := proposal.item
	not plan.begun_proposal(item)
}

finding contains {
	"path": array.concat(proposal.path, [field]),
	"variant": variants[field],
	"rests_on": rests_on(proposal, field),
} if {
	some proposal in plan.proposed
	plan.begun_proposal(proposal.item)
	item := proposal.item
	some field in plan.profile.proposalFields
	not plan.proposes(item, field)
}

# A row without a text among those that have one is to be filled in or removed.
finding contains {
	"path": array.concat(proposal.path, ["strategicLinks", i, "text"]),
	"variant": "blank-link",
	"rests_on": [array.concat(proposal.path, ["strategicLinks"])],
	"fix": plan.without(array.concat(proposal.path, ["strategicLinks", i]), link),
} if {
	some proposal in plan.proposed
	plan.proposes(proposal.item, "strategicLinks")
	some i, link in proposal.item.strategicLinks
	is_object(link)
	not plan.named(link)
}

rests_on(proposal, "services") := [
	array.concat(proposal.path, ["services"]),
	array.concat(proposal.path, ["newService"]),
]

rests_on(proposal, field) := [array.concat(proposal.path, [field])] if field != "services"

variants := {
	"name": "text",
	"need": "text",
	"services": "service",
	"benefit": "text",
	"benefitScope": "choice",
	"orientation": "choice",
	"runAsProject": "yes-or-no",
	"strategicLinks": "link",
	"funding": "funding",
}
