package language_test

import data.language

test_no_change[text] if {
	some text in ["Nej", "Inga.", "Ingen justering", "Oförändrad"]
	language.no_change(text)
}

test_a_change[text] if {
	some text in ["Antal användare", "Ny nyckel från 2025"]
	not language.no_change(text)
}

test_the_present_key[text] if {
	some text in ["Nuvarande nyckel", "Befintlig nyckel", "Samma principer som 2023", "Samma som i dag", "Ingen ändring"]
	language.present_key(text)
}

test_another_key if not language.present_key("Antal användare")

test_the_same_key_whichever_says_more if {
	language.same_key("Administrativa datorer", "antal administrativa datorer i maj")
	language.same_key("antal administrativa datorer i maj", "Administrativa datorer")
	language.same_key("Antal administrativa datorer", "Datorer")
	not language.same_key("Administrativa datorer", "Antal anställda")
	not language.same_key("Antal", "Antal anställda")
}
