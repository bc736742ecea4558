package language

# METADATA
# title: Words that say when
# description: |
#   Finds dates, years, quarters, seasons and periods in a text, and tells a deadline from a year that
#   only names a document or a level to compare with.
times(text) := phrases(text, _time_span(text, _whens(text)))

# Those that say when a goal is to be reached.
deadlines(text) := phrases(text, _time_span(text, _deadlines(text)))

_whens(text) := {i |
	some kind in ["year", "years", "date", "month", "season", "moment", "span", "part", "edge", "year_word"]
	some i in at(text, kind)
	_says_when(text, kind, i)
	not _names_document(text, i)
} | _after_event(text)

_deadlines(text) := {i |
	some i in _whens(text)
	not _no_deadline(text, i)
}

_says_when(text, "year", i) if not counted_year(text, i)

_says_when(text, "years", i) if _in_years(text, i)

# 30/6, but neither 24/7 nor a fraction of something
_says_when(text, "date", i) if {
	tokens(text).words[i] != "24/7"
	not _followed(text, i)
}

_says_when(text, "date", i) if count(tokens(text).words[i]) > 6

_says_when(text, "month", i) if not _every(text, i)

_says_when(text, "season", i) if not _every(text, i)

_says_when(_, "moment", _)

_says_when(text, "span", i) if data.language.sv.time_glue[tokens(text).words[i - 1]]

_says_when(text, "part", i) if {
	tags(text)[i - 1] == "ordinal"
	not _every(text, i - 1)
}

_says_when(text, "part", i) if tags(text)[i + 1] in {"number", "year"}

_says_when(text, "edge", i) if tags(text)[i - 1] == "owner"

_says_when(text, "year_word", i) if {
	tokens(text).words[i] == "året"
	tokens(text).words[i - 1] in {"under", "inom", "före", "innan", "av", "kommande", "nästa", "detta"}
	not tokens(text).words[i - 1] == "hela"
}

_says_when(text, "year_word", i) if {
	tokens(text).words[i] == "år"
	tokens(text).words[i - 1] in {"i", "nästa", "detta", "innevarande"}
}

# "inom fem år" says when; "inom ett par år" doesn't
_says_when(text, "year_word", i) if {
	tokens(text).words[i] == "år"
	tokens(text).words[i - 2] == "inom"
	_counts(text, i - 1)
}

_counts(text, i) if tags(text)[i] == "number"

_counts(text, i) if tokens(text).words[i] in {"ett", "en"}

# A year in front of what it counts: 2000 besökare.
counted_year(text, i) if tags(text)[i + 1] in {"group", "body", "countable", "thing", "system", "money", "percent", "clock"}

counted_year(text, i) if tags(text)[i - 1] == "limit"

counted_year(text, i) if {
	tokens(text).words[i] == "2000"
	tags(text)[i + 1] == "other"
}

_followed(text, i) if tokens(text).words[i + 1] == "av"

_followed(text, i) if tags(text)[i + 1] in {"percent", "percent_number", "group", "body"}

_every(text, i) if {
	some d in [1, 2, 3]
	tags(text)[i - d] == "recurring"
}

_every(text, i) if tokens(text).words[i - 1] in {"varje", "per", "varannan"}

# A span of years is a plan period unless a preposition puts the goal inside it.
_in_years(text, i) if tokens(text).words[i - 1] in {"under", "perioden", "tidsperioden", "åren", "år", "läsåret", "årsskiftet", "budgetåret", "senast", "till", "säsongen", "före", "vintern"}

# "2026 års budget", "budgetpropositionen för 2025", "Vision 2040", "Projektet Fossilfritt 2030"
_names_document(text, i) if tokens(text).words[i + 1] == "års"

_names_document(text, i) if _document(tokens(text).words[i - 1])

_names_document(text, i) if {
	tokens(text).words[i - 1] in {"för", "om"}
	_document(tokens(text).words[i - 2])
}

_names_document(text, i) if {
	some d in [2, 3, 4]
	_document(tokens(text).words[i - d])
	first := (i - d) + 1
	tokens(text).raw[first] != tokens(text).words[first]
	not tags(text)[i - 1] in {"preposition", "year_word", "limit", "mark"}
}

_names_document(text, i) if {
	tags(text)[i] == "years"
	some d in [2, 3, 4, 5, 6]
	_document(tokens(text).words[i - d])
	not tokens(text).words[i - 1] in {"under", "senast"}
}

_document(word) if data.language.sv.time_context[word] == "document"

_document(word) if {
	not data.language.sv.time_context[word]
	count(word) > 7
	strings.any_suffix_match(word, data.language.sv.document_endings)
}

# What a goal is compared with, how long money lasts, what has been.
_no_deadline(text, i) if {
	some d in [1, 2, 3, 4, 5, 6]
	data.language.sv.time_context[tokens(text).words[i - d]] == "baseline"
	not tokens(text).words[i - 1] in {"senast", "till", "före", "innan", "utgången"}
	not _year_between(text, i, d)
}

_no_deadline(text, i) if {
	some d in [1, 2]
	data.language.sv.time_context[tokens(text).words[i - d]] == "near"
	tokens(text).words[(i - d) + 1] != "och"
}

_no_deadline(text, i) if {
	some d in [-2, -1, 1, 2]
	data.language.sv.time_context[tokens(text).words[i - d]] == "outcome"
}

_no_deadline(text, i) if {
	some j, word in tokens(text).words
	data.language.sv.time_context[word] == "validity"
	j < i
}

_no_deadline(text, i) if {
	some d in [3, 4, 5]
	data.language.sv.time_context[tokens(text).words[i - d]] == "outcome"
	tags(text)[i - d] != "copula"
	tags(text)[i - d] != "have"
}

_year_between(text, i, d) if {
	some e in [1, 2, 3, 4, 5]
	e < d
	tags(text)[i - e] == "year"
}

# "sex månader efter driftsättningen"
_after_event(text) := {p |
	some i in at(text, "event_noun")
	some d in [1, 2, 3]
	tokens(text).words[i - d] in {"efter", "från"}
	kind := tags(text)[(i - d) - 1]
	kind in {"clock", "year_word", "other", "part"}
	_length_of_time(text, (i - d) - 1)
	some p in numbers.range((i - d) - 2, i)
}

_length_of_time(text, i) if {
	tokens(text).words[i] in {"dagar", "dag", "vecka", "veckor", "månad", "månader", "år", "kvartal", "halvår"}
	_counts(text, i - 1)
}

# The words that belong to a date are shown with it: "senast den 31 december 2026".
_time_span(text, anchors) := ({p |
	some i in anchors
	reach := _glue_before(text, i)
	some p in numbers.range(i - reach, i)
} | {after |
	some i in anchors
	tags(text)[i] == "part"
	after := i + 1
	tags(text)[after] in {"number", "year"}
}) | {p |
	some i in anchors
	tags(text)[i] == "edge"
	some p in [i - 1, i]
}

_glue_before(text, i) := max([d |
	some d in [0, 1, 2, 3, 4, 5, 6, 7]
	d <= min([e | some e in [1, 2, 3, 4, 5, 6, 7, 8]; not _glue(text, i - e)]) - 1
	_may_open(text, i - d, d)
])

_may_open(_, _, 0)

_may_open(text, i, d) if {
	d > 0
	not tokens(text).words[i] in {"och", "med", "av"}
}

_glue(text, i) if data.language.sv.time_glue[tokens(text).words[i]]

_glue(text, i) if tags(text)[i] in {"month", "season", "ordinal", "owner", "part"}

_glue(text, i) if {
	tags(text)[i] == "number"
	tags(text)[i + 1] in {"month", "year_word"}
}
