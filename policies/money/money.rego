# METADATA
# title: Amounts as intervals
# description: >-
#   An amount is as exact as its unit: 25 003 tkr means anything from 25 002.5
#   to 25 003.5 tkr. Amounts are compared as intervals, in halves of a krona so
#   that every bound is a whole number, and differ only when no value lies in
#   both. Source: XBRL Calculations 1.1 compares rounded figures the same way.
package money

# One unit in kronor.
kronor := {"kr": 1, "tkr": 1000, "mnkr": 1000000}

# An interval is {low, high}, in half kronor, bounds included.
interval(amount, unit) := {
	"low": ((2 * amount) - 1) * kronor[unit],
	"high": ((2 * amount) + 1) * kronor[unit],
}

zero := {"low": 0, "high": 0}

sum_of(intervals) := {
	"low": sum([interval.low | some interval in intervals]),
	"high": sum([interval.high | some interval in intervals]),
}

# Raised by an index given in per cent with at most two decimals, `years` times.
# Both sides of a comparison are brought to the same scale by scaled().
raised(interval, percent, years) := {
	"low": interval.low * factor(percent, years),
	"high": interval.high * factor(percent, years),
}

scaled(interval, years) := {
	"low": interval.low * factor(0, years),
	"high": interval.high * factor(0, years),
}

# (1 + percent/100) to the power of years, times 10 000 to the power of years.
factor(percent, years) := product([step |
	some i in numbers.range(0, years)
	step := growth(percent, i)
])

growth(_, 0) := 1

growth(percent, i) := 10000 + round(percent * 100) if i > 0

# A term of a relation: a figure of the plan, and how often it counts there, as a
# numerator and a denominator. Relations are what the accountant reckons with: their
# terms add up to nothing where all figures are right. The first term is the one
# that is worked out from the others. A cell with nothing in it has no amount.
term(path, amount, unit, times) := {"path": path, "amount": amount, "unit": kronor[unit], "times": times}

blank(path, unit, times) := {"path": path, "unit": kronor[unit], "times": times}

overlap(a, b) if {
	a.low <= b.high
	b.low <= a.high
}

# An interval as a reader wants it: in a unit, as decimals. Four of them show
# half a krona in tkr; what an index adds behind those is rounded outwards.
shown(interval, unit, scale) := {
	"low": floored(interval.low * 10000, (2 * kronor[unit]) * scale) / 10000,
	"high": (0 - floored((0 - interval.high) * 10000, (2 * kronor[unit]) * scale)) / 10000,
	"unit": unit,
}

# The quotient rounded down, of whole numbers of any size; floor() reckons in
# floating point.
floored(number, by) := (number - (((number % by) + by) % by)) / by
