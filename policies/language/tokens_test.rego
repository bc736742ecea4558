package language_test

import data.language

test_tokens[name] if {
	some name, [text, want] in {
		"nothing": ["", []],
		"white space": [" \t\n\u00a0", []],
		"no text at all": [42, []],
		"words with hyphens, colons and stops": ["E6:an och e-tjänsten på goteborg.se", ["E6:an", "och", "e-tjänsten", "på", "goteborg.se"]],
		"a hyphen at the end is a mark": ["Nej- gång- och", ["Nej", "-", "gång", "-", "och"]],
		"groups of three": ["1 600 platser, 10\u00a0000 besök", ["1 600", "platser", ",", "10\u00a0000", "besök"]],
		"a quarter and its year": ["kvartal 2 2026", ["kvartal", "2", "2026"]],
		"percent": ["26,4 % eller 7%", ["26,4 %", "eller", "7%"]],
		"dates and spans": ["2026-06-30, 30/6, 2026–2030", ["2026-06-30", ",", "30/6", ",", "2026–2030"]],
		"ages": ["16-åringar och 90-talet", ["16-åringar", "och", "90-talet"]],
	}
	language.tokens(text).raw == want
}

test_words_are_in_small_letters if language.tokens("ÅRSSKIFTET Är Nära").words == ["årsskiftet", "är", "nära"]

test_phrases_are_runs_of_positions if language.phrases("Senast Den 1 maj eller i Höst", {0, 1, 2, 3, 5, 6}) == ["Senast Den 1 maj", "i Höst"]

test_no_positions_no_phrases if language.phrases("Senast", set()) == []
