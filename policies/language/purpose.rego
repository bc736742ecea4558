package language

# METADATA
# title: An effect in place of a delivery
# description: |
#   The words of a goal that make its main clause say what gets different ("blir enklare att hitta"). Empty
#   where the clause names something that is made, whatever that is good for.
effect(text) := phrases(text, _effect_span(text)) if {
	words := tokens(text).words
	not _names_thing(words)
	not _makes(text)
} else := []

# METADATA
# title: A delivery in place of an effect
# description: The verb of making that opens a goal ("Införa ett nytt system"), in a list; empty without one.
delivery(text) := [tokens(text).raw[i]] if {
	words := tokens(text).words
	i := _after_att(words)
	data.language.sv.delivery_words[words[i]] == "verb"
	not _abstract_near(text, i)
} else := []

_after_att(words) := 1 if {
	words[0] == "att"
} else := 0

# "skapa goda förutsättningar" makes nothing that can be handed over
_abstract_near(text, i) if {
	some d in [1, 2, 3]
	tags(text)[i + d] in {"quality", "abstract", "up_down", "more"}
}

# "En statusvy som …"
_names_thing(words) if words[0] in {"en", "ett", "ny", "nytt", "nya"}

_makes(text) if {
	some i, _ in _hits(text, "delivery_words")
	not _subordinate(text, i)
}

_makes(text) if {
	"fram" in word_set(text)
	words := tokens(text).words
	some i, word in words
	word in {"ta", "tar", "tas", "tagits", "tagit"}
	"fram" in array.slice(words, i + 1, i + 4)
	not _subordinate(text, i)
}

_effect_span(text) := {i |
	some i, kind in _hits(text, "effect_words")
	kind in {"change", "purpose"}
	not _subordinate(text, i)
	not _negated(text, i)
} | {i |
	some i, "compared" in _hits(text, "effect_words")
	_becomes(text, i)
	not _subordinate(text, i)
	not _negated(text, i)
}

# "blir enklare", "får enklare att", "gör tjänsten dyrare"
_becomes(text, i) if {
	some d in [1, 2, 3, 4, 5, 6]
	_changes(text, i - d)
	not _broken_off(text, i - d, i)
}

# "ska lättare hitta"
_becomes(text, i) if tags(text)[i - 1] == "modal"

# "enklare att hitta", "enklare för handläggare att svara"
_becomes(text, i) if {
	words := tokens(text).words
	some d in [1, 2, 3, 4]
	words[i + d] == "att"
	words[(i + d) - 1] != "för"
	not _broken_off(text, i, i + d)
}

_changes(text, i) if tokens(text).words[i] in {"bli", "blir", "blivit", "får", "få", "gör", "göra"}

# In a clause that says something of another: after "som", "så att", up to the next mark.
_subordinate(text, i) if {
	some d in numbers.range(0, 15)
	_opens_clause(tokens(text).words, i - d)
	not _broken_off(text, i - d, i)
}

_opens_clause(words, i) if data.language.sv.clause_openers[words[i]] == "always"

_opens_clause(words, i) if {
	data.language.sv.clause_openers[words[i]] == "with_att"
	words[i + 1] == "att"
}

_broken_off(text, from, to) if {
	some j in numbers.range(from, to)
	tokens(text).words[j] in {",", ";", ".", "!", "?", ":"}
}
