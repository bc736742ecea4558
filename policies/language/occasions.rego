package language

# METADATA
# title: Occasions
# description: |
#   The events that tell when a step was or will be taken: "i upphandlingen", "inför byte av skrivare",
#   "inom utredningen 2023", "när verktyget infördes". When it was not taken is no occasion: "gjordes inte vid
#   införandet".
occasions(text) := phrases(text, _occasion_span(text) | _clause_span(text))

_occasion_span(text) := {p |
	some i in at(text, "event_noun")
	near := _around(text, i)
	before := min([d | some d in [1, 2, 3, 4]; _opens_occasion(near.words, near.at - d)])
	not _broken(near, before)
	not _denied_occasion(near, before)
	some p in numbers.range((i - before) - _lead_in(near.words, near.at - before), i + _tail(near.words, near.kinds, near.at))
}

_opens_occasion(words, i) if data.language.sv.occasion_prepositions[words[i]]

# "i samband med upphandlingen"
_opens_occasion(words, i) if {
	words[i] == "med"
	words[i - 1] == "samband"
}

# nothing but articles and describing words between the preposition and the event
_broken(near, before) if {
	some d in [1, 2, 3]
	d < before
	near.kinds[near.at - d] in {"stop", "mark", "conjunction", "relative", "modal", "copula", "negation", "preposition"}
}

_denied_occasion(near, before) if _denied_before(near.words, near.at - before)

_denied_before(words, i) if tag(words[i - 1]) == "negation"

# "när verktyget infördes", "innan det nya verktyget valdes"
_clause_span(text) := {p |
	words := tokens(text).words
	some i, word in words
	data.language.sv.occasion_conjunctions[word]
	not _denied_before(words, i)
	length := min([d | some d in [2, 3, 4]; data.language.sv.event_verbs[words[i + d]]])
	inside := array.slice(tags(text), i + 1, i + length)
	every kind in inside {
		not kind in {"stop", "mark", "negation"}
	}
	some p in numbers.range(i, i + length)
}

_lead_in(words, i) := 2 if {
	words[i] == "med"
} else := 0

_names_event_object(kind) if not kind in {"article", "adverb", "pronoun"}

# "val av ett nytt verktyg", "utredningen 2023"
_tail(words, kinds, i) := min([n | some n in [2, 3, 4]; _names_event_object(kinds[i + n])]) if {
	words[i + 1] == "av"
	kinds[i + 2]
} else := 1 if {
	kinds[i + 1] in {"year", "years"}
} else := 0
