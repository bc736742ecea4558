package language_test

import data.language

test_occasions[text] if {
	some text, want in {
		"Nej, hanteras i upphandlingen": ["i upphandlingen"],
		"Ja, vid införandet av det nya larmet": ["vid införandet av det nya larmet"],
		"Inför byte av skrivare i skolan": ["Inför byte av skrivare"],
		"Inom utredningen 2023": ["Inom utredningen 2023"],
		"Gjordes i samband med upphandlingen": ["i samband med upphandlingen"],
		"Efter den första driftsättningen": ["Efter den första driftsättningen"],
		"Nej, med upphandlingen": [],
		"I år och upphandlingen": [],
		"Upphandlingen pågår": [],
		"": [],
	}
	language.occasions(text) == want
}
