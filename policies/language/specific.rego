package language

# METADATA
# title: What a goal is about
# description: |
#   Says whether a text names a concrete object or group that changes, and what changes. Every kind of word
#   has points, in specific_points.yaml: those that name something and those that only sound good.
specific(text) if _why_not_specific(text) == []

# Why a goal isn't specific; empty when it is.
_why_not_specific(text) := _not_specific(
	_substance(text),
	_measurable(targets(text), indicators(text)),
	values(text) != set(),
)

# A number that is to be reached nearly always stands with what it counts.
_not_specific(reading, "target", true) := [reason | reason := "no_object"; reading.named == 0]

# An end state without a number: the thing must be told apart from others of its kind.
_not_specific(reading, "target", false) := [reason | reason := "unknown_object"; reading.named < 2]

_not_specific(reading, "indicator", _) := [reason | reason := "no_object"; reading.named <= reading.airy]

_not_specific(reading, "none", _) := [reason |
	reason := _main_fault(reading)
	reading.points < data.language.sv.specific_points.needed
]

_main_fault(reading) := "vague_words" if {
	reading.airy > 0
} else := "no_object"

# named: words of substance; airy: vague words and qualities; points: all together.
_substance(text) := {"named": named, "airy": airy, "points": points} if {
	kinds := [_role(word) | some word in tokens(text).words]
	others := min([count([kind | some kind in kinds; kind == "other"]), 6])
	solid := [kind | some kind in kinds; kind in {"group", "body", "system", "thing", "act"}]
	compounds := min([count([word | some word in tokens(text).words; _says_which(word)]), 2])
	named := (others + count(solid)) + compounds
	airy := count([kind | some kind in kinds; kind in {"vague", "quality", "abstract", "judge"}])
	weights := data.language.sv.specific_points
	once := {kind | some kind in kinds; kind in {"up_down", "possible", "universal"}}
	many := [kind | some kind in kinds; kind in {"group", "body", "system", "thing", "act", "vague", "frame", "you"}]
	points := ((others + sum([weights[kind] | some kind in many])) + sum([weights[kind] | some kind in once])) + _thin(named, weights)
}

_thin(named, weights) := sum([weights[kind] |
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
