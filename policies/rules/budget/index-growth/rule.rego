# METADATA
# title: Columns that are raised by an index are raised by the stated one
# description: >-
#   For a table that states no index of its own: how fast the effect on the
#   management cost grows from year to year, where nothing but an index lets it
#   grow, against the index of the management table. A cell of 315 tkr is
#   anything from 314.5 to 315.5 tkr, so the columns allow an interval of rates.
package rules.budget["index-growth"]

import data.language
import data.money
import data.plan

finding contains {
	"path": array.concat(row.path, ["impact"]),
	"variant": "rate",
	"values": {
		"amounts": [{"amount": row.figures[["impact", format_int(year, 10)]], "unit": table.unit} | some year in raised],
		"years": [{"year": year} | some year in raised],
		"allowed": {"low": lowest(points) / 100, "high": highest(points) / 100, "unit": "%"},
		"stated": {"percent": stated},
	},
	"rests_on": rests_on(table, row),
} if {
	some name in ["development", "newServices"]
	table := unindexed[name]
	some row in table.rows
	points := series(table, row)
	raised := years(row)
	rate := round(stated * 100)
	not consistent(points, rate)
	lowest(points) <= highest(points)
}

# Amounts that 2.2 says are raised by the index, but by no single rate.
finding contains {
	"path": array.concat(row.path, ["impact"]),
	"variant": "no-rate",
	"values": {
		"amounts": [{"amount": row.figures[["impact", format_int(year, 10)]], "unit": table.unit} | some year in raised],
		"years": [{"year": year} | some year in raised],
		"stated": {"percent": stated},
	},
	"rests_on": rests_on(table, row),
} if {
	some name in ["development", "newServices"]
	table := unindexed[name]
	some row in table.rows
	points := series(table, row)
	raised := years(row)
	said_to_be_indexed(row)
	rate := round(stated * 100)
	not consistent(points, rate)
	lowest(points) > highest(points)
}

rests_on(table, row) := array.concat(
	[row.path, table.path, ["costs", "management", "index"]],
	plan.paths(plan.proposals),
)

stated := input.costs.management.index.percent

# The tables without an index of their own and without a word on one.
unindexed[name] := table if {
	some name in ["development", "newServices"]
	table := plan.cost_tables[name]
	plan.comparable(table)
	stated
	not own_index(name)
	not index_explained(name)
}

own_index(name) if is_number(input.costs[name].index.percent)

index_explained(name) if plan.filled(input.costs[name].index.comment)

index_explained(name) if language.speaks_of_index(input.costs[name].analysis)

# The years from the first to the last that hold an amount, without a gap.
years(row) := [year |
	some year in plan.impact_years
	row.figures[["impact", format_int(year, 10)]] > 0
]

# What a row allows the amount of its first year to be, raised n times. Where 2.2
# says that the amounts are raised, the amounts there are the start.
series(table, row) := points if {
	list := years(row)
	count(list) > 1
	list[count(list) - 1] - list[0] == count(list) - 1
	only_an_index(row, list)
	cells := [{"times": year - list[0], "cell": money.interval(row.figures[["impact", format_int(year, 10)]], table.unit)} |
		some year in list
	]
	points := array.concat(start(row, list[0]), cells)
}

# Nothing begins or ends while the columns grow.
only_an_index(row, list) if {
	said_to_be_indexed(row)
	every effect in effects(row) {
		effect.from <= list[0]
		not ends(effect, list)
	}
}

only_an_index(row, list) if {
	not said_to_be_indexed(row)
	count(effects(row)) > 0
	grows(row, list)
	every effect in effects(row) {
		effect.recurring
		not effect.from
		not ends(effect, list)
	}

	# All of them are in the first amount, so none begins later.
	first := row.figures[["impact", format_int(list[0], 10)]]
	all := money.sum_of([money.interval(effect.cost.amount, effect.cost.unit) | some effect in effects(row)])
	unit := plan.tables[row.path[1]].unit
	money.overlap(all, money.interval(first, unit))
}

ends(effect, list) if effect.until < list[count(list) - 1]

grows(row, list) if {
	every i in numbers.range(1, count(list) - 1) {
		row.figures[["impact", format_int(list[i], 10)]] > row.figures[["impact", format_int(list[i - 1], 10)]]
	}
}

said_to_be_indexed(row) if {
	count(effects(row)) > 0
	every effect in effects(row) {
		effect.recurring
		effect.indexed
		effect.from
	}
}

effects(row) := [effect |
	some proposal in plan.proposals
	concerns(proposal, row)
	some effect in proposal.item.managementCost.effects
]

concerns(proposal, row) if row.item.service in proposal.item.services

concerns(proposal, row) if row.item.proposal == proposal.item.id

# The amounts of 2.2 are the first year's if none has been raised before it, and
# nobody shares them.
start(row, first) := [{"times": 0, "cell": money.sum_of([money.interval(effect.cost.amount, effect.cost.unit) |
	some effect in effects(row)
])}] if {
	said_to_be_indexed(row)
	every effect in effects(row) {
		effect.from == first
	}
	alone(row)
} else := []

alone(row) if {
	proposals := [proposal | some proposal in plan.proposals; concerns(proposal, row)]
	plan.shared(proposals) == []
}

# Whether one first amount, raised by a rate in hundredths of a per cent, lies in
# every cell: any two cells must be able to agree, which is enough on a line.
consistent(points, rate) if {
	not too_low(points, rate)
	not too_high(points, rate)
}

too_low(points, rate) if {
	raised := factors(rate)
	some pair in pairs(points)
	pair.from.high * raised[pair.years] < pair.to.low * unraised[pair.years]
}

too_high(points, rate) if {
	raised := factors(rate)
	some pair in pairs(points)
	pair.from.low * raised[pair.years] > pair.to.high * unraised[pair.years]
}

# Any two cells of different years, the earlier first.
pairs(points) := [{"from": a.cell, "to": b.cell, "years": b.times - a.times} |
	some a in points
	some b in points
	a.times < b.times
]

# What an amount becomes in each number of years, by a rate and by none.
factors(rate) := [money.factor(rate / 100, n) | some n in years_apart]

unraised := factors(0)

years_apart := numbers.range(0, plan.profile.impactYears)

# The lowest and the highest rate that the cells allow, in hundredths of a per
# cent between -99.99 and 900, found digit by digit: whether a rate is too low or
# too high changes only once along the way.
lowest(points) := finer_low(points, finer_low(points, finer_low(points, hundreds, 100), 10), 1) if {
	hundreds := finer_low(points, finer_low(points, 90000, 10000), 1000)
}

highest(points) := finer_high(points, finer_high(points, finer_high(points, hundreds, 100), 10), 1) if {
	hundreds := finer_high(points, finer_high(points, -9999, 10000), 1000)
}

finer_low(points, from, step) := min([rate |
	some i in numbers.range(0, 9)
	rate := from - (i * step)
	rate > -10000
	not too_low(points, rate)
])

finer_high(points, from, step) := max([rate |
	some i in numbers.range(0, 9)
	rate := from + (i * step)
	not too_high(points, rate)
])
