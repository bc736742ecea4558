# METADATA
# title: What is described is in PIOS
# description: >-
#   The initiatives of 1.4 stand in the list of 1.3, and where the year uses 2.1
#   the proposals of 2.2 in the list there. That the lists name nothing else, and
#   nothing twice, is for the rules on references.
package rules.portfolio.listed

import data.plan

finding contains {
	"path": change.path,
	"variant": kind,
	"rests_on": [[list], array.concat(change.path, ["id"])],
	"fix": [{
		"op": "add",
		"path": [list, "entries", "-"],
		"value": object.union({kind: change.item.id}, named(change.item)),
	}],
} if {
	some kind, list in lists
	strangers(kind) == []
	some change in unlisted(kind)
}

# An entry that points at nothing may be the very one that is looked for.
not_evaluated contains {
	"path": [list, "entries"],
	"reason": "unknown-id",
	"values": {"names": plan.names(unlisted(kind)), "ids": strangers(kind)},
	"rests_on": [[list]],
} if {
	some kind, list in lists
	strangers(kind) != []
	unlisted(kind) != []
}

lists := {"initiative": "portfolio", "proposal": "plannedPortfolio"}

unlisted(kind) := [change |
	kept(lists[kind], contents[kind])
	some change in described[kind]
	id := change.item.id
	not is_listed(kind, id)
]

strangers(kind) := [id |
	some id in listed[kind]
	not is_described(kind, id)
]

is_listed(kind, id) if id in listed[kind]

is_described(kind, id) if id in {change.item.id | some change in described[kind]}

listed := {
	"initiative": [entry.initiative | some entry in input.portfolio.entries],
	"proposal": [entry.proposal | some entry in input.plannedPortfolio.entries],
}

described := {"initiative": plan.initiatives, "proposal": plan.proposals}

contents := {"initiative": "ongoing", "proposal": "proposed"}

# An empty list is an empty section, which is a finding of its own.
kept(list, content) if {
	plan.used(list)
	count(input[list].entries) > 0
	not plan.exempt([list])
	not plan.exempt([content])
}

named(item) := {"name": name |
	name := item.name
	plan.filled(name)
}
