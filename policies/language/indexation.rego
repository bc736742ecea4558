package language

# METADATA
# title: Rates of indexation
# description: |
#   The percentages of a text that are clearly said to be the index that everything is raised by, each with the
#   years that stand beside it. An index of single things ("index för licenser är 5 procent"), of another time
#   or only supposed ("om index blir 8 procent") isn't read.
index_rates(text) := [{"percent": share.percent, "words": share.words, "first": share.first, "years": years} |
	words := tokens(text).words
	shares := percentages(text)
	some share in shares
	n := sentence(text, share.first)
	count([1 | some other in shares; sentence(text, other.first) == n]) == 1
	i := max([j | some j, word in words; j < share.first; _index_word(word)])
	start := _sentence_start(text, share.first)
	i >= start
	every word in array.slice(words, i + 1, share.first) {
		_index_glue(word)
	}
	lead := array.slice(words, start, i)
	count([word | some word in lead; data.language.sv.index_words[word] == "block"]) == 0
	after := _after(words, {}, share.last)
	_ends_there(words, after)
	years := {to_number(word) | some word in array.slice(words, start, after); _is_year(word)}
]

# METADATA
# title: Speaks of an index
# description: True if a text speaks of an index, with or without its rate.
speaks_of_index(text) if {
	some word in tokens(text).words
	_index_word(word)
}

_index_word(word) if data.language.sv.index_words[word] == "index"

_index_glue(word) if data.language.sv.index_words[word] in {"index", "glue"}

_index_glue(word) if _is_year(word)

# METADATA
# title: Says that the index is the same
# description: True if a text calls an index the same as another, without denying it.
says_the_same(text) if {
	some i, word in tokens(text).words
	word in {"samma", "likadan", "likadant", "densamma", "detsamma"}
	not _negated(text, i)
}

# METADATA
# title: Explains an index
# description: True if a sentence on an index also says that it differs, or why.
explains_index(text) if {
	words := tokens(text).words
	some i, word in words
	_index_word(word)
	some j, other in words
	sentence(text, j) == sentence(text, i)
	other in {
		"skiljer", "skiljs", "skillnad", "skillnaden", "avviker", "annan", "annat", "olika", "högre", "lägre",
		"egen", "eget", "särskilt", "eftersom",
	}
}
