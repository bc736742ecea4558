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
	not begun(item)
}

finding contains {
	"path": array.concat(proposal.path, [field]),
	"variant": variants[field],
	"rests_on": rests_on(proposal, field),
} if {
	some proposal in plan.proposed
	begun(proposal.item)
	item := proposal.item
	some field in plan.profile.proposalFields
	not stated(item, field)
}

# A row without a text among those that have one is to be filled in or removed.
finding contains {
	"path": array.concat(proposal.path, ["strategicLinks", i, "text"]),
	"variant": "blank-link",
	"rests_on": [array.concat(proposal.path, ["strategicLinks"])],
	"fix": plan.without(array.concat(proposal.path, ["strategicLinks", i]), link),
} if {
	some proposal in plan.proposed
	stated(proposal.item, "strategicLinks")
	some i, link in proposal.item.strategicLinks
	is_object(link)
	not named(link)
}

begun(item) if {
	some field in plan.profile.proposalFields
	field != "name"
	stated(item, field)
}

stated(item, "name") if plan.filled(item.name)

stated(item, "need") if plan.filled(item.need)

stated(item, "benefit") if plan.filled(item.benefit)

stated(item, "services") if count(item.services) > 0

stated(item, "services") if plan.filled(item.newService)

stated(item, "benefitScope") if item.benefitScope in {"internal", "external", "both"}

stated(item, "orientation") if item.orientation in {"efficiency", "innovation", "both"}

stated(item, "runAsProject") if plan.answered(item.runAsProject)

stated(item, "strategicLinks") if {
	some link in item.strategicLinks
	named(link)
}

stated(item, "funding") if {
	some row in item.funding
	plan.funds(row)
}

named(link) if plan.filled(link.text)

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
