# METADATA
# title: Minor impact does not contradict the text
# description: >-
#   A proposal whose sides are all minor although it speaks of a new system, a
#   procurement, many units or new ways of working, or costs more than a small
#   change does (minorBudget in the profile).
package rules.complexity.minor

import data.language
import data.money
import data.plan

finding contains {
	"path": array.concat(proposal.path, ["complexity"]),
	"variant": variant(words, dear),
	"values": object.union({"words": words}, dear),
	"rests_on": [proposal.path],
} if {
	some proposal in plan.proposed
	levels(proposal.item) == {"minor"}
	words := signs(proposal.item)
	dear := large_budget(proposal.item)
	[words, dear] != [[], {}]
}

levels(item) := {level |
	some side in plan.profile.perspectives
	level := item.complexity[side].level
	level in plan.levels
}

# That many take part is no sign in a reason, which may say that none of them is
# affected.
signs(item) := plan.distinct(array.concat(
	[word |
		some text in plan.undertaking(item)
		some word in array.concat(language.new_system(text), language.new_ways(text))
	],
	array.concat([word | some word in language.many_units(item.need)], procured(item)),
))

# An order from a framework agreement is no procurement.
procured(item) := [word |
	some text in array.concat(plan.undertaking(item), plan.remarks(item))
	some word in language.procurement(text)
	contains(lower(word), "upphandl")
]

large_budget(item) := {"cost": item.projectBudget.cost, "limit": limit} if {
	limit := plan.profile.minorBudget
	cost := item.projectBudget.cost
	money.interval(cost.amount, cost.unit).low > 2 * (limit.amount * money.kronor[limit.unit])
} else := {}

variant([], _) := "budget"

variant(words, {}) := "text" if words != []

variant(words, dear) := "both" if {
	words != []
	dear != {}
}
