package language

# METADATA
# title: Costs that come back every year
# description: |
#   The words of a text that announce a cost that will come back: a service that gets dearer, a raised
#   management cost, an amount a year, running costs to come. A cost of the change itself doesn't count, nor one
#   that is denied.
recurring_costs(text) := phrases(text, _recurring_span(text))

_recurring_span(text) := ((({i |
	some i, "alone" in _hits(text, "recurring_words")
	_undenied(text, i)
} | {p |
	# "ökade förvaltningskostnader", "förvaltningskostnaden ökar"
	words := tokens(text).words
	some i, kind in _hits(text, "recurring_words")
	kind in {"running", "cost"}
	some d in [-3, -2, -1, 1, 2, 3]
	data.language.sv.recurring_words[words[i + d]] in {"more", "again"}
	_lasts(text, i, kind, words[i + d])
	_undenied(text, i)
	_undenied(text, i + d)
	sentence(text, i) == sentence(text, i + d)
	some p in [i, i + d]
}) | {p |
	# "bastjänsten blir dyrare"
	some i, "dearer" in _hits(text, "recurring_words")
	_of_a_service(text, i)
	_undenied(text, i)
	p := i
}) | {p |
	# "kostnader när den ska drivas och förvaltas"
	words := tokens(text).words
	some i, "cost" in _hits(text, "recurring_words")
	some d in [1, 2, 3, 4, 5, 6]
	data.language.sv.recurring_words[words[i + d]] == "operation"
	sentence(text, i) == sentence(text, i + d)
	_announced(text, i)
	_undenied(text, i)
	some p in numbers.range(i, i + d)
}) | {p |
	# "150 000 kronor per år"
	some amount in amounts(text)
	amount.rate == "year"
	_announced(text, amount.first)
	_undenied(text, amount.first)
	some p in numbers.range(amount.first, amount.last + 2)
}

# A management cost lasts by itself; another cost only if it is said of a service, or to come back.
_lasts(_, _, "running", _)

_lasts(_, _, "cost", word) if data.language.sv.recurring_words[word] == "again"

_lasts(text, i, "cost", word) if {
	data.language.sv.recurring_words[word] == "more"
	_of_a_service(text, i)
}

_of_a_service(text, i) if {
	some j, kind in _hits(text, "recurring_words")
	kind in {"service", "operation"}
	sentence(text, j) == sentence(text, i)
}

# Something to come, not what is saved or what it costs today.
_announced(text, i) if {
	n := sentence(text, i)
	count([j |
		some j, "settled" in _hits(text, "recurring_words")
		sentence(text, j) == n
	]) == 0
}

_undenied(text, i) if {
	not _negated(text, i)
	not _denied_after(text, i)
}

# "kostnaden ökar inte"
_denied_after(text, i) if {
	some d in [1, 2]
	tags(text)[i + d] == "negation"
}
