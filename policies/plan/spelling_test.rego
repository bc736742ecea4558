package plan_test

import data.plan

test_ids_that_differ_by_a_slip[pair] if {
	some pair in [
		["statusvyn", "statusvy"],
		["statusvy", "statsvy"],
		["statusvy", "statusby"],
		["statusvy", "sttausvy"],
		["Lokalbokning", "lokalbokning"],
		["mina_arenden", "mina-arenden"],
		["e.arkiv", "earkiv"],
	]
	plan.spellings(pair[0]) & plan.spellings(pair[1]) != set()
}

test_ids_that_are_different[pair] if {
	some pair in [
		["leverans-1", "leverans-2"],
		["leverans-1", "leverans-11"],
		["i-2023-1", "i-2023"],
		["hr", "kr"],
		["e-tjanst", "e-arkiv"],
		["kontaktcentrum", "kontaktcenter"],
	]
	plan.spellings(pair[0]) & plan.spellings(pair[1]) == set()
}

# Where the schema has taken out what stood there.
test_what_is_no_text_has_no_spelling if {
	spelled := {spelling | some spelling in plan.spellings(null)}
	spelled == set()
}
