package language

# What each word adds to what a goal is about: its class, where that says enough. A word for all people or a
# whole place names nobody in particular, and a compound of a general word does name something:
# "domstolsprocessen" against "processen".
_parts(text) := [object.get(told, i, kind) |
	told := object.union(
		{i: _part(text, i, kind) | some i, kind in _roles(text); _open[kind]},
		{i: "general" | some i, _ in _hits(text, "general_words")},
	)
	some i, kind in _roles(text)
]

# The classes that don't say enough.
_open := {"frame", "event_noun", "vague", "other"}

_part(text, i, kind) := "term" if {
	kind in {"frame", "event_noun"}
	_is_compound(tokens(text).words[i])
} else := "act" if {
	# "införandet av systemet"
	kind == "event_noun"
	tokens(text).words[i + 1] == "av"
} else := "frame" if {
	kind == "event_noun"
} else := "attribute" if {
	# "enklare att boka tid" praises nothing, it says what changes
	kind == "vague"
	tokens(text).words[i + 1] in {"att", "kunna"}
	_roles(text)[i + 2] == "act"
} else := _unknown_part(text, i) if {
	kind == "other"
} else := kind

# What can be told of a word that the dictionary doesn't have.
_unknown_part(text, i) := "name" if {
	token := tokens(text)
	token.raw[i] != token.words[i]
	not _first_word(text, i)
} else := ends[0] if {
	word := tokens(text).words[i]
	ends := [kind |
		some n in [6, 5, 4, 3, 2]
		n < count(word)
		kind := data.language.sv.word_endings[substring(word, count(word) - n, n)]
	]
} else := "term" if {
	# a long word is mostly a narrow one
	count(tokens(text).words[i]) > 10
} else := "other"

# The first word of a sentence has a capital anyway.
_first_word(_, 0)

_first_word(text, i) if tags(text)[i - 1] in {"stop", "mark"}

# The first part of a compound says which one is meant: "diariesystemet" against "systemet".
_is_compound(word) if not data.language.sv.words[word]
