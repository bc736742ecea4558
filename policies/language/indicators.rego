package language

# METADATA
# title: Indicators
# description: |
#   Finds a named quantity that is to go up or down without a value to reach: "minskad sjukfrånvaro".
indicators(text) := phrases(text, _indicator_span(text))

_indicator_span(text) := ({p |
	# antalet …, andelen …: the direction may stand anywhere in the sentence
	some i in at(text, "amount")
	some d in _directions(text)
	sentence(text, d) == sentence(text, i)
	some p in [i, d]
} | {p |
	some kind in ["measure", "countable"]
	some i in at(text, kind)
	some d in _directions(text)
	abs(d - i) < _nearness(text, d)
	sentence(text, d) == sentence(text, i)
	some p in [i, d]
}) | (({p |
	some i in at(text, "bare_time")
	some d in _directions(text)
	abs(d - i) < 3
	some p in [i, d]
} | {p |
	some i in at(text, "more")
	_counted(text, i)
	some p in [i, i + 1]
}) | _least_possible(text))

_directions(text) := [i |
	some kind in ["up_down", "level"]
	some i in at(text, kind)
	not _side_effect(text, i)
]

# "kan innebära en ökad kostnad", but "målet innebär att kostnaden ska minska"
# "väntetiden till … ska förkortas": the verb comes last
_nearness(text, d) := 9 if {
	tags(text)[d - 1] == "modal"
} else := 5

_side_effect(text, i) if {
	some j in numbers.range(max([0, i - 12]), i)
	data.language.sv.side_effects[tokens(text).words[j]]
	sentence(text, i) == sentence(text, j)
	not _about_the_goal(text, j)
}

_side_effect(text, i) if {
	tags(text)[i - 1] == "possible"
	tags(text)[i - 2] == "relative"
}

# "inte för att sänka kostnaden"
_side_effect(text, i) if {
	some d in [1, 2, 3, 4, 5, 6]
	tags(text)[i - d] == "negation"
	not _stop_between(text, i, d)
}

_about_the_goal(text, i) if tags(text)[i - 1] == "frame"

# "antalet ökade med …" tells what has been
_side_effect(text, i) if {
	tokens(text).words[i] in {"ökade", "minskade", "höjde", "sänkte"}
	tags(text)[i + 1] in {"preposition", "stop", "mark", "year"}
}

# "fler elever", not "färre hinder" and not "för fler"
_counted(text, i) if {
	_countable(text, i + 1)
	not _trend(text, i)
}

# "allt fler väljer …" tells what goes on
_trend(text, i) if tokens(text).words[i - 1] == "allt"

_counted(text, i) if {
	tags(text)[i + 1] == "adverb"
	_countable(text, i + 2)
}

# "besöken ska bli fler"
_counted(text, i) if tokens(text).words[i - 1] in {"bli", "blir", "blivit"}

_countable(text, i) if {
	word := tokens(text).words[i]
	tag(word) in {"other", "group", "body", "countable", "thing", "system", "act"}
	not data.language.sv.abstract_counts[word]
	not data.language.sv.vague[word]
}

# "så kort som möjligt"
_least_possible(text) := {p |
	some i in at(text, "level")
	tokens(text).words[i - 1] == "så"
	tokens(text).words[i + 2] == "möjligt"
	some p in numbers.range(i - 1, i + 2)
}
