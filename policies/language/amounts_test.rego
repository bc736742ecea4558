package language_test

import data.language

# What a text says, each amount as written with its bounds in kronor.
read(text) := [[amount.words, amount.low / 2, amount.high / 2] | some amount in language.amounts(text)]

test_units if {
	read("77 587 000 kronor") == [["77 587 000 kronor", 77586999.5, 77587000.5]]
	read("77 587 tkr") == [["77 587 tkr", 77586500, 77587500]]
	read("3 mnkr") == [["3 mnkr", 2500000, 3500000]]
	read("3 miljoner kronor") == [["3 miljoner kronor", 2500000, 3500000]]
	read("300 tusen kronor") == [["300 tusen kronor", 299500, 300500]]
	read("2 milj. kr") == [["2 milj . kr", 1500000, 2500000]]
	read("1 miljard kronor") == [["1 miljard kronor", 500000000, 1500000000]]
}

test_a_decimal_makes_it_more_exact if {
	read("4,5 mnkr") == [["4,5 mnkr", 4450000, 4550000]]
	read("4.5 mnkr") == [["4.5 mnkr", 4450000, 4550000]]
	read("0,50 mnkr") == [["0,50 mnkr", 495000, 505000]]
	read("12,50 kr") == [["12,50 kr", 12, 13]]
}

test_spaces_of_all_kinds_group_figures if {
	read("77\u00a0587\u202f000\u00a0kronor") == [["77\u00a0587\u202f000 kronor", 77586999.5, 77587000.5]]
	read("77.587.000 kr") == [["77.587.000 kr", 77586999.5, 77587000.5]]
	read("77587 tkr") == [["77587 tkr", 77586500, 77587500]]
	read("300tkr") == [["300tkr", 299500, 300500]]
}

test_numbers_in_words if {
	read("tre miljoner kronor") == [["tre miljoner kronor", 2500000, 3500000]]
}

test_a_year_beside_an_amount if {
	read("2023 500 tkr") == [["500 tkr", 499500, 500500]]
	read("34 810 tkr 2023 och 36 448 tkr 2024") == [["34 810 tkr", 34809500, 34810500], ["36 448 tkr", 36447500, 36448500]]
	read("budget 2023 och 500 tkr") == [["500 tkr", 499500, 500500]]
}

test_what_may_be_read_in_two_ways_is_not_read[text] if {
	some text in [
		"1.500 tkr",
		"1,500 tkr",
		"100–200 tkr",
		"100 – 200 tkr",
		"mellan 100 och 200 tkr",
		"100 respektive 200 tkr",
		"-300 tkr",
		"en halv miljon kronor",
		"två hundra tusen kronor",
	]
	read(text) == []
}

test_what_is_no_money[text] if {
	some text in ["3 miljoner invånare", "62 nämnder", "2023", "", "tkr", "sex procent"]
	read(text) == []
}

test_rates if {
	rates("30 tkr per år") == ["year"]
	rates("30 tkr/år") == ["year"]
	rates("30 tkr om året och 40 tkr årligen") == ["year", "year"]
	rates("30 kr per användare") == ["other"]
	rates("30 kr per år och användare") == ["other"]
	rates("30 tkr per år och 40 tkr per år") == ["year", "year"]
	rates("30 tkr 2024") == ["none"]
}

rates(text) := [amount.rate | some amount in language.amounts(text)]

test_percentages if {
	shares("sex procent, 6 %, 3,5 procent och 0,25%") == [6, 6, 3.5, 0.25]
	shares("mellan 3 och 4 procent") == []
	shares("3 procentenheter") == []
}

shares(text) := [share.percent | some share in language.percentages(text)]

test_amounts_that_run_into_others[text] if {
	some text in ["2024 300tkr", "1234 56 tkr", "100 resp. 200 tkr", "två 300 tkr", "1,500 tkr"]
	read(text) == []
}

test_the_smallest_and_the_finest_amounts if {
	[[amount.low, amount.high] | some amount in language.amounts("0 kronor")] == [[-1, 1]]
	[[amount.low, amount.high] | some amount in language.amounts("1,500 mnkr")] == [[2999000, 3001000]]
}
