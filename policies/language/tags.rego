package language

# Word to class. A word stands in one list only, so the order doesn't matter.
_lexicon := object.union_n([
	data.language.sv.grammar,
	data.language.sv.time_words,
	data.language.sv.numerals,
	data.language.sv.units,
	data.language.sv.quantities,
	data.language.sv.directions,
	data.language.sv.states,
	data.language.sv.people,
	data.language.sv.things,
	data.language.sv.events,
	data.language.sv.soft,
	data.language.sv.acts,
])

# METADATA
# title: What a word is
# description: |
#   Gives every token its class from the word lists: a month, a quantity, a negation. A word that no list
#   has gets the class of the longest known word it ends with, as Swedish compounds carry their meaning
#   last: "handläggningstiden" is a kind of "tiden".
tag(word) := _lexicon[word] if {
	_lexicon[word]
} else := _numeral(word) if {
	regex.match(`^\d`, word)
} else := _compound(word) if {
	_compound(word)
} else := "other"

# The classes that can be the last part of a compound, and what the compound then is.
_heads := {
	"amount": "amount",
	"measure": "measure",
	"bare_time": "measure",
	"countable": "countable",
	"group": "group",
	"body": "body",
	"system": "system",
	"thing": "thing",
	"event_noun": "event_noun",
	"quality": "quality",
	"abstract": "abstract",
	"frame": "frame",
	"percent": "percent",
	"share": "share",
	"plain": "plain",
}

_compound(word) := kind if {
	length := count(word)
	length > 5
	length < 60
	kinds := [kind |
		some n in _tails
		n < length - 1
		kind := _heads[_lexicon[substring(word, length - n, n)]]
	]
	kind := kinds[0]
}

# Longest tail first.
_tails := [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3]

# 2026 · 2026–2030 · 2026-06-30 · 30/6 · 25 % · 1 600 · 2.1
_numeral(word) := "percent_number" if {
	endswith(word, "%")
} else := "year" if {
	regex.match(`^(?:19[5-9]|20\d)\d$`, word)
} else := "years" if {
	regex.match(`^(?:19|20)\d\d[-–/](?:(?:19|20)\d\d|\d\d)$`, word)
} else := "date" if {
	regex.match(`^(?:20\d\d-[01]\d(?:-[0-3]\d)?|[0-3]?\d/[01]?\d(?:[/-](?:20)?\d\d)?|[0-3]?\d\.[01]?\d\.(?:20)?\d\d)$`, word)
} else := "number" if {
	regex.match(`^\d[\d \x{a0}\x{202f}]*(?:,\d+)?(?:[–-][1-9]\d*(?:,\d+)?)?$`, word)
} else := "identifier"

tags(text) := [tag(word) | some word in tokens(text).words]

# Class to positions, for the classes that a reading starts from.
positions(text) := {kind: places |
	kinds := tags(text)
	some kind in {kind | some kind in kinds}
	_starters[kind]
	places := [i | some i, k in kinds; k == kind]
}

_starters := {
	"stop", "universal", "negation", "month", "season", "moment", "span", "part", "edge", "year_word",
	"number", "share", "percent_number", "year", "years", "date", "event_noun",
	"amount", "measure", "countable", "bare_time", "up_down", "level", "more",
	"done", "event", "exist", "in_place", "deliver", "free", "meet", "ordinal",
}

at(text, kind) := object.get(positions(text), kind, [])

# The number of the sentence a position stands in. A full stop before a small letter ends an abbreviation.
sentence(text, i) := count([s |
	some s in at(text, "stop")
	s < i
	not _abbreviation(text, s)
])

_abbreviation(text, stop) if {
	tokens(text).words[stop] == "."
	tags(text)[stop + 1] != "stop"
	tokens(text).raw[stop + 1] == tokens(text).words[stop + 1]
}
