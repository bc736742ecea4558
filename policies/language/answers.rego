package language

# METADATA
# title: Empty answers
# description: |
#   True for nothing at all, marks only, and placeholders such as "x", "saknas" and "n/a". An answer that
#   says there is nothing to report isn't empty.
blank(text) if not _more_than_marks(text)

# "x", "Saknas." and "N/A": the words alone, or the marks with them
blank(text) if {
	some words in [tokens(text).words]
	count(words) < 8
	some glue in ["", " "]
	some said in [words, [word | some word in words; not _mark(word)]]
	data.language.sv.placeholders[concat(glue, said)]
}

_more_than_marks(text) if {
	some word in tokens(text).words
	not _mark(word)
}

# A letter has a capital, a figure is no mark.
_mark(word) if {
	count(word) == 1
	not _digit[word]
	upper(word) == lower(word)
}

# METADATA
# title: Nothing to report
# description: True for answers such as "inga", "nej" and "ingen påverkan".
none(text) if {
	words := tokens(text).words
	words != []
	count(words) < 30
	some denial in words
	data.language.sv.none_words[denial] == "denies"
	every word in words {
		_nothing(word)
	}
}

_nothing(word) if data.language.sv.none_words[word]

_nothing(word) if _mark(word)

_nothing(word) if tag(word) in {"year", "years"}

# METADATA
# title: A reason
# description: True if a comment holds more than the answer itself, a time and words that put the matter off.
reason(text) if {
	not none(text)
	when := _time_span(text, _whens(text)) | _occasion_span(text)
	some i, word in tokens(text).words
	_content(word)
	not when[i]
}

_content(word) if {
	count(word) > 1
	not data.language.sv.answer_words[word]
	not data.language.sv.placeholders[word]
	kind := tag(word)
	not _small[kind]
}

# Classes of words that say nothing by themselves.
_small := {
	"stop", "mark", "preposition", "conjunction", "article", "pronoun", "adverb", "modal", "copula", "have",
	"negation", "universal", "possible", "recurring", "vague_time", "relative", "number", "year", "years",
}

# "inte relevant" and "behövs inte" are reasons of their own, however short
reason(text) if not_relevant(text)

# METADATA
# title: A step put off
# description: True if a comment says that something is to be done later, or only if it turns out to be needed.
deferral(text) if {
	some i, "later" in _hits(text, "deferral_words")
	not _negated(text, i)
	not _denied_next(text, i)
}

deferral(text) if {
	words := tokens(text).words
	some i, next in _hits(text, "deferral_phrases")
	next[words[i + 1]]
}

# "kommer att göras", "ska genomföras"
deferral(text) if {
	some i, "doing" in _hits(text, "deferral_words")
	some d in [1, 2, 3, 4]
	data.language.sv.deferral_words[tokens(text).words[i - d]] == "will"
	not _denied_between(text, i, d)
}

# "görs i upphandlingen"
deferral(text) if {
	some i, "doing" in _hits(text, "deferral_words")
	some p in (_time_span(text, _whens(text)) | _occasion_span(text))
	abs(p - i) < 5
	not _negated(text, i)
	not _denied_next(text, i)
}

_denied_next(text, i) if tags(text)[i + 1] == "negation"

_denied_between(text, i, d) if {
	some e in [-1, 1, 2, 3]
	e < d
	tags(text)[i - e] == "negation"
}

# METADATA
# title: A step said not to apply
# description: True for "inte relevant", "ej aktuellt", "behövs inte" and the like.
not_relevant(text) if {
	some i, kind in _hits(text, "not_relevant_words")
	kind in {"after_not", "verb"}
	_denied_before(text, i)
}

not_relevant(text) if {
	some i, "verb" in _hits(text, "not_relevant_words")
	tokens(text).words[i + 1] in {"inte", "ej", "icke"}
}

not_relevant(text) if {
	some "alone" in _hits(text, "not_relevant_words")
}

not_relevant(text) if {
	some i, word in tokens(text).words
	word in {"saknar", "saknas"}
	tokens(text).words[i + 1] in {"relevans", "behov", "tillämpning"}
}

_denied_before(text, i) if {
	some d in [1, 2, 3]
	tokens(text).words[i - d] in {"inte", "ej", "icke", "ingen", "inget", "inga"}
	after := tokens(text).words[(i - d) + 1]
	not after in {"bara", "enbart", "endast"}
	not _stop_between(text, i - d, i)
}

# A negation shortly before a word, in the same clause.
_negated(text, i) if {
	some d in [1, 2, 3]
	_denial(tokens(text).words[i - d])
	not _stop_between(text, i - d, i)
}

_denial(word) if tag(word) == "negation"

_denial(word) if word in {"ingen", "inget", "inga"}
