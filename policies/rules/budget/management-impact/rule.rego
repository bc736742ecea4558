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
		"expected": expected(table, row, year),
		"proposals": plan.names(contributing(row, to_number(year))),
	}),
	"rests_on": rests_on(table, row),
} if {
	some name in ["development", "newServices"]
	table := plan.tables[name]
	some row in table.rows
	years := wrong(table, row)
	not unfilled(row, years)
	some year in years
}

# A row that states no effect at all, where there is one in several years.
finding contains {
	"path": array.concat(row.path, ["impact"]),
	"variant": "row",
	"values": {
		"years": [{"year": to_number(year)} | some year in years],
		"expected": [expected(table, row, year) | some year in years],
		"proposals": plan.names(plan.behind(row)),
	},
	"rests_on": rests_on(table, row),
} if {
	some name in ["development", "newServices"]
	table := plan.tables[name]
	some row in table.rows
	years := wrong(table, row)
	unfilled(row, years)
}

rests_on(table, row) := array.concat(
	[row.path, array.concat(table.path, ["unit"]), array.concat(table.path, ["index"])],
	[["proposed", "proposals"]],
)

# The years in which a row states another effect than its proposals do.
wrong(table, row) := [year |
	plan.comparable(table)
	obstacles(row) == {}
	settled(row)
	some number in plan.impact_years
	year := format_int(number, 10)
	due := owed(table, row, number)
	seen := money.scaled(cell(row, year, table.unit), due.exponent)
	amount := due.sum
	not money.overlap(amount, seen)
]

unfilled(row, years) if {
	count(years) > 1
	object.get(row.item, "impact", {}) == {}
}

# What the proposals of a row make in a year, if there is an index to raise it by.
owed(table, row, year) := total(effects, rate(name)) if {
	name := table.path[1]
	effects := effects_in(row, year)
	not unindexed(name, effects)
}

expected(table, row, year) := money.shown(due.sum, table.unit, due.scale) if {
	due := owed(table, row, to_number(year))
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

# A row whose forecast no proposal explains is a finding of its own, and so is one
# that stands for a proposal that does not exist.
settled(row) if plan.behind(row) != []

settled(row) if {
	plan.claimed(row)
	object.get(row.figures, [["forecast"]], 0) == 0
}

# What keeps a row from being judged: amounts that are not known, or not dated,
# or that would have to be divided between services.
obstacles(row) := {reason: proposals |
	some reason, proposals in {
		"unknown": [proposal |
			some proposal in plan.behind(row)
			not unaffected(proposal)
			object.get(proposal.item, ["managementCost", "effects"], []) == []
		],
		"no-year": [proposal |
			some proposal in plan.behind(row)
			undated(proposal)
		],
		"shared": plan.shared(plan.behind(row)),
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
effects_in(row, year) := [{"cost": effect.cost, "times": times(effect, year)} |
	some proposal in plan.behind(row)
	some effect in proposal.item.managementCost.effects
	falls_on(effect, year)
]

contributing(row, year) := [proposal |
	some proposal in plan.behind(row)
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
