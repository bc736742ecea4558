package language

# METADATA
# title: Moved in time
# description: |
#   The words of a text that say that something has been or will be moved in time: "försenad", "har flyttats
#   fram". A delay that may come, or that is denied, is none.
moved(text) := phrases(text, _moved_span(text))

_moved_span(text) := {i |
	some i, "moved" in _hits(text, "moved_words")
	_has_moved(text, i)
} | {p |
	words := tokens(text).words
	some i, "verb" in _hits(text, "moved_words")
	some d in [1, 2, 3]
	data.language.sv.moved_directions[words[i + d]]
	not _stop_between(text, i, i + d)
	_has_moved(text, i)
	some p in numbers.range(i, i + d)
}

_has_moved(text, i) if {
	not _negated(text, i)
	not _supposed(text, i)
}

# "kan bli försenat", "riskerar att försenas", "om tidplanen flyttas fram"
_supposed(text, i) if {
	some d in numbers.range(1, 10)
	_supposes(text, i - d)
	sentence(text, i - d) == sentence(text, i)
}

_supposes(text, i) if tags(text)[i] == "possible"

_supposes(text, i) if tokens(text).words[i] in {"om", "ifall", "risk", "risken", "risker", "riskerar", "visar"}

# METADATA
# title: A cause
# description: True if a text gives a cause.
cause(text) if {
	_hits(text, "cause_words") != {}
}

# METADATA
# title: What follows
# description: True if a text tells what something leads to, or that it leads to nothing.
consequence(text) if {
	_hits(text, "consequence_words") != {}
}
