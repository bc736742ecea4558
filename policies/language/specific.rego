package language

# METADATA
# title: What a goal is about
# description: |
#   Says why a text doesn't name a concrete object or group that changes, and what changes; empty when it
#   does. A measure is judged by what stands with it. Without one, what the text names and how its words
#   stand together have points, in specific_points.yaml: somebody who can do something, an act and its
#   object, a property of a thing, against value words and words about the goal itself.
why_not_specific(text, measurable) := _not_specific(text, _substance(text), measurable)

# A number that is to be reached nearly always stands with what it counts.
_not_specific(text, reading, "target") := [reason | reason := "no_object"; reading.named + reading.counted == 0] if {
	values(text) != set()
}

# An end state without a number: the thing must be told apart from others of its kind.
_not_specific(text, reading, "target") := [reason | reason := "unknown_object"; reading.things < 2; not reading.body] if {
	values(text) == set()
}

_not_specific(text, reading, "indicator") := [reason | reason := "no_object"; _bare_quantity(text, reading)]

_not_specific(text, reading, "none") := [reason |
	reason := _main_fault(reading)
	_points(text) < data.language.sv.specific_points.needed
]

_bare_quantity(_, reading) if reading.named + max([0, reading.counted - 1]) <= reading.airy

# "lägre kostnader och högre produktivitet": whose?
_bare_quantity(text, reading) if {
	reading.named == 0
	_complements(text, _parts(text)) == []
}

_main_fault(reading) := "vague_words" if {
	reading.airy > 0
} else := "no_object"

# named: words of substance, a telling compound twice; counted: words for quantities; things: nouns of both
# kinds; airy: vague words, qualities and feelings.
_substance(text) := {
	"named": count([kind | some kind in parts; _solid[kind]]) + _distinguished(text),
	"counted": count([kind | some kind in parts; _quantity[kind]]),
	"things": count([kind | some kind in parts; _noun[kind]]),
	"airy": count(_judgements(text)),
	"body": "body" in tags(text),
} if {
	parts := _parts(text)
}

_solid := (_concrete | {"name", "other", "act"}) - _quantity

_quantity := {"measure", "countable", "amount"}

_concrete := {"group", "body", "system", "thing", "term", "measure", "countable"}

_noun := _concrete | {"name", "other", "amount"}

# The compounds among the nouns: their first part says which one is meant.
_distinguished(text) := count([kind |
	some i, kind in _parts(text)
	_telling[kind]
	_is_compound(tokens(text).words[i])
])

_telling := _concrete | {"amount"}

# All points of a text together.
_points(text) := _size_points(parts) + (_repeated_points(text, parts) + sum([points |
	some kind in _present(text, parts)
	points := data.language.sv.specific_points.once[kind]
])) if {
	parts := _parts(text)
}

# How much is said: the points of the number of words of substance, or of the longest list of them.
_size_points(parts) := sizes[min([named, count(sizes) - 1])] if {
	named := count([kind | some kind in parts; _named[kind]])
	sizes := data.language.sv.specific_points.sizes
}

_named := _noun | {"act"}

_repeated_points(text, parts) := sum([points |
	all := array.concat(parts, _complements(text, parts))
	some kind in {k | some k in all}
	each := data.language.sv.specific_points.each[kind]
	found := count([k | some k in all; k == kind])
	points := each.points * min([found, each.most])
])

# What is found in a text, once or more.
_present(text, parts) := ((({kind | some kind in parts} | {"concrete" |
	some kind in parts
	kind in {"system", "thing", "term"}
}) | {"somebody_does" |
	# "besökaren kan", "eleverna ska"
	some i, "group" in parts
	_predicate[parts[i + 1]]
}) | {"body_does" |
	some i, "body" in parts
	_predicate[parts[i + 1]]
}) | (({"act_on_object" |
	# "boka en tid i appen"
	some i, "act" in parts
	some d in [1, 2, 3]
	_concrete[parts[i + d]]
} | {"act_on_object" |
	# "ärendet registreras"
	some i, "act" in parts
	endswith(tokens(text).words[i], "s")
	some d in [1, 2, 3, 4]
	_concrete[parts[i - d]]
}) | {"property_of_object" |
	# "sårbarheten i elnätet ska minska"
	_moves(text)
	some i, kind in parts
	kind in {"quality", "abstract", "other"}
	_brings_in(text, parts, i + 1, [1, 2, 3])
})

_predicate := {"modal", "possible", "act", "judge", "copula", "have"}

# "i primärvården", "för cyklister"
_complements(text, parts) := ["complement" |
	some i, _ in _hits(text, "complement_openers")
	_noun_after(parts, i, [1, 2])
]

# A small word with a noun some words after it.
_brings_in(text, parts, i, distances) if {
	_hits(text, "complement_openers")[i]
	_noun_after(parts, i, distances)
}

_noun_after(parts, i, distances) if {
	some d in distances
	_noun[parts[i + d]]
}

# A verb of increase or decrease; "ökad" only describes.
_moves(text) if {
	some i in _directions(text)
	strings.any_suffix_match(tokens(text).words[i], data.language.sv.moving_endings)
}
