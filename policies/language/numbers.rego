package language

# METADATA
# title: Values to reach
# description: |
#   The positions of the numbers that are values to reach. A number may be something else: a year, an age,
#   an amount of money as a resource, a paragraph, the size of a group, a result already reached.
values(text) := {i |
	some kind in ["percent_number", "share", "number", "year", "ordinal"]
	some i in at(text, kind)
	_value(kind, text, i)
}

_value("percent_number", text, i) if _share_to_reach(tokens(text).words, i)

_value("number", text, i) if {
	tags(text)[i + 1] == "percent"
	_share_to_reach(tokens(text).words, i)
}

_value("number", text, i) if {
	not _is(tags(text), i + 1, "percent")
	not _other_number(text, tokens(text).words, tags(text), i)
}

_value("share", text, i) if not _outcome(tokens(text).words, i)

_value("year", text, i) if {
	counted_year(tokens(text).words, tags(text), i)
	not _other_number(text, tokens(text).words, tags(text), i)
}

# "var femte resa"
_value("ordinal", text, i) if tokens(text).words[i - 1] == "var"

_share_to_reach(words, i) if {
	not _outcome(words, i)
	not _employment(words, i)
}

# "uppgick till 40 procent"
_outcome(words, i) if {
	some d in [1, 2]
	data.language.sv.time_context[words[i - d]] == "outcome"
}

# "en projektledare på 50 procent"
_employment(words, i) if {
	words[i - 1] == "på"
	strings.any_suffix_match(words[i - 2], data.language.sv.employment_endings)
}

# mål 11, version 2
_other_number(_, words, _, i) if data.language.sv.number_labels[words[i - 1]]

_other_number(_, words, _, i) if {
	words[i - 1] == "."
	data.language.sv.number_labels[words[i - 2]]
}

# 4 kap. 12 §
_other_number(_, words, _, i) if words[i + 1] in {"kap", "§", "§§", "kapitlet"}

_other_number(_, words, _, i) if _outcome(words, i)

# what something demands, or how it is made up
_other_number(_, words, _, i) if words[i - 1] in {"kräver", "krävs", "behövs", "behöver"}

_other_number(_, words, kinds, i) if {
	words[i - 1] in {"har", "omfattar", "innehåller"}
	not _wanted(kinds)
}

# an age or a length of time, unless a measure is to reach it
_other_number(_, words, kinds, i) if {
	kinds[i + 1] == "year_word"
	not _year_after(kinds, i)
	not _reached(words, kinds, i)
}

_other_number(_, _, kinds, i) if kinds[i + 1] in {"month", "ordinal"}

# "sex månader efter driftstart" is a deadline
_other_number(text, _, _, i) if _after_event(text)[i]

# per 1 000 invånare
_other_number(_, words, _, i) if words[i - 1] == "per"

# de tre förvaltningarna, stadens 25 nämnder
_other_number(_, words, _, i) if data.language.sv.group_sizes[words[i - 1]] == "before"

# med 20 deltagare
_other_number(_, words, kinds, i) if {
	data.language.sv.group_sizes[words[i - 1]] == "with"
	not _directed(kinds)
}

# tre mål, fem prioriterade områden
_other_number(_, words, _, i) if {
	some d in [1, 2]
	data.language.sv.number_frames[words[i + d]]
}

# få 20 personer att må bättre
_other_number(_, words, kinds, i) if {
	words[i - 1] == "få"
	"judge" in kinds
}

_other_number(_, words, kinds, i) if {
	_money(kinds, i)
	not _money_to_reach(words, i)
}

_wanted(kinds) if {
	some kind in kinds
	kind in {"modal", "limit", "up_down"}
}

# in "minst 72 år 2026" the year belongs to what follows
_year_after(kinds, i) if kinds[i + 2] == "year"

_reached(words, kinds, i) if {
	words[i - 1] in {"till", "på", "under", "med"}
	_directed(kinds)
}

_directed(kinds) if {
	some kind in kinds
	kind in {"up_down", "level"}
}

_money(kinds, i) if {
	some d in [1, 2]
	kinds[i + d] == "money"
}

_money(kinds, i) if kinds[i + 1] == "scale"

_money_to_reach(words, i) if {
	context := {data.language.sv.money_context[word] |
		some j, word in words
		j < i
	}
	context == {"change"}
}

# The number with its limit before it and its unit after it.
_value_span(text) := {p |
	some i in values(text)
	words := tokens(text).words
	kinds := tags(text)
	some p in numbers.range(i - _number_glue(words, i), i + _unit_length(kinds, i))
}

_number_glue(words, i) := min([d |
	some d in [0, 1, 2, 3]
	not _goes_with_number(words, (i - d) - 1)
])

_goes_with_number(words, i) if data.language.sv.number_glue[words[i]]

_unit_length(kinds, i) := 2 if {
	kinds[i + 1] == "scale"
	kinds[i + 2] in {"money", "other"}
} else := 1 if {
	kinds[i] in {"number", "year", "ordinal"}
	kinds[i + 1] in {"percent", "money", "clock", "score", "scale", "group", "body", "countable", "thing", "system", "other", "year_word"}
} else := 0
