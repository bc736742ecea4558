# METADATA
# title: No effect on the infrastructure does not contradict the text
package rules.security["infrastructure-named"]

import data.language
import data.plan

finding contains {
	"path": array.concat(proposal.path, ["security", "infrastructureImpact", "answer"]),
	"variant": "text",
	"values": {"words": words},
	"rests_on": [proposal.path],
} if {
	some proposal in denying
	linked(proposal) == []
	words := named(proposal.item)
	count(words) > 0
}

finding contains {
	"path": array.concat(proposal.path, ["security", "infrastructureImpact", "answer"]),
	"variant": "service",
	"values": {"services": services},
	"rests_on": [
		array.concat(proposal.path, ["services"]),
		array.concat(proposal.path, ["security", "infrastructureImpact"]),
		["supplier", "services"],
	],
} if {
	some proposal in denying
	services := linked(proposal)
	count(services) > 0
}

# The infrastructure services that a proposal is linked to, by name.
linked(proposal) := [plan.service_name(id) |
	some id in proposal.item.services
	infrastructure[id]
]

# Proposals that say that the infrastructure is not affected.
denying := [proposal |
	some proposal in plan.proposed
	proposal.item.security.infrastructureImpact.answer == "no"
]

# The supplier's services that are part of the infrastructure.
# Where two have the same id, the first keeps it.
infrastructure := object.union_n([{service.id: lower(service.name)} |
	some service in array.reverse(input.supplier.services)
	service.kind == "infrastructure"
])

named(item) := plan.distinct(array.concat(
	[word |
		some text in plan.undertaking(item)
		some word in language.listed(text, everything)
	],
	# The comment speaks of the infrastructure since it was asked about it.
	[word | some word in language.listed(item.security.infrastructureImpact.comment, parts)],
))

everything := object.union(own, data.language.sv.infrastructure)

parts := {name: kind |
	some name, kind in everything
	kind == "named"
}

own := {name: "named" | some name in infrastructure}
