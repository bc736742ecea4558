package language_test

import data.language

test_indicator[text] if {
	some text, want in {
		"Antalet pojkar och flickor som mobbas i skolan ska minska": ["Antalet", "minska"],
		"Minskad sjukfrånvaro": ["Minskad sjukfrånvaro"],
		"Väntetiden till vård i hela regionen ska kortas": ["Väntetiden", "kortas"],
		"Låg sjukfrånvaro": ["Låg sjukfrånvaro"],
		"Korta tiden till arbete": ["Korta tiden"],
		"Fler elever läser": ["Fler elever"],
		"Fler ska välja det": ["Fler ska"],
		"Möta färre olika personer": ["färre olika"],
		"Besöken ska bli fler": ["fler"],
		"Hyran hålls så låg som möjligt": ["så låg som möjligt"],
		"Det är inte svårt: minska kostnaderna": ["minska kostnaderna"],
		"Målet innebär minskade kostnader": ["minskade kostnader"],
	}
	language.indicators(text) == want
}

test_no_indicator[text] if {
	some text in {
		"Öka kunskapen",
		"Elever med hög frånvaro får hjälp",
		"Färre hinder",
		"Fler nöjda medarbetare",
		"Tillgängligt för fler",
		"Allt fler väljer bort det",
		"Det kan medföra högre kostnader",
		"Metoder som kan sänka kostnaderna",
		"Det är inte för att sänka kostnaderna",
		"Antalet ökade med tolv",
		"Öka glädjen. Antalet är känt.",
		"Öka glädjen. Kostnaden är känd.",
	}
	language.indicators(text) == []
}
