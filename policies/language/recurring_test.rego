package language_test

import data.language

test_a_cost_that_comes_back_is_announced[text] if {
	some text in [
		"Projektet kan medföra att bastjänsten Kontaktcenter blir dyrare.",
		"Insatsen innebär ökade förvaltningskostnader.",
		"Förvaltningskostnaden ökar från 2025.",
		"Det innebär en ökad kostnad för bastjänsten.",
		"Därefter kostar granskningen 40 000 kronor per år.",
		"Tekniska kostnader för drift och förvaltning tillkommer.",
		"Det ger återkommande kostnader.",
	]
	count(language.recurring_costs(text)) > 0
}

test_a_cost_that_does_not_come_back_is_not[text] if {
	some text in [
		"Förseningen ger ingen merkostnad för staden.",
		"Förvaltningskostnaden ökar inte.",
		"Tjänsten blir inte dyrare.",
		"Projektet får högre kostnad för konsulter.",
		"Staden sparar 40 000 kronor per år.",
		"Projektbudgeten är 3 miljoner kronor.",
		"",
	]
	language.recurring_costs(text) == []
}

test_answers_about_keys if {
	language.no_change("Ingen justering inför 2024")
	language.no_change("Oförändrad")
	language.no_change("Nyckeln behöver inte ändras")
	not language.no_change("Antal anställda")
	language.present_key("Samma principer som 2023 för hur kostnaden fördelas")
	not language.present_key("Dialog under 2023")
	language.same_key("Antal administrativa datorer", "Administrativa datorer.")
	not language.same_key("Antal anställda", "Antal användare")
}

test_no_need if {
	language.no_need("Inget behov.")
	language.no_need("Nämnden har inte behov av att utveckla några nya bastjänster inom sitt ansvarsområde.")
	language.no_need("Nämnden ser inget behov av utveckling av nya bastjänster.")
	language.no_need("Inga nya tjänster planeras.")
	not language.no_need("Nämnden planerar en ny tjänst.")
	not language.no_need("")
}

test_other_services if {
	language.other_services("Tilläggstjänsten ”Öppet jämt” påverkar bastjänsten.") == ["Öppet jämt"]
	language.other_services("Specialisttjänsten påverkar bastjänsten.") == ["Specialisttjänsten"]
	language.other_services("Tilläggstjänsten påverkar inte bastjänsten.") == []
	language.other_services("Bastjänsten påverkas.") == []
}
