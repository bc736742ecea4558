package language

# METADATA
# title: The years a document holds for
# description: |
#   What the title of a plan or a budget says of the years it holds for: periods from one year to another,
#   both included. "Plan 2022–2025" names two years, "budget 2024" one, "Agenda 2030" only the last, which is
#   given as a period from the year 0. A year that says when something was decided is none of them.
periods(text) := (_spans_of_years(text) | _spans_in_words(text)) | (_single_years(text) | _last_years(text))

# 2022–2025, 2022/23; but 2022-12 is a month
_spans_of_years(text) := {{"from": from, "to": to} |
	some i in at(text, "years")
	parts := regex.split(`[-–/]`, tokens(text).words[i])
	from := to_number(parts[0])
	to := to_number(concat("", [substring(parts[0], 0, 4 - count(parts[1])), parts[1]]))
	to > from
}

# 2022 – 2025, 2022 till 2025
_spans_in_words(text) := {{"from": to_number(words[i]), "to": to_number(words[i + 2])} |
	words := tokens(text).words
	some i in at(text, "year")
	_opens_span(text, i)
}

_opens_span(text, i) if {
	words := tokens(text).words
	tags(text)[i] == "year"
	tags(text)[i + 2] == "year"
	words[i + 1] in {"-", "–", "—", "till", "och"}
	words[i + 2] > words[i]
}

# budget 2024, budget för 2024, 2024 års budget
_single_years(text) := {{"from": year, "to": year} |
	some i in at(text, "year")
	_year_of(text, i, "one_year")
	year := to_number(tokens(text).words[i])
}

# Agenda 2030, Agenda2030
_last_years(text) := {{"from": 0, "to": to_number(tokens(text).words[i])} |
	some i in at(text, "year")
	_year_of(text, i, "last_year")
} | {{"from": 0, "to": to_number(parts[0][2])} |
	some word in tokens(text).words
	parts := regex.find_all_string_submatch_n(`^(\p{L}+)(20\d\d)$`, word, 1)
	data.language.sv.document_years[parts[0][1]] == "last_year"
}

# A year that stands alone, beside the kind of document that it belongs to.
_year_of(text, i, kind) if {
	words := tokens(text).words
	_stands_alone(text, i)
	data.language.sv.document_years[words[i - 1]] == kind
}

_year_of(text, i, kind) if {
	words := tokens(text).words
	_stands_alone(text, i)
	words[i - 1] in {"för", "år", "mot"}
	data.language.sv.document_years[words[i - 2]] == kind
}

_year_of(text, i, kind) if {
	words := tokens(text).words
	_stands_alone(text, i)
	words[i + 1] == "års"
	data.language.sv.document_years[words[i + 2]] == kind
}

_stands_alone(text, i) if {
	tags(text)[i] == "year"
	opener := i - 2
	not _opens_span(text, i)
	not _opens_span(text, opener)
}
