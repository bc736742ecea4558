# METADATA
# title: The impact columns follow from the recurring amounts of 2.2
package rules.budget["management-impact"]

import data.money
import data.plan

finding contains {
	"path": array.concat(row.path, ["impact", year]),
	"variant": variant(row, year),
	"values": object.union(stated(row, year, table.unit), {
		"year": {"year": to_number(year)},
		"expected": money.shown(expected.sum, table.unit, expected.scale),
		"proposals": plan.names(contributing(row, to_number(year))),
	}),
	"rests_on": array.concat(
		[row.path, array.concat(table.path, ["unit"]), array.concat(table.path, ["index"])],
		[["proposed", "proposals"]],
	),
	"relation": array.concat(row.path, ["impact", year]),
} if {
	some name in ["development", "newServices"]
	table := plan.tables[name]
	plan.comparable(table)
	some row in table.rows
	obstacles(row) == {}
	settled(row)
	some number in plan.impact_years
	year := format_int(number, 10)
	effects := effects_in(row, number)
	not unindexed(name, effects)
	expected := total(effects, rate(name))
	seen := money.scaled(cell(row, year, table.unit), expected.exponent)
	due := expected.sum
	not money.overlap(due, seen)
}

relation contains {
	"id": array.concat(row.path, ["impact", year]),
	"kind": "derivation",
	"terms": array.concat(
		[plan.cell(table, row, ["impact", year], [1, 1])],
		[money.term(effect.path, effect.cost.amount, effect.cost.unit, [
			0 - money.factor(rate(name), effect.times),
			money.factor(0, effect.times),
		]) |
			some effect in effects
		],
	),
	"rests_on": [
		row.path,
		array.concat(table.path, ["unit"]),
		array.concat(table.path, ["index"]),
		["proposed", "proposals"],
	],
} if {
	some name in ["development", "newServices"]
	table := plan.tables[name]
	plan.comparable(table)
	some row in plan.due_rows(table)
	obstacles(row) == {}
	settled(row)
	some number in plan.impact_years
	year := format_int(number, 10)
	effects := effects_in(row, number)
	not unindexed(name, effects)
}

not_evaluated contains {
	"path": array.concat(row.path, ["impact"]),
	"reason": reason,
	"values": {"proposals": plan.names(proposals)},
	"rests_on": array.concat([row.path], [["proposed", "proposals"]]),
} if {
	some name in ["development", "newServices"]
	some row in plan.tables[name].rows
	some reason, proposals in obstacles(row)
}

not_evaluated contains {
	"path": array.concat(row.path, ["impact", format_int(number, 10)]),
	"reason": "no-index",
	"values": {"proposals": plan.names(contributing(row, number)), "year": {"year": number}},
	"rests_on": array.concat([row.path, array.concat(table.path, ["index"])], [["proposed", "proposals"]]),
} if {
	some name in ["development", "newServices"]
	table := plan.tables[name]
	some row in table.rows
	obstacles(row) == {}
	some number in plan.impact_years
	unindexed(name, effects_in(row, number))
}

# The proposals that a row stands for: those of its service, or the one it names.
row_proposals(row) := plan.proposals_for(row.item.service) if row.item.service

row_proposals(row) := [proposal |
	some proposal in plan.proposals
	proposal.item.id == row.item.proposal
] if {
	row.item.proposal
}

# A row whose forecast no proposal explains is a finding of its own, and so is one
# that stands for a proposal that does not exist.
settled(row) if row_proposals(row) != []

settled(row) if {
	plan.claimed(row)
	object.get(row.figures, [["forecast"]], 0) == 0
}

# What keeps a row from being judged: amounts that are not known, or not dated,
# or that would have to be divided between services.
obstacles(row) := {reason: proposals |
	some reason, proposals in {
		"unknown": [proposal |
			some proposal in row_proposals(row)
			not unaffected(proposal)
			object.get(proposal.item, ["managementCost", "effects"], []) == []
		],
		"no-year": [proposal |
			some proposal in row_proposals(row)
			undated(proposal)
		],
		"shared": plan.shared(row_proposals(row)),
	}
	count(proposals) > 0
}

unaffected(proposal) if proposal.item.managementCost.status == "none"

undated(proposal) if {
	some effect in proposal.item.managementCost.effects
	effect.recurring
	not effect.from
}

# The amounts that fall on a year, each with how many times it has been raised.
effects_in(row, year) := [{"path": path, "cost": effect.cost, "times": times(effect, year)} |
	some proposal in row_proposals(row)
	some i, effect in proposal.item.managementCost.effects
	falls_on(effect, year)
	path := array.concat(proposal.path, ["managementCost", "effects", i, "cost", "amount"])
]

contributing(row, year) := [proposal |
	some proposal in row_proposals(row)
	contributes(proposal, year)
]

contributes(proposal, year) if {
	some effect in proposal.item.managementCost.effects
	falls_on(effect, year)
}

falls_on(effect, year) if effect.year == year

falls_on(effect, year) if {
	effect.recurring
	effect.from <= year
	not over(effect, year)
}

over(effect, year) if effect.until < year

times(effect, year) := year - effect.from if {
	effect.recurring
	effect.indexed
} else := 0

unindexed(name, effects) if {
	not indexed(name)
	some effect in effects
	effect.times > 0
}

indexed(name) if is_number(percent(name))

percent(name) := input.costs[name].index.percent

# Where nothing is raised the rate does not matter.
rate(name) := percent(name) if {
	indexed(name)
} else := 0

# The sum, in half kronor times 10 000 to the power of the exponent.
total(effects, index) := {
	"sum": money.sum_of([money.scaled(raised, exponent - effect.times) |
		some effect in effects
		raised := money.raised(money.interval(effect.cost.amount, effect.cost.unit), index, effect.times)
	]),
	"exponent": exponent,
	"scale": money.factor(0, exponent),
} if {
	exponent := max({0} | {effect.times | some effect in effects})
}

# An empty cell is exactly nothing.
cell(row, year, unit) := money.interval(row.figures[["impact", year]], unit) if {
	is_number(row.figures[["impact", year]])
} else := money.zero

variant(row, year) := "differs" if {
	is_number(row.figures[["impact", year]])
} else := "blank"

stated(row, year, unit) := {"stated": {"amount": row.figures[["impact", year]], "unit": unit}} if {
	is_number(row.figures[["impact", year]])
} else := {}
