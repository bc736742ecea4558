package language_test

import data.language

test_tag[word] if {
	some word, kind in {
		"samtliga": "universal",
		"inte": "negation",
		"hösten": "season",
		"andelen": "amount",
		"handläggningstiden": "measure",
		"gymnasieelever": "group",
		"gymnasieelevernas": "group",
		"undersköterskorna": "group",
		"journalsystemet": "system",
		"fritiden": "plain",
		"kommunfritid": "plain",
		"enprocentsmålet": "share",
		"viktprocent": "percent",
		"qx": "short",
		"e6": "other",
		"xylofon": "other",
		"klubb": "other",
		"25 %": "percent_number",
		"2026": "year",
		"2026–2030": "years",
		"2021/2022": "years",
		"2026-06-30": "date",
		"31.12.2026": "date",
		"30/6": "date",
		"1 600": "number",
		"26,4": "number",
		"10–15": "number",
		"2.1": "identifier",
		"2025-00123": "identifier",
	}
	language.tag(word) == kind
}

test_a_word_without_end_is_no_compound if language.tag(concat("", [sprintf("%s", [part]) | some _ in numbers.range(1, 80); part := "å"])) == "other"

test_sentences[name] if {
	some name, [text, position, number] in {
		"first": ["Ett mål. Ett annat.", 1, 0],
		"second": ["Ett mål. Ett annat.", 3, 1],
		"an abbreviation ends none": ["Flera st. till", 3, 0],
		"the last stop": ["Ett mål. ", 0, 0],
		"two stops": ["Slut.. Ett", 3, 2],
	}
	language.sentence(text, position) == number
}
