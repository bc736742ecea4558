package language_test

import data.language

test_moved if {
	language.moved("Projektet är försenat.") == ["försenat"]
	language.moved("Införandet flyttas fram till maj.") == ["flyttas fram"]
}

test_a_move_that_may_come[text] if {
	some text in [
		"Om projektet blir försenat ökar kostnaden.",
		"Risken är att projektet är försenat.",
		"Projektet kan bli försenat.",
		"Projektet är inte försenat.",
	]
	language.moved(text) == []
}

test_a_move_ends_with_its_sentence if language.moved("Datumet flyttas. Fram till maj väntar vi.") == []
