package language

# METADATA
# title: Indicators
# description: The words that name a quantity which is to go up or down, without a value to reach.
indicators(text) := phrases(text, _indicator_span(text))

_indicator_span(text) := ({p |
	# antalet …, andelen …: the direction may stand anywhere in the sentence
	some i in at(text, "amount")
	some d in _directions(text)
	sentence(text, d) == sentence(text, i)
	some p in [i, d]
} | {p |
	some d in _directions(text)
	some kind in ["measure", "countable"]
	some i in at(text, kind)
	abs(d - i) < _nearness(tags(text), d)
	sentence(text, d) == sentence(text, i)
	some p in [i, d]
}) | (({p |
	some i in at(text, "bare_time")
	some d in _directions(text)
	abs(d - i) < 3
	some p in [i, d]
} | {p |
	some i in at(text, "more")
	_counted(tokens(text).words, tags(text), i)
	some p in [i, i + 1]
}) | {p |
	# så kort som möjligt
	some i in at(text, "level")
	words := tokens(text).words
	words[i - 1] == "så"
	words[i + 2] == "möjligt"
	some p in numbers.range(i - 1, i + 2)
})

# "väntetiden till … ska förkortas": after "ska" the verb may stand far from its subject
_nearness(kinds, d) := 9 if {
	kinds[d - 1] == "modal"
} else := 5

_directions(text) := [i |
	some kind in ["up_down", "level"]
	some i in at(text, kind)
	not _side_effect(text, i)
]

# "kan innebära en ökad kostnad", but "målet innebär att kostnaden ska minska"
_side_effect(text, i) if {
	words := tokens(text).words
	some j in numbers.range(max([0, i - 12]), i)
	data.language.sv.side_effects[words[j]]
	not _is(tags(text), j - 1, "frame")
	sentence(text, i) == sentence(text, j)
}

# "åtgärder som kan minska utsläppen"
_side_effect(text, i) if {
	tags(text)[i - 1] == "possible"
	tags(text)[i - 2] == "relative"
}

# "inte för att sänka kostnaden"
_side_effect(text, i) if {
	kinds := tags(text)
	some d in [1, 2, 3, 4, 5, 6]
	kinds[i - d] == "negation"
	not _stop_between(kinds, i - d, i)
}

# "antalet ökade med …" tells what has been
_side_effect(text, i) if {
	tokens(text).words[i] in {"ökade", "minskade", "höjde", "sänkte"}
	tags(text)[i + 1] in {"preposition", "stop", "mark", "year"}
}

# "fler elever", not "färre hinder" and not "för fler"
_counted(words, _, i) if {
	_countable(words[i + 1])
	not _trend(words, i)
}

_counted(words, kinds, i) if {
	kinds[i + 1] == "adverb"
	_countable(words[i + 2])
}

# "besöken ska bli fler"
_counted(words, _, i) if words[i - 1] in {"bli", "blir", "blivit"}

# "allt fler väljer …" tells what goes on
_trend(words, i) if words[i - 1] == "allt"

_countable(word) if {
	tag(word) in {"other", "group", "body", "countable", "thing", "system", "act"}
	not data.language.sv.abstract_counts[word]
	not data.language.sv.vague[word]
}

_stop_between(kinds, from, to) if {
	some i in numbers.range(from, to)
	kinds[i] in {"stop", "mark"}
}
