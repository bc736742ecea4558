package language

# METADATA
# title: Targets
# description: |
#   The words that decide whether a goal is reached: a value, a statement about all or none, a comparison with
#   a known level, or the end state of a single named thing.
targets(text) := phrases(text, (((_value_span(text) | _universal_span(text)) | _comparison_span(text)) | _state_span(text)))

# Alla ska …, ingen ska …: testable unless the state is a judgement.
_universal_span(text) := ((({i |
	some i in at(text, "universal")
	_subject(text, i)
	tags(text)[i + 2]
	not _judged_after(text, i)
} | {i |
	# "rusta upp samtliga lekplatser senast 2027"
	some i in at(text, "universal")
	tokens(text).words[i] == "samtliga"
	before := tags(text)[i - 1]
	not before in {"preposition", "conjunction", "mark"}
	_deadlines(text) != set()
	not _judged_after(text, i)
}) | {i |
	# "all personal ska ha …", "allt avfall ska sorteras", not "allt fler"
	word_set(text) & {"all", "allt"} != set()
	words := tokens(text).words
	some i, word in words
	word in {"all", "allt"}
	_subject(text, i)
	_testable_verb(words[_verb_of(text, i)])
	next := tags(text)[i + 1]
	not next in {"more", "level", "relative", "pronoun", "adverb"}
	not _judged_after(text, i)
}) | {p |
	# inte ha några utsläpp
	words := tokens(text).words
	some i in at(text, "negation")
	some d in [1, 2, 3, 4]
	words[i + d] in {"någon", "något", "några"}
	"modal" in array.slice(tags(text), max([0, i - 1]), i + 2)
	not _judged_after(text, i + d)
	some p in numbers.range(i, i + d)
}) | {p |
	# den som … ska inte …
	some i in at(text, "relative")
	tokens(text).words[i] == "som"
	tokens(text).words[i - 1] in {"den", "de"}
	_subject(text, i - 1)
	some n in at(text, "negation")
	n > i
	sentence(text, n) == sentence(text, i)
	not _judged_after(text, i)
	some p in [i - 1, i]
}

# The verb of what begins at a position: behind its "ska", or "ska all el vara …"
_verb_of(text, i) := modal + 1 if {
	modal := min([j | some j in numbers.range(i + 2, i + 6); tags(text)[j] == "modal"])
} else := min([j | some j in numbers.range(i + 2, i + 6); tokens(text).words[j] in {"vara", "ha"}]) if {
	tags(text)[i - 1] == "modal"
}

_testable_verb(word) if word in {"vara", "ha"}

_testable_verb(word) if endswith(word, "s")

_subject(_, 0)

_subject(text, i) if tags(text)[i - 1] in {"stop", "conjunction", "mark", "modal", "have", "copula"}

# A vague word, a quality or a feeling after the position, in the same sentence.
_judged_after(text, i) if {
	some j in _judgements(text)
	j > i
	sentence(text, j) == sentence(text, i)
}

_judgements(text) := {i | some i, kind in _roles(text); kind in {"vague", "quality", "judge"}}

_comparison_span(text) := (((((({i |
	some i in at(text, "same")
} | {p |
	# i paritet med, under rikssnittet, motsvara rikssnittet
	some i in at(text, "level_of")
	tokens(text).words[i - 1] in {"i", "under", "över", "på", "samma", "motsvara", "motsvarar", "överstiga", "överstiger", "nå", "når", "än"}
	some p in [i - 1, i]
}) | {p |
	# lika hög som före pandemin
	some i in at(text, "level")
	words := tokens(text).words
	words[i - 1] == "lika"
	words[i + 1] == "som"
	some p in [i - 1, i, i + 1]
}) | {p |
	# på 2023 års nivå, lika många som i dag
	word_set(text) & {"nivå", "många", "mycket"} != set()
	words := tokens(text).words
	some i, word in words
	_same_level(words, word, i)
	some p in [i - 1, i]
}) | {p |
	# hålla sin budget
	word_set(text) & {"budget", "budgeten"} != set()
	words := tokens(text).words
	some i, word in words
	word in {"budget", "budgeten"}
	some d in [1, 2]
	words[i - d] in {"hålla", "håller"}
	some p in numbers.range(i - d, i)
}) | {p |
	# inte överstiga, ska inte öka
	some kind in ["reach", "up_down"]
	some i in at(text, kind)
	some d in [-1, 1]
	tags(text)[i + d] == "negation"
	_not_exceeded(kind, d)
	some p in [i, i + d]
}) | {p |
	# lägre än 2024
	some kind in ["level", "more"]
	some i in at(text, kind)
	tokens(text).words[i + 1] == "än"
	_known_level(text, i + 2)
	some p in [i, i + 1, i + 2]
}) | {p |
	# a quantity that is to change, compared with what it was
	some i in at(text, "compared")
	_indicator_span(text) != set()
	some p in [i, i + 1]
}

_known_level(text, i) if tags(text)[i] in {"year", "level_of"}

# "än i jämförbara kommuner", "än under 2024"
_known_level(text, i) if {
	words := tokens(text).words
	words[i] in {"i", "för", "hos"}
	words[i + 1] in {"jämförbara", "liknande", "motsvarande", "riket", "länet", "övriga"}
}

_known_level(text, i) if {
	tokens(text).words[i] in {"under", "år"}
	tags(text)[i + 1] == "year"
}

# "än föregående år"
_known_level(text, i) if {
	tokens(text).words[i] in {"föregående", "förra"}
	tags(text)[i + 1] == "year_word"
}

_same_level(words, "nivå", i) if {
	words[i - 1] == "års"
	words[i - 3] in {"på", "under", "över"}
}

_same_level(words, word, i) if {
	word in {"många", "mycket"}
	words[i - 1] == "lika"
	words[i + 1] == "som"
}

_not_exceeded("reach", _)

_not_exceeded("up_down", -1)

# The end state of one thing.
_state_span(text) := ({p |
	some kind, places in _positions(text)
	_state_kinds[kind]
	some i in places
	_end_state(kind, text, i)
	some p in numbers.range(i - _lead(kind, text, i), i)
} | {i |
	# "ska vara ombyggd senast 2032": with a day, a participle that the dictionary doesn't have is an end too
	_deadlines(text) != set()
	some i, "other" in tags(text)
	strings.any_suffix_match(tokens(text).words[i], data.language.sv.participle_endings)
	_end_state("done", text, i)
}) | {i |
	# "ska redovisa uppdraget senast den 1 mars"
	words := tokens(text).words
	some i, "act" in tags(text)
	words[i] in {"redovisa", "rapportera", "lämna", "överlämna"}
	_end_state("report", text, i)
}

_state_kinds := {"begin", "exist", "done", "event", "in_place", "deliver", "bring", "report", "free", "meet"}

# "ska finnas"
_end_state("exist", text, i) if {
	_opened_by(text, i, {"modal"})
	not _judged_near(text, i)
}

_end_state("exist", text, i) if {
	tokens(text).words[i] == "finns"
	not _asked_where(text, i)
	not _opened_by(text, i, {"relative"})
	not _judged_near(text, i)
}

# "visar var det finns"
_asked_where(text, i) if "var" in array.slice(tokens(text).words, max([0, i - 3]), i)

# "stå klar"
_end_state("done", text, i) if {
	tokens(text).words[i - 1] in {"stå", "står", "stått"}
	not _judged_near(text, i)
}

# "är avslutad", "har införts"
_end_state("done", text, i) if {
	_opened_by(text, i, {"copula", "have"})
	not _opened_by(text, i, {"relative"})
	not _judged_near(text, i)
}

# "ska lanseras", not "öppna upp för samtal"
_end_state("event", text, i) if {
	not _opens_up(text, i)
	_opened_by(text, i, {"modal"})
	not _opened_by(text, i, {"relative"})
	not _judged_near(text, i)
}

_opens_up(text, i) if tokens(text).words[i + 1] == "upp"

# "lanseras den 1 mars"
_end_state("event", text, i) if {
	not _opens_up(text, i)
	not _opened_by(text, i, {"relative", "conjunction"})
	_deadlines(text) != set()
}

# "ska börja betalas ut under hösten"
_end_state("begin", text, i) if {
	_opened_by(text, i, {"modal"})
	_deadlines(text) != set()
}

# "föreslås börja gälla den 1 mars"
_end_state("begin", text, i) if {
	tokens(text).words[i - 1] == "föreslås"
	_deadlines(text) != set()
}

# "ska redovisas senast den 1 mars", "ska lämna en rapport senast den 1 mars"
_end_state("report", text, i) if {
	_opened_by(text, i, {"modal"})
	_deadlines(text) != set()
}

_end_state("in_place", text, i) if {
	_lead("in_place", text, i) >= 0
	_opened_by(text, i, {"copula", "modal", "exist", "have"})
}

_end_state("in_place", text, i) if {
	_lead("in_place", text, i) >= 0
	_deadlines(text) != set()
}

# fossilfri, klimatneutral: said of something, or with a day
_end_state("free", text, i) if _opened_by(text, i, {"copula"})

_end_state("free", text, _) if _deadlines(text) != set()

# uppfylla WCAG
_end_state("meet", text, i) if {
	some d in [1, 2, 3, 4]
	tags(text)[i + d] == "standard"
	not _judged_near(text, i)
}

# Projektet levererar en modell
_end_state("deliver", text, i) if {
	some d in [1, 2]
	tags(text)[i + d] == "article"
	_of_a_project(text)
}

# Projektet tar fram en modell
_end_state("bring", text, i) if {
	tokens(text).words[i - 1] in {"ta", "tar", "tagit"}
	tags(text)[i + 1] == "article"
	_of_a_project(text)
}

_of_a_project(text) if {
	some word in tokens(text).words
	startswith(word, "projekt")
}

# How many words before it belong to a state: none, or "på", "i", "tar".
_lead("in_place", text, i) := 0 if {
	tokens(text).words[i] in {"igång", "verksam", "verksamma"}
} else := 1 if {
	tokens(text).words[i - 1] in {"på", "i"}
}

_lead("bring", _, _) := 1

_lead(kind, _, _) := 0 if not kind in {"in_place", "bring"}

# One of the four words before is of such a class.
_opened_by(text, i, openers) if {
	kinds := tags(text)
	some d in [1, 2, 3, 4]
	openers[kinds[i - d]]
}

# A state bound to a value word can't be tested; "finnas tillgänglig" can.
_judged_near(text, i) if {
	some d in [-3, -2, -1, 1, 2, 3, 4]
	_judgements(text)[i + d]
	not _available(text, i + d)
}

_available(text, i) if {
	words := tokens(text).words
	words[i] in {"tillgänglig", "tillgängligt", "tillgängliga"}
	tag(words[i - 1]) == "exist"
}
