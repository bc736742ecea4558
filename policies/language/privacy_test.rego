package language_test

import data.language

test_personal_data[text] if {
	some text, want in {
		"Systemet hanterar personuppgifter": ["personuppgifter"],
		"Personuppgiftsincidenter utreds": ["Personuppgiftsincidenter"],
		"Medborgarnas ärenden i Mina sidor": ["Medborgarnas ärenden", "Mina sidor"],
		"Formuläret samlar namn och adress": ["namn och adress"],
		"Betyg för elever": ["Betyg för elever"],
		"Inga personuppgifter hanteras": [],
		"Utan elevers betyg": [],
		"Skolor städas för elever": [],
		"": [],
	}
	language.personal_data(text) == want
}
