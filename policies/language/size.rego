package language

# METADATA
# title: Many units
# description: "The words of a text that show that many take part: alla nämnder, samtliga 25 bolag, tolv enheter."
many_units(text) := phrases(text, {p |
	words := tokens(text).words
	some i, word in words
	_many(word)
	some d in [1, 2, 3]
	data.language.sv.change_size[words[i + d]] == "unit"
	tagged := tags(text)
	not _stop_between(tagged, i, i + d)
	not _negated(text, i)
	some p in numbers.range(i, i + d)
})

_many(word) if data.language.sv.change_size[word] == "many"

_many(word) if {
	tag(word) == "number"
	regex.match(`^\d{2,6}$`, word)
	to_number(word) >= 10
}

# METADATA
# title: New ways of working
# description: "The words of a text that show that work is done in a new way: nytt arbetssätt, rutinerna ändras."
new_ways(text) := phrases(text, _new_way(text) | _changed_way(text))

_new_way(text) := {p |
	words := tokens(text).words
	some i, "new" in _hits(text, "change_size")
	some d in [1, 2]
	data.language.sv.change_size[words[i + d]] == "way"
	tagged := tags(text)
	not _stop_between(tagged, i, i + d)
	not _negated(text, i)
	some p in numbers.range(i, i + d)
}

_changed_way(text) := {p |
	words := tokens(text).words
	some i, "way" in _hits(text, "change_size")
	some d in [1, 2]
	data.language.sv.change_size[words[i + d]] == "changes"
	tagged := tags(text)
	not _stop_between(tagged, i, i + d)
	not _negated(text, i)
	not _neither(words, i)
	not _waived(text, i + d)
	some p in numbers.range(i, i + d)
}

# "varken arbetssätt eller organisation ändras"
_neither(words, i) if {
	some d in [1, 2, 3]
	words[i - d] == "varken"
}
