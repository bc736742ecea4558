package language_test

import data.language

# The second word is looked at, but where a sentence begins its first.
test_part[text] if {
	some text, kind in {
		"I staden växer träd": "general",
		"Snabb bokningslösning": "system",
		"Hela domstolsprocessen kortas": "term",
		"Hela processen kortas": "frame",
		"Med införandet av e-tjänsten": "act",
		"Med införandet hösten 2026": "frame",
		"På Ostlänken": "name",
		"Ostlänken byggs": "other",
		"Slut. Ostlänken": "other",
		"En psykisk ohälsa": "attribute",
		"En hjälpsamhet": "abstract",
		"Våra civilingenjörer": "group",
		"Mer efterfrågetryck": "term",
		"Nya lotsar": "other",
		"Alla elever": "group",
		"Bli enklare att boka": "attribute",
		"Ska lättare kunna boka": "attribute",
		"Bli enklare att leva": "vague",
	}
	language._parts(text)[object.get({"Ostlänken byggs": 0, "Slut. Ostlänken": 2}, text, 1)] == kind
}
