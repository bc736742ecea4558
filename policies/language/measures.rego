package language

# METADATA
# title: Targets
# description: |
#   Finds what decides whether a goal is reached: a value, a statement about all or none, a comparison with
#   a known level, or the end state of a single named thing.
targets(text) := phrases(text, (((_value_span(text) | _universal_span(text)) | _comparison_span(text)) | _state_span(text)))

# Alla ska …, ingen ska …: testable unless the state is a judgement.
_universal_span(text) := {i |
	some i in at(text, "universal")
	_subject(text, i)
	tags(text)[i + 2]
	not _judged(text, i)
} | {p |
	# den som … inte …
	some i, word in tokens(text).words
	word == "som"
	tokens(text).words[i - 1] in {"den", "de", "ingen"}
	_subject(text, i - 1)
	some n in at(text, "negation")
	n > i
	sentence(text, n) == sentence(text, i)
	not _judged(text, i)
	some p in [i - 1, i]
}

_subject(_, 0)

_subject(text, i) if tags(text)[i - 1] in {"stop", "conjunction", "mark", "modal", "have", "copula"}

# A vague word, a quality or a feeling after the position, in the same sentence.
_judged(text, i) if {
	some j, kind in tags(text)
	j > i
	_judgement(text, j, kind)
	sentence(text, j) == sentence(text, i)
}

_judgement(_, _, "quality")

_judgement(_, _, "judge")

_judgement(text, i, _) if data.language.sv.vague[tokens(text).words[i]]

_comparison_span(text) := ({p |
	some i, pair in pairs(text)
	data.language.sv.comparisons[pair]
	_comparing(text, i)
	some p in [i, i + 1]
} | {i |
	some i, word in tokens(text).words
	data.language.sv.comparisons[word]
}) | {p |
	# a quantity that is to change, compared with what it was
	some i, word in tokens(text).words
	word in {"jämfört", "jämförelse"}
	_indicator_span(text) != set()
	some p in [i, i + 1]
}

# "högre än" compares with a level, but with a number it is the number that counts
_comparing(text, i) if tokens(text).words[i + 1] != "än"

_comparing(text, i) if {
	tokens(text).words[i + 1] == "än"
	tags(text)[i + 2] == "year"
}

# The end state of one thing.
_state_span(text) := {p |
	some kind in ["exist", "done", "event", "in_place", "deliver", "free", "meet"]
	some i in at(text, kind)
	_end_state(text, kind, i)
	some p in [i]
} | {p |
	some i, word in tokens(text).words
	word == "fram"
	tokens(text).words[i - 1] in {"ta", "tar", "tagit"}
	_end_state(text, "deliver", i)
	some p in [i - 1, i]
}

_end_state(text, "exist", i) if {
	_opened_by(text, i, {"modal"})
	_unjudged(text, i)
}

_end_state(text, "exist", i) if {
	tokens(text).words[i] == "finns"
	not _opened_by(text, i, {"relative"})
	_unjudged(text, i)
}

_end_state(text, "done", i) if {
	_opened_by(text, i, {"copula", "have"})
	not _opened_by(text, i, {"relative"})
	_unjudged(text, i)
}

_end_state(text, "event", i) if {
	_opened_by(text, i, {"modal"})
	not _opened_by(text, i, {"relative"})
	_unjudged(text, i)
}

_end_state(text, "event", i) if {
	not _opened_by(text, i, {"relative", "conjunction"})
	_deadlines(text) != set()
}

_end_state(text, "in_place", i) if {
	_in_place(text, i)
	_opened_by(text, i, {"copula", "modal", "exist", "have"})
}

_end_state(text, "in_place", i) if {
	_in_place(text, i)
	_deadlines(text) != set()
}

# fossilfri, klimatneutral: said of something, or with a day
_end_state(text, "free", i) if _opened_by(text, i, {"copula"})

_end_state(text, "free", _) if _deadlines(text) != set()

# uppfylla WCAG
_end_state(text, "meet", i) if {
	some d in [1, 2, 3, 4]
	tags(text)[i + d] == "standard"
}

_in_place(text, i) if tokens(text).words[i] in {"igång", "verksam", "verksamma"}

_in_place(text, i) if tokens(text).words[i - 1] in {"på", "i"}

# Projektet tar fram en modell
_end_state(text, "deliver", i) if {
	tags(text)[i + 1] == "article"
	some word in tokens(text).words
	startswith(word, "projekt")
}

# One of the four words before is of such a class.
_opened_by(text, i, kinds) if {
	some d in [1, 2, 3, 4]
	kinds[tags(text)[i - d]]
}

_unjudged(text, i) if not _judged_near(text, i)

_judged_near(text, i) if {
	some d in [-3, -2, -1, 2, 3, 4]
	kind := tags(text)[i + d]
	_judgement(text, i + d, kind)
}
