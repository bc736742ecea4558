package money_test

import data.money

test_an_amount_is_half_a_unit_either_way if {
	money.interval(25003, "tkr") == {"low": 50005000, "high": 50007000}
	money.interval(0, "kr") == {"low": -1, "high": 1}
	money.interval(-5, "tkr") == {"low": -11000, "high": -9000}
	money.interval(2, "mnkr") == {"low": 3000000, "high": 5000000}
}

test_the_greatest_amounts_are_exact if {
	money.interval(1000000000000, "mnkr") == {"low": 1999999999999000000, "high": 2000000000001000000}
	money.interval(-1000000000000, "mnkr") == {"low": -2000000000001000000, "high": -1999999999999000000}
}

test_an_unknown_unit_has_no_interval if not interval_in_euro

interval_in_euro if money.interval(1, "eur")

test_sums if {
	money.sum_of([]) == money.zero
	money.sum_of([money.interval(1, "tkr")]) == money.interval(1, "tkr")
	money.sum_of([money.interval(1, "tkr"), money.interval(500, "kr")]) == {"low": 1999, "high": 4001}
	money.sum_of([money.interval(3, "kr"), money.interval(-3, "kr")]) == {"low": -2, "high": 2}
}

test_a_sum_of_the_greatest_amounts_is_exact if {
	rows := [money.interval(999999999999, "mnkr") | some _ in numbers.range(1, 2000)]
	money.sum_of(rows) == {"low": 3999999999994000000000, "high": 3999999999998000000000}
}

test_factor[note] if {
	some note, given in {
		"not raised": [3.5, 0, 1],
		"once": [3.5, 1, 10350],
		"twice": [3.5, 2, 107122500],
		"two decimals": [2.55, 1, 10255],
		"two decimals that no binary fraction holds": [1.15, 1, 10115],
		"a hundredth": [0.01, 1, 10001],
		"nothing": [0, 3, 1000000000000],
		"lowered": [-1.5, 1, 9850],
		"halved": [-50, 2, 25000000],
		"doubled": [100, 3, 8000000000000],
		"ten years": [12.34, 10, 32014313643702596818687124367336378827776],
	}
	money.factor(given[0], given[1]) == given[2]
}

test_every_index_with_two_decimals_is_a_whole_number if {
	every hundredths in numbers.range(-5000, 10000) {
		money.factor(hundredths / 100, 1) == 10000 + hundredths
	}
}

test_raised_and_scaled_meet_where_nothing_is_raised if {
	some amount in [0, 1, -7, 1000000000000]
	some years in [0, 1, 5]
	money.raised(money.interval(amount, "mnkr"), 0, years) == money.scaled(money.interval(amount, "mnkr"), years)
}

test_raised_is_exact_where_floating_point_is_not if {
	raised := money.raised(money.interval(1000000000000, "mnkr"), 3.5, 2)
	raised == {"low": 214244999999892877500000000, "high": 214245000000107122500000000}
}

test_raised_keeps_an_income_in_order if {
	raised := money.raised(money.interval(-1000, "tkr"), 10, 1)
	raised == {"low": -22011000000, "high": -21989000000}
}

test_overlap[note] if {
	some note, given in {
		"the same": [[1, 3], [1, 3], true],
		"one inside the other": [[1, 9], [4, 5], true],
		"a value in common": [[1, 3], [3, 5], true],
		"a value in common, the other way round": [[3, 5], [1, 3], true],
		"nothing in common": [[1, 3], [4, 6], false],
		"nothing in common, the other way round": [[4, 6], [1, 3], false],
		"below zero": [[-3, -1], [-1, 1], true],
	}
	overlapping(given[0], given[1]) == given[2]
}

overlapping(a, b) if {
	money.overlap({"low": a[0], "high": a[1]}, {"low": b[0], "high": b[1]})
} else := false

test_kronor_and_thousands_meet_at_the_half if {
	money.overlap(money.interval(240500, "kr"), money.interval(240, "tkr"))
	not too_high
}

too_high if money.overlap(money.interval(240501, "kr"), money.interval(240, "tkr"))

test_shown if {
	money.shown(money.interval(25003, "tkr"), "tkr", 1) == {"low": 25002.5, "high": 25003.5, "unit": "tkr"}
	money.shown(money.interval(2, "mnkr"), "tkr", 1) == {"low": 1500, "high": 2500, "unit": "tkr"}
	money.shown(money.interval(350501, "kr"), "tkr", 1) == {"low": 350.50050, "high": 350.5015, "unit": "tkr"}
	raised := money.raised(money.interval(6840, "tkr"), 3.5, 1)
	money.shown(raised, "tkr", 10000) == {"low": 7078.8825, "high": 7079.9175, "unit": "tkr"}
}

test_shown_is_rounded_outwards if {
	thrice := money.raised(money.interval(120000, "kr"), 3.5, 3)
	money.shown(thrice, "tkr", money.factor(0, 3)) == {"low": 133.0455, "high": 133.0467, "unit": "tkr"}
	less := money.raised(money.interval(-120000, "kr"), 3.5, 3)
	money.shown(less, "tkr", money.factor(0, 3)) == {"low": -133.0467, "high": -133.0455, "unit": "tkr"}
}

test_the_greatest_amount_is_shown_in_full if {
	money.shown(money.interval(1000000000000, "tkr"), "tkr", 1) == {"low": 999999999999.5, "high": 1000000000000.5, "unit": "tkr"}
}
