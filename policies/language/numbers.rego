package language

# METADATA
# title: Numbers and what they are
# description: |
#   Tells a value to reach from a number that is something else: a year, an age, an amount of money
#   as a resource, a paragraph, the size of a group, a result already reached.
values(text) := {i |
	some kind in ["percent_number", "share", "number", "year", "ordinal"]
	some i in at(text, kind)
	_value(text, kind, i)
}

_value(text, "percent_number", i) if {
	not _outcome(text, i)
	not _employment(text, i)
}

_value(text, "share", i) if not _outcome(text, i)

_value(text, "ordinal", i) if _every_nth(text, i)

_value(text, "year", i) if {
	counted_year(text, i)
	not _other_number(text, i)
}

_value(text, "number", i) if {
	tags(text)[i + 1] == "percent"
	not _outcome(text, i)
	not _employment(text, i)
}

_value(text, "number", i) if {
	tags(text)[i + 1] != "percent"
	not _other_number(text, i)
}

_value(text, "number", i) if {
	i == count(tags(text)) - 1
	not _other_number(text, i)
}

_outcome(text, i) if {
	some d in [1, 2]
	data.language.sv.time_context[tokens(text).words[i - d]] == "outcome"
}

_other_number(text, i) if data.language.sv.number_labels[tokens(text).words[i - 1]]

_other_number(text, i) if {
	tokens(text).words[i - 1] == "."
	data.language.sv.number_labels[tokens(text).words[i - 2]]
}

_other_number(text, i) if _outcome(text, i)

# 4 kap. 12 §
_other_number(text, i) if tokens(text).words[i + 1] in {"kap", "§", "§§", "kapitlet", "st"}

# what something demands, or how it is made up, is no value to reach
_other_number(text, i) if tokens(text).words[i - 1] in {"kräver", "krävs", "behövs", "behöver"}

_other_number(text, i) if {
	tokens(text).words[i - 1] in {"har", "omfattar", "innehåller"}
	not _wanted(text)
}

# an age or a length of time, unless it is what a measure is to reach
_other_number(text, i) if {
	tags(text)[i + 1] == "year_word"
	not _year_after(text, i)
	not _reached(text, i)
}

_other_number(text, i) if tags(text)[i + 1] in {"month", "ordinal"}

# a deadline or a recurring time: "inom sex månader från driftstart"
_other_number(text, i) if _after_event(text)[i]

# per 1 000 invånare
_other_number(text, i) if tokens(text).words[i - 1] == "per"

# de tre förvaltningarna, stadens 25 nämnder
_other_number(text, i) if data.language.sv.group_sizes[tokens(text).words[i - 1]] == "before"

# med 20 deltagare, för 40 chefer
_other_number(text, i) if {
	data.language.sv.group_sizes[tokens(text).words[i - 1]] == "with"
	not _directed(text)
}

# tre mål, fem prioriterade områden
_other_number(text, i) if {
	some d in [1, 2]
	data.language.sv.number_frames[tokens(text).words[i + d]]
}

# få 20 personer att må bättre
_other_number(text, i) if {
	some d in [1, 2]
	tokens(text).words[i - d] == "få"
	some word in tokens(text).words
	tag(word) == "judge"
}

_other_number(text, i) if {
	_money(text, i)
	not _money_to_reach(text, i)
}

# in "minst 72 år 2026" the year belongs to what follows
_year_after(text, i) if tags(text)[i + 2] == "year"

_wanted(text) if {
	some kind in tags(text)
	kind in {"modal", "limit", "up_down"}
}

# "en projektledare på 50 procent"
_employment(text, i) if {
	tokens(text).words[i - 1] == "på"
	strings.any_suffix_match(tokens(text).words[i - 2], data.language.sv.employment_endings)
}

# "var femte resa"
_every_nth(text, i) if tokens(text).words[i - 1] == "var"

_reached(text, i) if {
	tokens(text).words[i - 1] in {"till", "på", "under", "med"}
	_directed(text)
}

_directed(text) if at(text, "up_down") != []

_directed(text) if at(text, "level") != []

_money(text, i) if {
	some d in [1, 2]
	tags(text)[i + d] == "money"
}

_money(text, i) if tags(text)[i + 1] == "scale"

_money_to_reach(text, i) if {
	context := {c |
		some j, word in tokens(text).words
		j < i
		c := data.language.sv.money_context[word]
	}
	context == {"change"}
}

# The number with its limit before it and its unit after it.
_value_span(text) := {p |
	some i in values(text)
	some p in numbers.range(i - _value_glue(text, i), i + _unit_length(text, i))
}

_value_glue(text, i) := min([before |
	some before in [0, 1, 2, 3]
	not _number_glue(text, (i - before) - 1)
])

_number_glue(text, i) if data.language.sv.number_glue[tokens(text).words[i]]

_unit_length(text, i) := 2 if {
	tags(text)[i + 1] == "scale"
	tags(text)[i + 2] in {"money", "other"}
} else := 1 if {
	tags(text)[i + 1] in {"percent", "money", "clock", "score", "scale", "group", "body", "countable", "thing", "system", "other"}
	tags(text)[i] in {"number", "year"}
} else := 0
