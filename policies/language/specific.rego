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
_not_specific(text, reading, "target") := [reason | reason := "unknown_object"; reading.named < 2; not reading.body] if {
	values(text) == set()
}

_not_specific(_, reading, "indicator") := [reason | reason := "no_object"; reading.named <= reading.airy]

_not_specific(_, reading, "none") := [reason |
	reason := _main_fault(reading)
	reading.points < data.language.sv.specific_points.needed
]

_main_fault(reading) := "vague_words" if {
	reading.airy > 0
} else := "no_object"

# named: words of substance; counted: words for quantities; airy: vague words, qualities and feelings.
_substance(text) := {"named": named, "counted": counted, "airy": airy, "points": points, "body": "body" in kinds} if {
	kinds := [_role(word) | some word in tokens(text).words]
	named := count([kind | some kind in kinds; _solid[kind]]) + count([word | some word in tokens(text).words; _says_which(word)])
	counted := count([kind | some kind in kinds; _quantity[kind]])
	airy := count([kind | some kind in kinds; _airy[kind]])
	each := sum([points | some kind in kinds; points := data.language.sv.specific_points[kind]])
	once := sum([points | some kind in {kind | some kind in kinds}; points := data.language.sv.specific_points_once[kind]])
	points := (each + once) + _thin(named)
}

_solid := {"group", "body", "system", "thing", "act", "other"}

_quantity := {"measure", "countable", "amount"}

_airy := {"vague", "quality", "judge"}

# What is taken away from a text with hardly a word of substance.
_thin(named) := sum([data.language.sv.specific_points[kind] |
	some kind, most in {"few_words": 2, "hardly_any": 1, "nothing": 0}
	named <= most
])

_role(word) := "vague" if {
	data.language.sv.vague[word]
} else := "you" if {
	data.language.sv.unnamed[word]
} else := "short" if {
	tag(word) == "other"
	count(word) < 3
} else := tag(word)

# The first part of a compound says which one is meant: "diariesystemet" against "systemet".
_says_which(word) if {
	not _lexicon[word]
	tag(word) in {"group", "body", "system", "thing", "measure", "countable", "amount"}
}
