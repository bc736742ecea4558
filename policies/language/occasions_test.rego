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
		"Gjordes när verktyget infördes": ["när verktyget infördes"],
		"Innan det nya verktyget valdes": ["Innan det nya verktyget valdes"],
		"Görs inte förrän i upphandlingen": ["i upphandlingen"],
		"Gjordes ej vid införandet": [],
		"Gjordes inte när verktyget infördes": [],
		"När ombudet hade tid": [],
		"När det, efter lång tid, infördes": [],
		"I den nya tjänsteorganisationen": [],
		"Nej, med upphandlingen": [],
		"I år och upphandlingen": [],
		"Upphandlingen pågår": [],
		"": [],
	}
	language.occasions(text) == want
}
