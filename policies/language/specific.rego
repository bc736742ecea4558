package language

# METADATA
# title: What a goal is about
# description: |
#   Says why a text doesn't name a concrete object or group that changes, and what changes; empty when it
#   does. A measure is judged by what stands with it. Without one, every kind of word has points, in
#   specific_points.yaml: those that name something and those that only sound good.
why_not_specific(text, measurable) := _not_specific(text, _substance(text), measurable)

# A number that is to be reached nearly always stands with what it counts.
_not_specific(text, reading, "target") := [reason | reason := "no_object"; reading.named + reading.counted == 0] if {
	values(text) != set()
}

# An end state without a number: the thing must be told apart from others of its kind.
_not_specific(text, reading, "target") := [reason | reason := "unknown_object"; reading.named + reading.counted < 2; not reading.body] if {
	values(text) == set()
}

_not_specific(_, reading, "indicator") := [reason | reason := "no_object"; reading.named + max([0, reading.counted - 1]) <= reading.airy]

_not_specific(text, reading, "none") := [reason |
	reason := _main_fault(reading)
	_points(text, reading.named) < data.language.sv.specific_points.needed
]

_main_fault(reading) := "vague_words" if {
	reading.airy > 0
} else := "no_object"

# named: words of substance; counted: words for quantities; airy: vague words, qualities and feelings.
_substance(text) := {
	"named": count([kind | some kind in kinds; _solid[kind]]) + _distinguished(text),
	"counted": count([kind | some kind in kinds; _quantity[kind]]),
	"airy": count(_judgements(text)),
	"body": "body" in kinds,
} if {
	kinds := _roles(text)
}

_solid := {"group", "body", "system", "thing", "act", "other"}

_quantity := {"measure", "countable", "amount"}

# The first part of a compound says which one is meant: "diariesystemet" against "systemet".
_distinguished(text) := count([kind |
	some i, kind in _roles(text)
	_telling[kind]
	_is_compound(tokens(text).words[i])
])

_telling := {"group", "body", "system", "thing", "measure", "countable", "amount"}

_is_compound(word) if not data.language.sv.words[word]

# All points of a text together.
_points(text, named) := (sum(each) + sum(once)) + (sum(thin) + long) if {
	kinds := _roles(text)
	each := [points | some kind in kinds; points := data.language.sv.specific_points[kind]]
	present := {kind | some kind in kinds} | _complement(text)
	once := [points | some kind in present; points := data.language.sv.specific_points_once[kind]]
	thin := [data.language.sv.specific_points[kind] |
		some kind, most in {"few_words": 2, "hardly_any": 1, "nothing": 0}
		named <= most
	]
	terms := [i | some i, "other" in kinds; count(tokens(text).words[i]) > 10]
	long := data.language.sv.specific_points.long * min([count(terms), 2])
}

# "i primärvården", "för cyklister"
_complement(text) := {"complement" |
	some i, word in tokens(text).words
	data.language.sv.complement_openers[word]
	_object[_roles(text)[i + 1]]
}

_object := {"other", "group", "body", "thing", "system", "countable", "measure"}
