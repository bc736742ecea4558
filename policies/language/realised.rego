package language

# METADATA
# title: What is only planned
# description: |
#   The words of a text that look ahead ("förväntas", "kommer att"), if nothing in the text tells of what has
#   already come about. `told` is the kinds of verbs that tell of it: effect, delivery.
planned(text, told) := [] if {
	_tells(text, told)
} else := phrases(text, _ahead(text))

_ahead(text) := {i |
	words := tokens(text).words
	some i, _ in words
	_looks_ahead(words, i)
}

_looks_ahead(words, i) if data.language.sv.ahead_words[words[i]] == "alone"

# "kommer att", "kommer även att"
_looks_ahead(words, i) if {
	data.language.sv.ahead_words[words[i]] == "before_att"
	some d in [1, 2, 3]
	words[i + d] == "att"
}

# "ska", unless it says what for: "så att ingen ska behöva ringa"
_looks_ahead(words, i) if {
	data.language.sv.ahead_words[words[i]] == "modal"
	not _purpose(words, i)
}

_purpose(words, i) if {
	some d in [1, 2, 3, 4]
	words[i - d] == "att"
}

_tells(text, told) if {
	some i, word in tokens(text).words
	told[_past(text, i, word)]
	not _after_ahead(text, i)
}

# "förväntas ge minskade kostnader": what follows is still to come
_after_ahead(text, i) if {
	some j in _ahead(text)
	j < i
	sentence(text, j) == sentence(text, i)
}

# What kind of thing a verb in the past tells of; "" if the word is none.
_past(_, _, word) := data.language.sv.past_words[word]

_past(text, i, word) := "effect" if {
	not data.language.sv.past_words[word]
	_past_form(text, i, word)
}

_past_form(text, i, word) if {
	strings.any_suffix_match(word, data.language.sv.past_endings)
	not _opens(text, i)
}

# "har effektiviserats"
_past_form(text, i, word) if {
	strings.any_suffix_match(word, ["at", "ats", "it", "its"])
	some d in [1, 2, 3]
	tokens(text).words[i - d] in {"har", "hade"}
}

# "Minskade kostnader …": first in its sentence it describes and doesn't tell.
_opens(_, 0)

_opens(text, i) if tags(text)[i - 1] in {"stop", "mark", "conjunction"}
