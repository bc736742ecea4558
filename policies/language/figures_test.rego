package language_test

import data.language

names := {"od": "Öppna data", "kc": "Stadens kontaktcenter"}

# The figures of a text: kind, year, amount and whom it is said of.
told(text) := [[figure.kind, figure.year, figure.words, figure.names, figure.total] | some figure in language.figures(text, names)]

test_a_figure_before_its_amount if {
	told("Budget 2023 för förvaltning av nämndens bastjänster är 77 587 000 kronor.") == [["budget", 2023, "77 587 000 kronor", set(), true]]
	told("Prognosen för bastjänsternas förvaltningskostnad 2024 är 82 242 000 kronor.") == [["forecast", 2024, "82 242 000 kronor", set(), true]]
	told("Att förvalta bastjänsterna är budgeterat till 77 tkr 2023, och för 2024 är prognosen 82 tkr.") == [
		["budget", 2023, "77 tkr", set(), true],
		["forecast", 2024, "82 tkr", set(), true],
	]
}

test_a_figure_behind_its_amount if {
	told("Prognosen för 2024 är 4 750 tkr, mot 4 550 tkr i budget 2023 och 3 335 tkr i utfall 2022.") == [
		["forecast", 2024, "4 750 tkr", set(), false],
		["budget", 2023, "4 550 tkr", set(), false],
		["outcome", 2022, "3 335 tkr", set(), false],
	]
}

test_an_amount_that_follows_another_is_of_its_kind if {
	told("Förvaltningskostnaden ökar med 75 tkr 2024, 435 tkr 2025 och 459 tkr 2026.") == [
		["increase", 2024, "75 tkr", set(), false],
		["increase", 2025, "435 tkr", set(), false],
		["increase", 2026, "459 tkr", set(), false],
	]
}

test_names if {
	told("Öppna datas budget 2023 är 1 tkr.") == [["budget", 2023, "1 tkr", {"od"}, false]]
	told("Budgeten 2023 är 1 tkr för Öppna data.") == [["budget", 2023, "1 tkr", {"od"}, false]]
	told("Budgeten 2023 är 1 tkr för Öppna data och stadens kontaktcenter.") == [["budget", 2023, "1 tkr", {"od"}, false]]
}

test_an_amount_in_brackets if {
	told("Budgeten (2023: 77 tkr)") == [["budget", 2023, "77 tkr", set(), false]]
}

test_what_is_not_clearly_said_is_not_read[text] if {
	some text in [
		"Budgeten 2023 för licenser är 5 tkr.",
		"Prognosen 2024 är 4 655 tkr högre än budgeten.",
		"I budgeten 2023 ingår 500 tkr för chatt.",
		"Budgeten 2023 är cirka 77 000 tkr.",
		"Budgeten 2023 är 77 tkr, exklusive licenser.",
		"Budgeten är 77 tkr.",
		"Nämndens budget 2023 är 77 tkr.",
		"Nämndens totala budget 2023 är 77 tkr.",
		"I budgeten 2023 är 77 tkr, som avser chatt, medräknade.",
		"Budgeten 2023 för två bastjänster är 77 tkr.",
		"Budgeten 2023 är 77 tkr per användare.",
		"Om budgeten 2023 blir 77 tkr räcker den inte.",
		"Budgeten och prognosen 2024 är 77 tkr.",
		"Fem nya kunder ger ytterligare 420 tkr 2024.",
		"",
	]
	told(text) == []
}

test_rates_of_indexation if {
	rates_of("Ökningen består av en indexuppräkning på sex procent.") == [[6, set()]]
	rates_of("Ökningen beror på index, 3,5 procent för alla tjänster, och på volymen.") == [[3.5, set()]]
	rates_of("Index för 2023 är 8 procent.") == [[8, {2023}]]
	rates_of("Index 2023 var 8 procent.") == []
	rates_of("Index för licenser är 5 procent.") == []
	rates_of("För löner används ett index på 3 procent.") == []
	rates_of("Index, 3 procent för löner och 5 procent för licenser.") == []
	rates_of("Skulle index bli 9 procent räcker inte budgeten.") == []
	rates_of("Förra årets index på 4 procent gäller inte längre.") == []
}

rates_of(text) := [[rate.percent, rate.years] | some rate in language.index_rates(text)]

test_a_figure_at_the_very_end if {
	told("Budgeten 2023 är 77 tkr") == [["budget", 2023, "77 tkr", set(), false]]
}
