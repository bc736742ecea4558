package language_test

import data.language

test_last_day[text] if {
	some text, day in {
		"Klart 2023-05-31.": "2023-05-31",
		"Klart 2023-05.": "2023-05-31",
		"Klart våren 2023.": "2023-06-30",
		"Klart vintern 2023.": "2024-03-31",
		"Åren 2022-23.": "2023-12-31",
		"Åren 2022–2023.": "2023-12-31",
		"Mars och april 2023.": "2023-04-30",
	}
	language.last_day(text) == day
}

test_no_last_day[text] if {
	some text in ["Klart i maj.", "Startade i mars 2022.", "Tills vidare från 2023."]
	not language.last_day(text)
}
