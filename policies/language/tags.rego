package language

# METADATA
# title: What a word is
# description: |
#   The class of a token, from the dictionary: a month, a quantity, a negation. A word the dictionary doesn't
#   have gets the class of the longest known word it ends with, as Swedish compounds carry their meaning
#   last: "handläggningstiden" is a kind of "tiden".
tag(word) := data.language.sv.words[word] if {
	data.language.sv.words[word]
} else := _numeral(word) if {
	_digit[substring(word, 0, 1)]
} else := "short" if {
	count(word) < 3
	second := substring(word, 1, 1)
	not _digit[second]
} else := _dated(word) if {
	last := substring(word, count(word) - 1, 1)
	_digit[last]
} else := _compound(word)

# hösten-26, ht26: a part of a year with its year
_dated(word) := "season" if {
	data.language.sv.words[trim_right(word, "-0123456789")] in {"month", "season", "moment"}
} else := "season" if {
	data.language.sv.words[split(word, "-")[0]] == "part"
} else := "other"

_digit := {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}

_compound(word) := "other" if {
	count(word) < 6
} else := "other" if {
	count(word) > 60
} else := kinds[0] if {
	kinds := [kind |
		some form in _forms(word)
		length := count(form)
		some n in data.language.sv.word_tails[substring(form, length - 3, 3)]
		_may_end(form == word, length - n)
		kind := data.language.sv.compound_heads[data.language.sv.words[substring(form, length - n, n)]]
	]
} else := "other"

# The dictionary needs "sjuksköterskor" only, for "sjuksköterskorna" and "sjuksköterskors" too.
_forms(word) := array.concat([word], [trim_suffix(word, ending) |
	some ending in ["nas", "ns", "na", "s", "en", "et", "n"]
	endswith(word, ending)
])

# The first part of a compound has two letters at least; an inflected word may be the known one itself.
_may_end(_, before) if before > 1

_may_end(false, 0)

# 2026 · 2026–2030 · 2026-06-30 · 30/6 · 25 % · 1 600 · 2.1
_numeral(word) := "percent_number" if {
	endswith(word, "%")
} else := "year" if {
	regex.match(`^(?:19[5-9]|20\d)\d$`, word)
} else := "years" if {
	regex.match(`^(?:19|20)\d\d[-–/](?:(?:19|20)\d\d|\d\d)$`, word)
	not _year_and_month(word)
} else := "date" if {
	regex.match(`^(?:20\d\d-[01]\d(?:-[0-3]\d)?|[0-3]?\d/[01]?\d(?:[/-](?:20)?\d\d)?|[0-3]?\d\.[01]?\d\.(?:20)?\d\d)$`, word)
} else := "number" if {
	regex.match(`^\d[\d \x{a0}\x{202f}]*(?:,\d+)?(?:[–-][1-9]\d*(?:,\d+)?)?$`, word)
} else := "span" if {
	# på 2030-talet
	endswith(word, "-talet")
} else := "identifier"

# 2023-06 is June, 2022-23 two years, and 2009-10 may be either: a span goes forward.
_year_and_month(word) if {
	regex.match(`^20\d\d-(?:0[1-9]|1[0-2])$`, word)
	substring(word, 5, 2) <= substring(word, 2, 2)
}

# The class of each token.
tags(text) := [tag(word) | some word in tokens(text).words]

# The words and classes around a position, which is the one numbered "at": a fixed number of them, so that what
# looks at the neighbours of a word costs the same in a long text.
_around(text, i) := {
	"words": array.slice(tokens(text).words, first, i + 9),
	"kinds": array.slice(tags(text), first, i + 9),
	"at": i - first,
} if {
	first := max([0, i - 9])
}

_is(kinds, i, kind) if kinds[i] == kind

# Class to positions, for the classes that a reading starts from.
_positions(text) := {kind: places |
	marked := {i: kind | some i, kind in tags(text); _starters[kind]}
	some kind in {kind | some kind in marked}
	places := [i | some i, k in marked; k == kind]
}

_starters := {
	"stop", "universal", "negation", "relative", "compared", "level_of", "same",
	"validity", "month", "season", "moment", "span", "part", "edge", "year_word", "event_noun",
	"number", "share", "percent_number", "year", "years", "date", "ordinal",
	"amount", "measure", "countable", "bare_time", "up_down", "level", "more", "reach", "possible",
	"owner", "scale", "clock", "percent", "done", "event", "begin", "exist", "in_place", "deliver", "bring", "report", "limit", "free", "meet",
}

at(text, kind) := object.get(_positions(text), kind, [])

# The number of the sentence a position stands in.
sentence(text, i) := count([s | some s in _ends(text); s < i])

# A full stop before a small letter ends an abbreviation, not a sentence.
_ends(text) := [s |
	some s in at(text, "stop")
	not _abbreviation(text, s)
]

_abbreviation(text, stop) if {
	token := tokens(text)
	token.words[stop] == "."
	token.raw[stop + 1] == token.words[stop + 1]
	tags(text)[stop + 1] != "stop"
}
