package language

# What a clause tells has been: "uppgick till 40 procent", "I mars 2023 fick nämnden …". Neither its years nor its
# values are to be reached. "ska vara beslutade" tells nothing of the kind, nor does "Målet var 40 procent".
_told(text, i) if {
	near := _around(text, i)
	clause := _clause_around(near)
	some j in clause
	_tells_past(near, j)
	every k in clause {
		_leaves_past(near, clause[0] - 1, max([near.at, j]), k)
	}
	not _of_an_aim(near, j, clause)
}

_leaves_past(near, _, _, k) if {
	kind := near.kinds[k]
	kind != "modal"
}

# "elever som började skolan 2019 ska …": the verb of the main clause
_leaves_past(near, opener, last, k) if {
	near.kinds[opener] == "relative"
	k > last
}

_of_an_aim(near, j, clause) if {
	near.words[j] in {"var", "blev"}
	some k in clause
	near.kinds[k] == "frame"
}

# The positions of the clause, as far as the neighbours go.
_clause_around(near) := numbers.range(first, last) if {
	parts := [j | some j, _ in near.words; _parts_clauses(near, j)]
	first := max(array.concat([-1], [j | some j in parts; j < near.at])) + 1
	last := min(array.concat([count(near.words)], [j | some j in parts; j > near.at])) - 1
}

_parts_clauses(near, j) if near.kinds[j] in {"stop", "mark", "relative"}

_parts_clauses(near, j) if near.words[j] == "att"

_parts_clauses(near, j) if {
	near.words[j] in {"och", "men", "samt"}
	near.kinds[j + 1] == "modal"
}

_tells_past(near, j) if {
	data.language.sv.time_context[near.words[j]] == "outcome"
	not _describes(near, j)
}

# "anmäldes", "påbörjades"
_tells_past(near, j) if {
	strings.any_suffix_match(near.words[j], ["ades", "ldes", "rdes", "gdes", "ktes", "stes", "ptes"])
	near.kinds[j] in {"other", "act"}
}

# "nämnden behandlade", "bodde"
_tells_past(near, j) if {
	strings.any_suffix_match(near.words[j], ["ade", "lde", "rde", "kte", "dde"])
	near.kinds[j] in {"other", "act", "done"}
	near.kinds[j - 1] in {"body", "year", "month", "season"}
}

# "ska vara beslutade", "Ökade intäkter", "var tredje resa"
_describes(near, j) if {
	endswith(near.words[j], "ade")
	kinds := near.kinds
	kinds[j - 1] in {"article", "preposition", "copula", "have", "universal", "modal", "number", "limit", "adverb", "conjunction"}
}

# "antalet avslutade ärenden", not "antalet ökade med …"
_describes(near, j) if {
	endswith(near.words[j], "ade")
	near.kinds[j - 1] == "amount"
	near.kinds[j + 1] != "preposition"
}

_describes(near, j) if {
	endswith(near.words[j], "ade")
	not _is_word(near, j - 1)
}

_describes(near, j) if {
	near.words[j] == "var"
	near.kinds[j + 1] in {"ordinal", "conjunction", "number"}
}

_is_word(near, j) if {
	kind := near.kinds[j]
	not kind in {"stop", "mark"}
}
