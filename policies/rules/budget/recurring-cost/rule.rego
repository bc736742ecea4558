# METADATA
# title: A recurring cost that is announced is taken up, or left out with a reason
# description: >-
#   A cost that 1.4 announces is taken up where the management table states a
#   change for the service, or the texts of 3.1 speak of the initiative. A cost
#   that 2.2 announces is an amount of the proposal.
package rules.budget["recurring-cost"]

import data.language
import data.money
import data.plan

# One finding for each initiative, where it is first said.
finding contains {
	"path": announced[0].path,
	"variant": "initiative",
	"values": {"words": plan.distinct([word | some said in announced; some word in said.words])},
	"rests_on": array.concat([["costs"], ["supplier", "services"], initiative.path], paths(announced)),
} if {
	count(plan.cost_tables.management.rows) > 0
	some initiative in plan.initiatives
	announced := announcements(initiative)
	count(announced) > 0
	not stated_change(initiative)
	not spoken_of(initiative)
}

# A proposal that is said to affect nothing, but announces a cost a year.
finding contains {
	"path": announced[0].path,
	"variant": "proposal",
	"values": {"words": plan.distinct([word | some said in announced; some word in said.words])},
	"rests_on": [proposal.path],
} if {
	some proposal in plan.proposals
	proposal.item.managementCost.status == "none"
	object.get(proposal.item.managementCost, "effects", []) == []
	announced := announcements(proposal)
	count(announced) > 0
}

# An amount a year in the comment that none of the stated amounts is.
finding contains {
	"path": array.concat(proposal.path, ["managementCost", "comment"]),
	"variant": "amount",
	"values": {"words": said.words, "amounts": [effect.cost | some effect in proposal.item.managementCost.effects]},
	"rests_on": [array.concat(proposal.path, ["managementCost"])],
} if {
	some proposal in plan.proposals
	effects := [money.interval(effect.cost.amount, effect.cost.unit) | some effect in proposal.item.managementCost.effects]
	count(effects) > 0
	not plan.section_exempt.proposed
	comment := proposal.item.managementCost.comment
	amounts := language.amounts(comment)
	count(amounts) == 1
	said := amounts[0]
	said.rate == "year"
	count([effect | some effect in array.concat(effects, [money.sum_of(effects)]); money.overlap(said, effect)]) == 0
	first := said.first
	not rounded(comment, first)
}

# An analysis belongs to no single change, so a person has to find the amount.
manual contains {
	"path": text.path,
	"variant": "analysis",
	"values": {"words": plan.distinct(words)},
	"rests_on": [text.path],
} if {
	some text in plan.section_texts
	words := language.recurring_costs(text.text)
	count(words) > 0
}

announcements(change) := [{"path": text.path, "words": words} |
	not plan.exempt_change(change)
	some text in plan.texts_of(change)
	words := language.recurring_costs(text.text)
	count(words) > 0
]

paths(announced) := [said.path | some said in announced]

stated_change(initiative) if {
	some row in plan.cost_tables.management.rows
	row.item.service in initiative.item.services
	count(row.item.adjustments) > 0
}

spoken_of(initiative) if {
	some text in plan.cost_texts
	language.names_one_of(text.text, initiative.item.name, plan.service_names)
}

rounded(text, first) if {
	words := language.tokens(text).words
	words[first - 1] in {"cirka", "ca", "omkring", "ungefär", "drygt", "knappt", "nästan", "runt", "minst", "högst", "."}
}
