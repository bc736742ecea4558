package language

# METADATA
# title: Plans and programmes cited with their years
# description: |
#   "Göteborgs Stads plan för digitalisering 2023–2026": what the document is called, in small letters and
#   without its owner, how it is written, and from which year to which it holds.
cited(text) := [{
	"name": _document_name(part, start, i),
	"shown": concat(" ", array.slice(tokens(part).raw, start, i)),
	"from": span.from,
	"to": span.to,
} |
	some part in _paragraphs(text)
	some i in at(part, "years")
	span := _span_of(tokens(part).words[i])
	start := _document_before(part, i)
]

# METADATA
# title: The name of a plan or programme
# description: The first document that a text names, without its owner and its years; "" if there is none.
document_name(text) := _document_name(part, start, stop) if {
	part := _paragraphs(text)[0]
	words := tokens(part).words
	start := min([i | some i, word in words; _plan(word)])
	stop := min({count(words)} | {i |
		some i, kind in tags(part)
		i > start
		kind in {"mark", "stop", "year", "years", "number", "date"}
	})
} else := ""

# The nearest plan shortly before a span of years, in the same breath.
_document_before(text, i) := max([j |
	words := tokens(text).words
	some d in [1, 2, 3, 4, 5, 6, 7, 8]
	j := i - d
	_plan(words[j])
	not _citation_broken_off(text, j, i)
])

_citation_broken_off(text, from, to) if {
	some i, kind in tags(text)
	i > from
	i < to
	kind in {"mark", "stop"}
}

# The document and what it is about; a bare "program" with the word before it.
_document_name(text, start, stop) := concat(" ", [_base(word) |
	some i in numbers.range(_first_of(text, start, stop), stop - 1)
	word := tokens(text).words[i]
	not _joins_years(text, i, stop)
])

_first_of(text, start, stop) := start - 1 if {
	start > 0
	every i in numbers.range(start, stop - 1) {
		_bare_until(text, start, i, stop)
	}
	tag_before := tags(text)[start - 1]
	not tag_before in {"mark", "stop", "preposition", "article"}
} else := start

_bare_until(_, start, start, _)

_bare_until(text, _, i, stop) if _joins_years(text, i, stop)

# "för åren", "för perioden", "under"
_joins_years(text, i, stop) if {
	every j in numbers.range(i, stop - 1) {
		_joint(tokens(text).words[j])
	}
}

_joint(word) if word in {"för", "under", "åren", "perioden", "om", "i", "från", "mellan"}

# Words for decided documents, in both forms, also last in a compound.
_plan(word) if strings.any_suffix_match(word, object.keys(data.language.sv.plan_forms))

_base(word) := concat("", [substring(word, 0, count(word) - count(ending)), form]) if {
	fits := [ending | some ending, _ in data.language.sv.plan_forms; endswith(word, ending)]
	ending := fits[0]
	form := data.language.sv.plan_forms[ending]
} else := word
