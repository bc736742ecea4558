package language_test

import data.language

test_deadline[text] if {
	some text, want in {
		"Klart senast den 15 augusti 2026.": ["senast den 15 augusti 2026"],
		"Klart till årsskiftet 2021/2022": ["till årsskiftet 2021/2022"],
		"Före utgången av 2027 ska det vara klart": ["Före utgången av 2027"],
		"Ska öka under kvartal 3 2026": ["under kvartal 3 2026"],
		"Ska öka under andra halvåret": ["under andra halvåret"],
		"Klart hösten 2026, helst i maj": ["hösten 2026", "i maj"],
		"Under mandatperioden ska 1 500 bostäder byggas": ["Under mandatperioden"],
		"Noll vid projektets slut": ["vid projektets slut"],
		"Senast 2026-12-31 är det gjort": ["Senast 2026-12-31"],
		"Klart 30/9.": ["30/9"],
		"Inom fem år ska det vara gjort": ["Inom fem år"],
		"Inom ett år ska det vara gjort": ["Inom ett år"],
		"Klart sex månader efter driftstart": ["sex månader efter driftstart"],
		"Ska finnas kvar efter projektet": ["efter projektet"],
		"Minskar under året": ["under året"],
		"Minskar nästa år": ["nästa år"],
		"Ska öka från och med maj till och med 2029": ["från och med maj till och med 2029"],
		"Inom perioden 2027–2029 överstigs det inte": ["Inom perioden 2027–2029"],
		"Minska till 2031 jämfört med 2022": ["till 2031"],
		"Öppet från årsskiftet": ["från årsskiftet"],
		"Klart före valet": ["före valet"],
		"Ska vara mindre än 2 procent vid utgången av 2030": ["vid utgången av 2030"],
		"Föreskrifterna ska vara beslutade senast den 15 juni 2026": ["senast den 15 juni 2026"],
		"För 200 miljoner kronor ska ett badhus byggas till 2029": ["till 2029"],
		"När projektet avslutas har skolan en kör": ["När projektet avslutas"],
		"Minska utsläppen och senast 2030 nå noll": ["senast 2030"],
	}
	language.deadlines(text) == want
}

test_no_deadline[text] if {
	some text in {
		"Minst 5 procent per år",
		"Uppföljning sker årligen i mars",
		"Mäts varje höst och vecka",
		"Högst 30 dagar, dygnet runt 24/7",
		"Jämfört med samma kvartal 2022",
		"Nivån 2019 och sedan 2011",
		"Ökade från 2019",
		"Vision 2040",
		"2026 års budget",
		"Budgetpropositionen för 2025",
		"Projektet Bilfritt 2031",
		"Programmet Digital Först 2027",
		"Plan för äldreomsorgen 2024–2028",
		"Planen för åren 2024–2028",
		"Näringslivsprogram 2023",
		"Vi har avsatt tre miljoner kronor till och med 2027",
		"2023 var andelen 40 procent",
		"Antalet ökade med 12 procent 2024",
		"Inom några år",
		"På sikt och i närtid",
		"2000 besökare, minst 2000 och 2000 gånger",
		"1/3 av eleverna och 1/3 elever",
		"Sommarlov varje sommar",
		"Deltagandet i valet till fullmäktige",
		"Klart till valet av leverantör",
		"Fler överlever den första månaden",
		"Kommunen lägger 12 miljoner kronor fram till 2028",
	}
	language.deadlines(text) == []
}

# In an answer about a step a time passed counts as well.
test_times_hold_what_has_been if {
	text := "Gjordes under 2021, jämfört med 2019"
	language.times(text) == ["under 2021", "2019"]
	language.deadlines(text) == []
}
