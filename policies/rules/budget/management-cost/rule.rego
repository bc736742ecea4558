# METADATA
# title: The effect on the management cost is stated, in amounts by year or as none
package rules.budget["management-cost"]

import data.plan

finding contains {
	"path": array.concat(proposal.path, ["managementCost"]),
	"variant": variants[status],
	"values": {},
	"rests_on": [array.concat(proposal.path, ["managementCost"])],
} if {
	some proposal in plan.proposals
	status := object.get(proposal.item, ["managementCost", "status"], "unstated")
	effects(proposal) == []
	status != "none"
	told(proposal, status)
}

finding contains {
	"path": array.concat(proposal.path, ["managementCost", "effects"]),
	"variant": "contradiction",
	"values": {"status": {"term": sprintf("status.%s", [status])}},
	"rests_on": [array.concat(proposal.path, ["managementCost"])],
	# Amounts answer a question that nobody has answered, but contradict an answer.
	"fix": [{"op": "add", "path": array.concat(proposal.path, ["managementCost", "status"]), "value": "affected"} |
		status == "unstated"
	],
} if {
	some proposal in plan.proposals
	effects(proposal) != []
	status := object.get(proposal.item, ["managementCost", "status"], "unstated")
	status != "affected"
}

finding contains {
	"path": array.concat(proposal.path, ["managementCost", "effects", i, "from"]),
	"variant": "no-year",
	"values": {"cost": effect.cost},
	"rests_on": [array.concat(proposal.path, ["managementCost", "effects", i])],
} if {
	some proposal in plan.proposals
	some i, effect in proposal.item.managementCost.effects
	effect.recurring
	not effect.from
}

finding contains {
	"path": array.concat(proposal.path, ["managementCost", "effects", i, "until"]),
	"variant": "backwards",
	"values": {"from": {"year": effect.from}, "until": {"year": effect.until}},
	"rests_on": [array.concat(proposal.path, ["managementCost", "effects", i])],
} if {
	some proposal in plan.proposals
	some i, effect in proposal.item.managementCost.effects
	effect.until < effect.from
}

# Of a proposal that nobody has begun to describe everything is missing.
told(_, status) if status != "unstated"

told(proposal, "unstated") if plan.outlined(proposal)

variants := {"affected": "no-amount", "unknown": "unknown", "unstated": "missing"}

effects(proposal) := object.get(proposal.item, ["managementCost", "effects"], [])
