package language

# METADATA
# title: Personal data
# description: |
#   The words of a text that show that it deals with personal data. People alone don't: "elever" counts only
#   beside something that is kept about them, such as "ärenden" or "journal".
personal_data(text) := phrases(text, _strong_data(text) | _weak_data(text))

_strong_data(text) := {i |
	some i, word in tokens(text).words
	_shows_personal_data(word)
	not _negated(text, i)
} | {p |
	words := tokens(text).words
	some i, next in _hits(text, "personal_data_phrases")
	next[words[i + 1]]
	not _negated(text, i)
	some p in [i, i + 1]
}

_shows_personal_data(word) if data.language.sv.personal_data[word] == "strong"

_shows_personal_data(word) if {
	not data.language.sv.personal_data[word]
	count(word) > 8
	strings.any_prefix_match(word, data.language.sv.personal_data_starts)
}

_weak_data(text) := {p |
	kinds := [object.get(data.language.sv.personal_data, word, "") | some word in tokens(text).words]
	some i, kind in kinds
	wanted := _shown_with[kind]
	some d in [-3, -2, -1, 1, 2, 3]
	kinds[i + d] == wanted
	not _negated(text, i)
	other := i + d
	not _negated(text, other)
	some p in numbers.range(i, other)
}

# what shows personal data only together: elevers betyg, namn och adress
_shown_with := {"record": "group", "name": "contact"}
