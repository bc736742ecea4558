package language

# METADATA
# title: New and replaced systems
# description: The words of a text that show that a system is introduced or replaced.
new_system(text) := phrases(text, _new_system_span(text))

_new_system_span(text) := {p |
	kinds := tags(text)
	some i, kind in _hits(text, "new_system_words")
	some d in _reach[kind]
	kinds[i + d] == "system"
	not _negated(text, i)
	not _known(text, i, d)
	some p in numbers.range(i, i + d)
} | {i |
	some i, "alone" in _hits(text, "new_system_words")
	not _negated(text, i)
}

# how many words may stand between
_reach := {
	"new": [1, 2, 3],
	"bring_in": [1, 2, 3, 4],
}

# "ny funktion i befintligt system" brings in no system
_known(text, i, d) if {
	some e in [1, 2, 3]
	e < d
	_known_word(tokens(text).words[i + e])
}

_known_word(word) if word in {"i", "på", "till", "för", "inom", "via", "befintlig", "befintliga", "befintligt", "nuvarande", ",", "."}

# METADATA
# title: Procurement
# description: The words of a text that show a procurement.
procurement(text) := phrases(text, {i |
	some i, _ in _hits(text, "procurement_words")
	not _negated(text, i)
} | {i |
	# "systemupphandling"
	words := tokens(text).words
	strings.any_suffix_match(words, _procurement_endings)
	some i, word in words
	count(word) > 12
	strings.any_suffix_match(word, _procurement_endings)
	not _negated(text, i)
})

_procurement_endings := ["upphandling", "upphandlingen", "upphandlingar", "upphandlingarna"]

# METADATA
# title: Support for a change
# description: |
#   The kinds of support for a change that a text speaks of, each with its words: benefits_plan,
#   change_management, dedicated_support. A kind that isn't mentioned, or only denied, is left out.
change_support(text) := {kind: found |
	some kind in ["benefits_plan", "change_management", "dedicated_support"]
	found := phrases(text, _support_span(text, kind))
	found != []
}

_support_span(text, kind) := {i |
	some i, said in _hits(text, "change_support_words")
	said == kind
	not _negated(text, i)
	not _waived(text, i)
} | {p |
	words := tokens(text).words
	some i, next in _hits(text, "change_support_phrases")
	next[words[i + 1]] == kind
	not _negated(text, i)
	not _waived(text, i)
	some p in [i, i + 1]
}

# "förändringsledning behövs inte"
_waived(text, i) if {
	some d in [1, 2, 3]
	tags(text)[i + d] == "negation"
	not _stop_after(text, i, d)
}

_stop_after(text, i, d) if {
	some e in [1, 2]
	e < d
	tags(text)[i + e] in {"stop", "mark"}
}
