package language_test

import data.language

test_value[text] if {
	some text in {
		"Minst 25 procent av eleverna",
		"Minst 25 % av eleverna",
		"Hälften av bilarna",
		"Var femte resa",
		"Öka till 2000 besökare",
		"Ska utbilda 700 anställda",
		"Livslängden ska öka till 85 år",
		"NKI ska vara minst 72 år 2026",
		"Kostnaden ska minska med 3 miljoner kronor",
		"Sänka kostnaden med 300 kr",
		"Ska växa med 500 platser och öka",
		"Vi ska ha 300 nätverk",
		"Vi ska se till att staden har 300 nätverk",
		"Minst 300",
		"Vara bland de tio bästa",
		"Varannan buss",
	}
	language.values(text) != set()
}

test_no_value[text] if {
	some text in {
		"Delmål 3 och kap. 4",
		"4 kap. 12 §",
		"Uppgick till 40 procent",
		"Var 40 procent",
		"En projektledare på 50 procent",
		"Ungdomar 16–24 år",
		"Den 31 december och 2 första",
		"Klart sex månader efter driftstart",
		"Per 1 000 invånare",
		"De tre förvaltningarna",
		"En grupp med 20 deltagare",
		"Tre mål och fem prioriterade områden",
		"Få 20 personer att må bättre",
		"Avsatt nio miljoner kronor",
		"Sju miljoner",
		"Det kräver tre tjänster",
		"Projektet har fem partner",
		"Riktar sig till 16 kommuner",
		"Dnr 2025-00123",
		"Minskade hälften",
		"Hade 40 besökare",
		"WCAG 2.1",
		"Varannan vecka",
		"Planen innehåller 23 åtgärder som ska minska bullret",
		"Handläggaren slipper logga in i tre system",
		"Klart senast 2026",
		"I dag är 40 procent nöjda",
		"Just nu väntar 250 personer",
		"Hittills har 900 elever deltagit",
		"Kan innebära att kostnaden ökar med 10 procent",
		"Boende på Storgatan 12 ska få en gård",
		"Drivs av tre kommuner",
		"Barn mellan 3 och 5 år",
		"Barn under tolv månader",
		"Två av målen",
		"Samverkan kring 112.",
		"Förra året anmäldes 230 fall",
	}
	language.values(text) == set()
}
