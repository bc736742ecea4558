package language

# METADATA
# title: Effect goals that are said not to be there
# description: |
#   The words of a comment that say that there are no effect goals: "inga effektmål", "effektmål saknas",
#   "effektmål är inte formulerade". Goals that are not yet decided or measured are there all the same.
denied_goals(text) := phrases(text, {p |
	some i, word in tokens(text).words
	word in {"effektmål", "effektmålen"}
	words := tokens(text).words
	some p in _with_any(words, _denial_of_goals(words, i))
})

# "inga effektmål", "saknar egna effektmål"; but not "inga effektmål har ändrats"
_denial_of_goals(words, i) := numbers.range(i - d, i) if {
	words[i] == "effektmål"
	d := min([d | some d in [1, 2, 3]; _lack(words, i - d)])
	not _of_other_things(words, i)
} else := numbers.range(i, i + 1) if {
	words[i + 1] == "saknas"
} else := numbers.range(i, i + d) if {
	words[i] == "effektmål"
	d := min([d | some d in [3, 4, 5]; data.language.sv.formed_words[words[i + d]]])
	some e in [1, 2, 3]
	e < d
	words[i + e] in {"inte", "ej"}
}

# "några effektmål är inte formulerade" says no more without its first word, but is then quoted wrongly
_with_any(words, found) := array.concat([found[0] - 1], found) if {
	words[found[0] - 1] == "några"
} else := found

_lack(words, i) if words[i] in {"inga", "saknar", "utan"}

_lack(words, i) if {
	words[i] in {"inte", "ej"}
	words[i + 1] == "några"
}

_of_other_things(words, i) if {
	words[i + 1] in {"har", "är", "blir", "ska", "kan"}
	later := [word | some word in array.slice(words, i + 2, i + 4); data.language.sv.formed_words[word]]
	later == []
}
