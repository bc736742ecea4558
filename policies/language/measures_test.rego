package language_test

import data.language

test_target[text] if {
	some text, want in {
		"Minst 40 procent ska vara nöjda": ["Minst 40 procent"],
		"Ska kosta högst 3 miljoner kronor": ["högst 3 miljoner kronor"],
		"Ingen ska sova utomhus": ["Ingen"],
		"Senast då har samtliga nämnder svarat": ["samtliga"],
		"Den som börjat arbeta ska inte bli sjuk igen": ["Den som"],
		"Kostnaden ligger i paritet med riket": ["i paritet"],
		"Skatten ska vara oförändrad": ["oförändrad"],
		"Kostnaden ska inte överstiga budget": ["inte överstiga"],
		"Nivån understiger inte dagens": ["understiger inte"],
		"Kostnaden ska inte öka": ["inte öka"],
		"Kostnaden ska vara lägre än 2024": ["lägre än 2024"],
		"Kostnaden ska vara lägre än föregående år": ["lägre än föregående"],
		"Antalet olyckor ska minska jämfört med i dag": ["jämfört med"],
		"En lekplats ska finnas": ["finnas"],
		"Ett stöd ska finnas tillgängligt": ["finnas"],
		"En handbok finns": ["finns"],
		"Simhallen ska vara renoverad": ["renoverad"],
		"Bron ska vara ombyggd senast 2032": ["ombyggd"],
		"Bidraget ska börja betalas ut under hösten": ["börja"],
		"Lagen ska träda i kraft den 1 juli 2026": ["träda"],
		"Tjänsten ska lanseras": ["lanseras"],
		"Tjänsten lanseras den 1 mars 2026": ["lanseras"],
		"Uppdraget ska redovisas senast den 1 mars": ["redovisas"],
		"Minst en övning hålls": ["Minst en övning"],
		"Systemet är i drift": ["i drift"],
		"Systemet är igång": ["igång"],
		"Ny organisation på plats 1 januari": ["på plats"],
		"Staden är fossilfri": ["fossilfri"],
		"Fossilfria resor senast 2028": ["Fossilfria"],
		"Webbplatsen ska uppfylla WCAG": ["uppfylla"],
		"Projektet levererar en modell": ["levererar"],
		"Projektet ska resultera i en modell": ["resultera"],
		"Projektet tar fram en modell": ["tar fram"],
	}
	language.targets(text) == want
}

test_no_target[text] if {
	some text in {
		"Alla ska ha det bra",
		"Ska vara tillgänglig för alla",
		"Alla",
		"Det ska finnas goda förutsättningar",
		"Ett behov som finns",
		"Kartan visar var det finns platser",
		"Bron ska vara ombyggd",
		"Fler ska börja cykla",
		"Ett system som är infört",
		"Ett system som ska lanseras",
		"Systemen är väl införda och smidiga",
		"Införa ett nytt system",
		"Vi tar fram en modell",
		"Vi levererar en modell",
		"Det levererar projektet",
		"Verksam i staden",
		"En plats för drift",
		"En fossilfri stad",
		"Ska uppfylla förväntningar",
		"Ska uppfylla krav på god kvalitet",
		"Högre än förut",
		"Vi tar hand om det fram till dess",
	}
	language.targets(text) == []
}
