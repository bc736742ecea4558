package language

# METADATA
# title: Occasions
# description: |
#   The events that tell when a step was or will be taken: "i upphandlingen", "inför val av verktyg",
#   "inom utredningen 2023".
occasions(text) := phrases(text, _occasion_span(text))

_occasion_span(text) := {p |
	some i in at(text, "event_noun")
	before := min([d | some d in [1, 2, 3, 4]; data.language.sv.occasion_prepositions[tokens(text).words[i - d]]])
	not _broken(text, i, before)
	some p in numbers.range(i - before, i + _tail(text, i))
}

# nothing but articles and describing words between the preposition and the event
_broken(text, i, before) if {
	some d in [1, 2, 3]
	d < before
	tags(text)[i - d] in {"stop", "mark", "conjunction", "relative", "modal", "copula", "negation", "preposition"}
}

# "val av verktyg", "utredningen 2023"
_tail(text, i) := 2 if {
	tokens(text).words[i + 1] == "av"
	tags(text)[i + 2]
} else := 1 if {
	tags(text)[i + 1] in {"year", "years"}
} else := 0
