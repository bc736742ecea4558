package language_test

import data.language

test_effect_goals_that_are_said_not_to_be_there[text] if {
	some text, words in {
		"Det finns inga effektmål formulerade i projektet.": ["inga effektmål"],
		"Projektet har inga egna effektmål": ["inga egna effektmål"],
		"Insatsen saknar effektmål.": ["saknar effektmål"],
		"Det finns inte några effektmål än.": ["inte några effektmål"],
		"Effektmål saknas för insatsen.": ["Effektmål saknas"],
		"Några effektmål är inte formulerade i projektet.": ["Några effektmål är inte formulerade"],
		"Effektmål har ännu inte tagits fram": ["Effektmål har ännu inte tagits"],
		"Inga effektmål har formulerats": ["Inga effektmål"],
	}
	language.denied_goals(text) == words
}

test_effect_goals_that_are_there[text] if {
	some text in [
		"Effektmålen är inte beslutade.",
		"Inga effektmål har ändrats under året.",
		"Effektmålen mäts varje år, inte varje månad.",
		"Inga avvikelser från effektmålen.",
		"Effektmål är formulerade tillsammans med kunderna.",
	]
	language.denied_goals(text) == []
}
