package language_test

import data.language

test_years if {
	language.years("Senast 2023-06-30 ska det vara klart.") == {2023}
	language.years("Klart 2023-06.") == {2023}
	language.years("Under 2022–2024 och 2026") == {2022, 2023, 2024, 2026}
	language.years("2022-23") == {2022, 2023}
	language.years("Enligt handlingsplan 2023") == set()
	language.years("2023 kunder") == set()
}
