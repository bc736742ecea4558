package language_test

import data.language

test_no_need_at_all[text] if {
	some text in [
		"Inga.",
		"Nämnden ser inget behov av nya tjänster",
		"Inga förslag lämnas i år, eftersom utredningen pågår.",
		"Behov saknas.",
		"Inte aktuellt.",
	]
	language.no_need(text)
}

test_some_need[text] if {
	some text in ["Behov av en ny tjänst.", "Inget annat. Behov av en ny tjänst finns.", "Nya tjänster planeras."]
	not language.no_need(text)
}
