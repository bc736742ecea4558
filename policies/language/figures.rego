package language

# METADATA
# title: Amounts that are said to be a certain figure
# description: |
#   The amounts of a text that are clearly said to be the budget, the forecast or the outcome of a year, or what
#   something adds to the management cost a year: kind, year, the names that they are said of, whether the whole
#   is meant (total) or some one thing (single), and which kind of cost (about). Only where every word around an amount is understood is it
#   read: "prognosen för licenser" isn't the forecast. names is an object of names by key.
figures(text, names) := [figure |
	parts := _figure_parts(text, names)
	some k, part in parts
	figure := _figure(parts, k, part)
]

_figure(parts, k, part) := {
	"low": part.amount.low,
	"high": part.amount.high,
	"words": part.amount.words,
	"first": part.amount.first,
	"kind": kind,
	"year": year,
	"names": _inherited(parts, k, "names"),
	"total": "total" in _inherited(parts, k, "classes"),
	"single": _single(parts, k),
	"about": {class | some class in _inherited(parts, k, "classes"); class in {"management", "development"}},
} if {
	anchor := _anchor(parts, k)
	every j in numbers.range(anchor, k) {
		parts[j].clean
	}
	count(parts[anchor].kinds) == 1
	some kind in parts[anchor].kinds
	count(part.years) == 1
	some year in part.years
}

# "Budgeten för bastjänsten" is that of one service, whichever it is.
_single(parts, k) if {
	some j in numbers.range(0, k)
	parts[j].sentence == parts[k].sentence
	"single" in parts[j].classes
} else := false

# An amount that only follows another ("435 tkr 2025 och 459 tkr 2026") is of the same kind.
_anchor(parts, k) := max([j |
	some j in numbers.range(0, k)
	parts[j].sentence == parts[k].sentence
	count(parts[j].kinds) > 0
	every m in numbers.range(j, k) {
		_follows(parts, m, j)
	}
])

_follows(_, j, j)

_follows(parts, m, j) if {
	m > j
	parts[m].bare
}

# What the nearest amount of the sentence, from this one backwards, says of itself.
_inherited(parts, k, field) := parts[max([j |
	some j in numbers.range(0, k)
	parts[j].sentence == parts[k].sentence
	_says(parts[j], field)
])][field] if {
	some j in numbers.range(0, k)
	parts[j].sentence == parts[k].sentence
	_says(parts[j], field)
} else := set()

_says(part, "names") if count(part.names) > 0

_says(part, "classes") if {
	some class in part.classes
	class in {"total", "management", "development"}
}

_figure_parts(text, names) := [part |
	token := tokens(text)
	list := amounts(text)
	named := _named_positions(token.words, names)
	some k, amount in list
	after := _after(token.words, named, amount.last)
	begin := max([_sentence_start(text, amount.first), _previous_end(token.words, named, list, k)])
	head := [i | some i in numbers.range(begin, amount.first - 1); i >= begin; i < amount.first]
	tail := [i | some i in numbers.range(amount.last + 1, after - 1); i > amount.last; i < after]
	own := array.concat(head, tail)
	classes := {class | some i in own; not named[i]; some class in _figure_classes(token.words[i])}
	part := {
		"amount": amount,
		"sentence": sentence(text, amount.first),
		"names": {name | some i in own; some name in named[i]},
		"years": {to_number(token.words[i]) | some i in own; not named[i]; _is_year(token.words[i])},
		"classes": classes,
		"kinds": _figure_kinds(token.words, classes, amount.first),
		"bare": _bare(token.words, named, head),
		"clean": _clean(token.words, named, head, amount, after),
	}
]

# Which words belong to which names. A name may stand in the genitive.
_named_positions(words, names) := {p: keys |
	found := {[p, key] |
		openers := _name_openers(names)
		some i, word in words
		some key, wanted in openers[word]
		last := (i + count(wanted)) - 1
		_same_name(array.slice(words, i, last + 1), wanted)
		some p in numbers.range(i, last)
	}
	some pair in found
	p := pair[0]
	keys := {other[1] | some other in found; other[0] == p}
}

# The names by their first word.
_name_openers(names) := object.union_n([{opener: {key: words}} |
	some key, name in names
	words := tokens(name).words
	some opener in _figure_openers(words)
])

_figure_openers(words) := {words[0]} if count(words) > 1

_figure_openers(words) := {words[0], sprintf("%ss", [words[0]])} if count(words) == 1

_same_name(found, found)

_same_name(found, wanted) if {
	last := count(wanted) - 1
	found[last] == sprintf("%ss", [wanted[last]])
	array.slice(found, 0, last) == array.slice(wanted, 0, last)
}

_figure_classes(word) := {class | some class in split(data.language.sv.figure_words[word], " ")}

_is_year(word) if regex.match(`^20\d\d$`, word)

_sentence_start(text, i) := max(array.concat([0], [start | some e in _ends(text); e < i; start := e + 1]))

_previous_end(_, _, _, 0) := 0

_previous_end(words, named, list, k) := _after(words, named, list[k - 1].last) if k > 0

# The first position after an amount that tells no more of it.
_after(words, named, last) := min(array.concat([count(words)], [p |
	some p, word in words
	p > last
	not named[p]
	not _tells_figure(word)
]))

_tells_figure(word) if _is_year(word)

_tells_figure(word) if {
	some class in _figure_classes(word)
	class in {"budget", "forecast", "outcome", "management", "development", "total", "single", "owner", "plain"}
}

_figure_kinds(words, classes, first) := kinds if {
	kinds := {class | some class in classes; class in {"budget", "forecast", "outcome"}}
	kinds != set()
} else := {"increase"} if {
	words[first - 1] == "med"
	{"cost", "move"} - classes == set()
} else := {"cost"} if {
	"link" in _figure_classes(words[first - 1])
	"cost" in classes
	not "move" in classes
} else := set()

_bare(words, named, head) if {
	every i in head {
		_separates(words, named, i)
	}
} else := false

_separates(words, named, i) if {
	not named[i]
	"end" in _figure_classes(words[i])
}

_clean(words, named, head, amount, after) if {
	amount.rate == "none"
	every i in head {
		_understood(words, named, i, amount.first)
	}
	not _of_something_else(words, head)
	_ends_there(words, after)
} else := false

# "nämndens budget" is more than the table, "i budgeten" only a part of it
_of_something_else(words, head) if {
	some i in head
	some kind in _figure_classes(words[i])
	kind in {"budget", "forecast", "outcome"}
	_narrows(words, i)
}

_narrows(words, i) if {
	some d in [1, 2]
	"owner" in _figure_classes(words[i - d])
}

_narrows(words, i) if words[i - 1] in {"i", "inom", "av"}

_understood(_, named, i, _) if named[i]

_understood(words, _, i, _) if _is_year(words[i])

_understood(words, _, i, _) if {
	some class in _figure_classes(words[i])
	not class in {"move", "with"}
}

_understood(words, _, i, first) if {
	"move" in _figure_classes(words[i])
	words[first - 1] in {"till", "med"}
}

# "ökar med", right before the amount
_understood(words, _, i, first) if {
	i == first - 1
	words[i] == "med"
	some word in array.slice(words, max([0, i - 6]), i)
	"move" in _figure_classes(word)
}

_ends_there(words, after) if after == count(words)

_ends_there(words, after) if words[after] in {".", "!", "?", ";", "•"}

_ends_there(words, after) if {
	"end" in _figure_classes(words[after])
	not _limited(words, after)
}

# "77 587 tkr, exklusive licenser"
_limited(words, after) if {
	some d in [0, 1]
	data.language.sv.figure_limits[words[after + d]]
}

# METADATA
# title: Names that are mentioned
# description: Which of some names, by key, a text mentions, and at which word.
mentions(text, names) := [{"key": key, "first": p} |
	some p, keys in _named_positions(tokens(text).words, names)
	some key in keys
]

# METADATA
# title: Words that hint at names
# description: At which words a text has one that tells some of the names from other things.
hints(text, names) := {p |
	telling := {word |
		some name in names
		some word in tokens(name).words
		count(word) > 5
		not data.language.sv.common_in_names[word]
	}
	told := telling | {sprintf("%s%s", [word, ending]) | some word in telling; some ending in ["s", "en", "et", "n"]}
	some p, word in tokens(text).words
	told[word]
}
