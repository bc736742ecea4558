package language

# METADATA
# title: Years spoken of
# description: |
#   The years of a text as numbers, those of a span with all between. A year in front of what it counts, or
#   in the name of a document, is none of them.
years(text) := {year |
	some part in _paragraphs(text)
	some kind in ["year", "years", "date"]
	some i in at(part, kind)
	not _names_document(part, i)
	words := tokens(part).words
	kinds := tags(part)
	not counted_year(words, kinds, i)
	some year in _years_of(words[i])
}

# Only the first tokens of a text are read, so a long one is read by paragraph. A span of years is one token
# however its dash is written: 2023 – 2026, 2023 till 2026.
_paragraphs(text) := [part |
	is_string(text)
	some part in split(regex.replace(text, _spaced_span, "${1}–${2}"), "\n")
]

_spaced_span := `((?:19|20)\d\d)\s*(?:[‐‑‒–—−-]|till(?:\s+och\s+med)?)\s*((?:19|20)\d\d)`

_years_of(word) := {to_number(word)} if tag(word) == "year"

_years_of(word) := {year | some year in numbers.range(span.from, span.to)} if {
	tag(word) == "years"
	span := _span_of(word)
}

_years_of(word) := {to_number(substring(word, 0, 4))} if {
	tag(word) == "date"
	startswith(word, "20")
}

# 2023–2026, 2023–26
_span_of(word) := {"from": to_number(first), "to": to_number(concat("", [substring(first, 0, 4 - count(last)), last]))} if {
	[first, last] := split(replace(replace(word, "–", "-"), "/", "-"), "-")
}
