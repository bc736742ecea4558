package language

# METADATA
# title: During procurement or development
# description: |
#   The words that put something in, or after, the procurement or the development: "i upphandlingen", "under
#   utvecklingen", "i samband med införandet". What is put before them is left out.
during_development(text) := phrases(text, {p |
	words := tokens(text).words
	some i, word in words
	_develops(word)
	before := min([d | some d in [1, 2, 3, 4]; data.language.sv.development_words[words[i - d]] in {"in", "before"}])
	data.language.sv.development_words[words[i - before]] == "in"
	tagged := tags(text)
	not _stop_between(tagged, i - before, i)
	not _negated(text, i)
	not _put_before(text, i)
	some p in numbers.range(i - before, i)
})

_develops(word) if contains(word, "upphandling")

_develops(word) if data.language.sv.development_words[word] == "stage"

# "innan vi går in i upphandlingen"
_put_before(text, i) if {
	some j, word in tokens(text).words
	j < i
	data.language.sv.development_words[word] == "before"
	sentence(text, j) == sentence(text, i)
}

# METADATA
# title: Put off, and nothing else
# description: |
#   True for a text that only says that something is to be settled later: "dialog under 2023", "utreds".
#   "Antal anställda, ses över 2025" says more and is no such text.
only_put_off(text) if {
	words := tokens(text).words
	some i, word in words
	_leaves_open(text, i, word)
	when := _time_span(text, _whens(text))
	every j, said in words {
		_says_nothing(said, when, j)
	}
}

_leaves_open(_, _, word) if data.language.sv.settling_words[word] == "later"

# "ej beslutad"
_leaves_open(text, i, word) if {
	data.language.sv.settling_words[word] == "settled"
	_negated(text, i)
}

_says_nothing(_, when, i) if when[i]

_says_nothing(word, _, _) if not _content(word)

_says_nothing(word, _, _) if data.language.sv.settling_words[word]

_says_nothing(word, _, _) if tag(word) in {"body", "group"}
