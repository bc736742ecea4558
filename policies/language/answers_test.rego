package language_test

import data.language

test_blank[text] if {
	some text in {"", "  ", "-", "–", "...", "?", "x", "N/A", "n/a", "Saknas.", "tbd", "ej ifyllt"}
	language.blank(text)
}

test_not_blank[text] if {
	some text in {"inga", "Nej", "0", "Ej aktuellt", "Ja, 2024"}
	not language.blank(text)
}

test_none[text] if {
	some text in {"inga", "Nej.", "Inget", "ingen påverkan", "Inga kända avvikelser i nuläget", "Ingen påverkan 2026"}
	language.none(text)
}

test_not_none[text] if {
	some text in {"", "-", "Ja", "Inga avvikelser mot plan men budgeten överskrids", "Nej, gjordes i höst"}
	not language.none(text)
}

test_reason[text] if {
	some text in {
		"Nej, bara texterna på startsidan byts",
		"Nej, inte relevant",
		"Behövs inte",
		"Behöver inte göras",
		"Nej, hanteras under förstudien om lokaltrafik",
	}
	language.reason(text)
}

test_no_reason[text] if {
	some text in {"", "Ja.", "Nej", "Nej, görs senare", "Kommer att genomföras hösten 2026", "Nej, hanteras under förstudien", "Ingen påverkan"}
	not language.reason(text)
}

test_deferral[text] if {
	some text in {
		"Görs senare",
		"Kommer att genomföras",
		"Nej, hanteras under förstudien",
		"Vid behov",
		"Genomförs hösten 2026",
	}
	language.deferral(text)
}

test_no_deferral[text] if {
	some text in {
		"",
		"Nej",
		"Kommer inte att göras",
		"Detta gjordes under 2021",
		"Görs inte under 2026",
		"Skjuts inte upp, det är inte planerat",
		"Görs",
	}
	not language.deferral(text)
}

test_not_relevant[text] if {
	some text in {
		"Inte relevant", "Ej aktuellt", "Behövs inte", "Inget behov", "inte längre tillämpligt", "Bedöms ej nödvändigt",
		"Irrelevant", "Saknar relevans", "Krävs ej",
	}
	language.not_relevant(text)
}

test_relevant[text] if {
	some text in {"", "Relevant", "Om det visar sig relevant", "Inte bara relevant", "Nej. Det är aktuellt", "Behövs", "Saknas"}
	not language.not_relevant(text)
}
