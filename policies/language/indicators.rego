package language

# METADATA
# title: Indicators
# description: The words that name a quantity which is to go up or down, without a value to reach.
indicators(text) := phrases(text, _indicator_span(text))

_indicator_span(text) := (_amount_span(text) | {p |
	some d in _directions(text)
	kinds := tags(text)
	some offset in _near(text, d)
	kinds[d + offset] in {"measure", "countable"}
	sentence(text, d) == sentence(text, d + offset)
	some p in [d, d + offset]
}) | (({p |
	some i in at(text, "bare_time")
	some d in _directions(text)
	abs(d - i) < 3
	some p in [i, d]
} | {p |
	some i in at(text, "more")
	_counted(text, i)
	some p in [i, i + 1]
}) | {p |
	# så låg som möjligt
	some i in at(text, "level")
	words := tokens(text).words
	words[i - 1] == "så"
	words[i + 2] == "möjligt"
	some p in numbers.range(i - 1, i + 2)
})

# antalet …, andelen …: the direction may stand anywhere in the sentence.
_amount_span(text) := {p |
	amounts := at(text, "amount")
	amounts != []
	directions := _directions(text)
	shared := {sentence(text, i) | some i in amounts} & {sentence(text, d) | some d in directions}
	some p in array.concat(amounts, directions)
	shared[sentence(text, p)]
}

# "väntetiden till … ska förkortas": after "ska" the verb may stand far from its subject
_near(text, d) := [-8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8] if {
	tags(text)[d - 1] == "modal"
} else := [-4, -3, -2, -1, 1, 2, 3, 4]

_directions(text) := [i |
	some kind in ["up_down", "level"]
	some i in at(text, kind)
	not _side_effect(text, i)
]

# "kan medföra högre kostnader", but "målet innebär att kostnaden ska minska"
_side_effect(text, i) if {
	words := tokens(text).words
	some j in numbers.range(max([0, i - 12]), i)
	data.language.sv.side_effects[words[j]]
	sentence(text, i) == sentence(text, j)
	not _after_frame(text, j)
}

# "elever med hög frånvaro" describes a group
_side_effect(text, i) if {
	kinds := tags(text)
	kinds[i] == "level"
	tokens(text).words[i - 1] == "med"
	kinds[i - 2] == "group"
}

_after_frame(text, i) if tags(text)[i - 1] == "frame"

# "metoder som kan sänka hyran"
_side_effect(text, i) if {
	tags(text)[i - 1] == "possible"
	tags(text)[i - 2] == "relative"
}

# "inte för att sänka kostnaden"
_side_effect(text, i) if {
	kinds := tags(text)
	some d in [1, 2, 3, 4, 5, 6]
	kinds[i - d] == "negation"
	not _stop_between(text, i - d, i)
}

# "antalet ökade med …" tells what has been
_side_effect(text, i) if {
	tokens(text).words[i] in {"ökade", "minskade", "höjde", "sänkte"}
	tags(text)[i + 1] in {"preposition", "stop", "mark", "year"}
}

# "fler elever", not "färre hinder" and not "för fler"
_counted(text, i) if {
	_countable(tokens(text).words[i + 1])
	not _trend(text, i)
}

_counted(text, i) if {
	tags(text)[i + 1] == "adverb"
	_countable(tokens(text).words[i + 2])
}

# "fler ska …", with those meant left out
_counted(text, i) if {
	tags(text)[i + 1] == "modal"
	_subject(text, i)
}

# "besöken ska bli fler"
_counted(text, i) if tokens(text).words[i - 1] in {"bli", "blir", "blivit"}

# "allt fler väljer …" tells what goes on
_trend(text, i) if tokens(text).words[i - 1] == "allt"

_countable(word) if {
	tag(word) in {"other", "group", "body", "countable", "thing", "system", "act"}
	not data.language.sv.abstract_counts[word]
	not data.language.sv.vague[word]
}

_stop_between(text, from, to) if {
	kinds := tags(text)
	some i in numbers.range(from, to)
	kinds[i] in {"stop", "mark"}
}
