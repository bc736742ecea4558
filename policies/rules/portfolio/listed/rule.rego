# METADATA
# title: What is described is in PIOS
# description: >-
#   The initiatives of 1.4 stand in the list of 1.3, and where the year uses 2.1
#   the proposals of 2.2 in the list there. That the lists name nothing else, and
#   nothing twice, is for the rules on references.
package rules.portfolio.listed

import data.plan

finding contains {
	"path": initiative.path,
	"variant": "initiative",
	"rests_on": [["portfolio"], array.concat(initiative.path, ["id"])],
	"fix": [{"op": "add", "path": ["portfolio", "entries", "-"], "value": entry} |
		strangers(listed, plan.initiatives) == set()
		entry := object.union({"initiative": id}, named(initiative.item))
	],
} if {
	listed := {entry.initiative | some entry in input.portfolio.entries}
	kept("portfolio", "ongoing", listed)
	some initiative in plan.initiatives
	id := initiative.item.id
	not id in listed
}

finding contains {
	"path": proposal.path,
	"variant": "proposal",
	"rests_on": [["plannedPortfolio"], array.concat(proposal.path, ["id"])],
	"fix": [{"op": "add", "path": ["plannedPortfolio", "entries", "-"], "value": entry} |
		strangers(listed, plan.proposals) == set()
		entry := object.union({"proposal": id}, named(proposal.item))
	],
} if {
	listed := {entry.proposal | some entry in input.plannedPortfolio.entries}
	kept("plannedPortfolio", "proposed", listed)
	some proposal in plan.proposals
	id := proposal.item.id
	not id in listed
}

# An empty list is an empty section, which is a finding of its own.
kept(list, content, listed) if {
	plan.used(list)
	count(listed) > 0
	not plan.exempt([list])
	not plan.exempt([content])
}

# An entry that points at nothing may be the very one that is looked for.
strangers(listed, changes) := listed - {change.item.id | some change in changes}

named(item) := {"name": name |
	name := item.name
	plan.filled(name)
}
