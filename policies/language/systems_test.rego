package language_test

import data.language

test_new_system[text] if {
	some text, want in {
		"Ett nytt journalsystem": ["nytt journalsystem"],
		"Införa ett annat bokningssystem": ["Införa ett annat bokningssystem"],
		"En chattbot prövas": ["chattbot"],
		"Inget nytt system": [],
		"Ingen chattbot": [],
		"Ny funktion i systemet": [],
		"Befintligt system": [],
	}
	language.new_system(text) == want
}

test_procurement[text] if {
	some text, want in {
		"Avrop från ramavtal": ["Avrop", "ramavtal"],
		"Livsmedelsupphandlingen pågår": ["Livsmedelsupphandlingen"],
		"Ingen upphandling behövs": [],
		"Utveckling": [],
	}
	language.procurement(text) == want
}

test_change_support[text] if {
	some text, want in {
		"Stöd med en nyttorealiseringsplan": {"benefits_plan": ["nyttorealiseringsplan"]},
		"Aktiv förändringsledning och ett dedikerat förändringsstöd": {
			"change_management": ["förändringsledning"],
			"dedicated_support": ["dedikerat förändringsstöd"],
		},
		"Ingen förändringsledning": {},
		"Förändringsledning behövs inte": {},
		"Förändringsledning, inte mer": {"change_management": ["Förändringsledning"]},
		"Information": {},
	}
	language.change_support(text) == want
}
