package language_test

import data.language

test_unspecific[text] if {
	some text, reasons in {
		"En smidig och flexibel organisation": ["vague_words"],
		"Vi bidrar": ["vague_words"],
		"Målet ska nås": ["no_object"],
		"Satsningen ska vara igång": ["unknown_object"],
		"Det ska vara 40 procent": ["no_object"],
		"Sjukfrånvaron ska bli låg och stabil": ["no_object"],
		"Lägre kostnader och högre produktivitet": ["no_object"],
		"Sverige ska vara ett föredöme i världen": ["no_object"],
		"Vi vill att det ska bli roligt där människor bor": ["no_object"],
	}
	measurable := language.goal(text).measurable
	language.why_not_specific(text, measurable) == reasons
}

test_specific[text] if {
	some text in {
		"Föräldrar kan anmäla frånvaro i appen",
		"Kommunen ska vara klimatneutral",
		"Diariesystemet för nämnderna ska vara igång",
		"Andelen elever ska vara 40 procent",
		"Minskad sjukfrånvaro bland lärare",
		"Det blir enklare att boka idrottshallar",
		"Kommuner ska kunna dela förskolor",
		"Ärendena registreras i systemet",
		"Sårbarheten i elnätet ska minska",
		"Kunskapen om litteraturhistoria hos elever ska öka",
	}
	measurable := language.goal(text).measurable
	language.why_not_specific(text, measurable) == []
}
