package language

# METADATA
# title: Words that say when
# description: |
#   The dates, years, quarters, seasons and periods of a text, as phrases. A year that only names a document
#   is none of them.
times(text) := phrases(text, _time_span(text, _whens(text)))

# METADATA
# title: Deadlines
# description: |
#   Those times that say when a goal is to be reached: neither a level to compare with, nor how long money
#   lasts, nor when something has been.
deadlines(text) := phrases(text, _time_span(text, _deadlines(text)))

_whens(text) := {i |
	some kind, places in _positions(text)
	_time_kinds[kind]
	some i in places
	near := _around(text, i)
	_says_when(kind, near.words, near.kinds, near.at)
	not _names_document(text, i)
} | _after_event(text)

_time_kinds := {"year", "years", "date", "month", "season", "moment", "span", "part", "edge", "year_word"}

_deadlines(text) := {i |
	some i in _whens(text)
	not _no_deadline(text, i)
} | _at_milestone(text)

_says_when("year", words, kinds, i) if not counted_year(words, kinds, i)

# A span of years is a plan period unless a word before it puts the goal inside it.
_says_when("years", words, _, i) if data.language.sv.period_openers[words[i - 1]]

# "2026–2028 ska …", "byggs 2026–2028"
_says_when("years", _, kinds, i) if kinds[i + 1] == "modal"

_says_when("years", _, kinds, i) if kinds[i - 1] in {"event", "done", "up_down", "begin", "report", "act", "intent"}

# 30/6, but neither 24/7 nor a fraction of something
_says_when("date", words, kinds, i) if {
	words[i] != "24/7"
	not _of_something(words, kinds, i + 1)
}

_says_when("month", words, kinds, i) if not _recurs(words, kinds, i)

_says_when("season", words, kinds, i) if not _recurs(words, kinds, i)

_says_when("moment", words, _, i) if words[i] != "valet"

# "före valet", but neither "i valet till fullmäktige" nor "valet av leverantör"
_says_when("moment", words, _, i) if {
	words[i] == "valet"
	words[i - 1] in {"före", "innan", "till", "efter", "vid"}
	not _a_choice(words, i)
}

_a_choice(words, i) if words[i + 1] in {"av", "till", "mellan"}

_says_when("span", words, _, i) if data.language.sv.time_glue[words[i - 1]]

# "inom en femårsperiod", not "mätt över en femårsperiod"
_says_when("span", words, _, i) if {
	words[i - 1] == "en"
	words[i - 2] == "inom"
}

# "när mandatperioden är slut"
_says_when("span", words, _, i) if {
	words[i - 1] in {"när", "då", "innan"}
	words[i + 1] in {"är", "löper", "går", "tar"}
}

# "på 2030-talet"
_says_when("span", words, _, i) if {
	words[i - 1] == "på"
	startswith(words[i], "20")
}

# "andra kvartalet", not "den första månaden", which begins with some event
_says_when("part", words, kinds, i) if {
	kinds[i - 1] == "ordinal"
	word := words[i]
	not word in {"månaden", "veckan"}
	not _recurs(words, kinds, i - 1)
}

_says_when("part", _, kinds, i) if kinds[i + 1] in {"number", "year"}

# "under Q4"
_says_when("part", words, _, i) if {
	words[i] in {"q1", "q2", "q3", "q4", "h1", "h2", "t1", "t2", "t3"}
	data.language.sv.time_glue[words[i - 1]]
}

# "v. 12"
_says_when("part", words, kinds, i) if {
	words[i + 1] == "."
	kinds[i + 2] == "number"
}

_says_when("edge", _, kinds, i) if kinds[i - 1] == "owner"

_says_when("year_word", words, _, i) if {
	words[i] == "året"
	words[i - 1] in {"under", "inom", "före", "innan", "av", "kommande", "nästa", "detta"}
}

_says_when("year_word", words, _, i) if {
	words[i] == "år"
	words[i - 1] in {"i", "nästa", "detta", "innevarande"}
}

# "inom fem år" says when; "inom några år" doesn't
_says_when("year_word", words, kinds, i) if {
	words[i] == "år"
	_counts(words, kinds, i - 1)
	_within(words, i - 2)
}

# "inom tre till fem år"
_says_when("year_word", words, kinds, i) if {
	words[i] == "år"
	words[i - 2] in {"till", "eller"}
	_counts(words, kinds, i - 3)
	_within(words, i - 4)
}

# "om fem år", "på tre år", not "barn om fem år"
_says_when("year_word", words, kinds, i) if {
	words[i] == "år"
	words[i - 2] in {"om", "på"}
	_counts(words, kinds, i - 1)
	_begins_phrase(kinds, i - 2)
}

# "fem år från nu"
_says_when("year_word", words, kinds, i) if {
	words[i] == "år"
	words[i + 1] == "från"
	words[i + 2] in {"nu", "idag", "dagens"}
	_counts(words, kinds, i - 1)
}

# "de närmaste tre åren", "de tre kommande åren"
_says_when("year_word", words, kinds, i) if {
	words[i] == "åren"
	some pair in [[1, 2], [2, 1]]
	_counts(words, kinds, i - pair[0])
	words[i - pair[1]] in {"kommande", "närmaste", "nästa", "följande"}
}

# "inom", "inom loppet av", "inom en period om", "inom högst"
_within(words, i) if words[i] == "inom"

_within(words, i) if {
	words[i] in {"av", "om", "på"}
	words[i - 1] in {"loppet", "period", "tid"}
	some word in array.slice(words, max([0, i - 3]), i - 1)
	word in {"inom", "över"}
}

_within(words, i) if {
	words[i] in {"högst", "max", "cirka", "ca", "ungefär"}
	words[i - 1] == "inom"
}

# "halvera kostnaden på två år"
_says_when("year_word", words, kinds, i) if {
	words[i] == "år"
	words[i - 2] == "på"
	_counts(words, kinds, i - 1)
	kinds[i - 3] != "group"
	some kind in array.slice(kinds, 0, i)
	kind in {"up_down", "share"}
}

_begins_phrase(kinds, i) if not kinds[i - 1]

_begins_phrase(kinds, i) if kinds[i - 1] in {"stop", "mark", "modal", "copula", "have", "adverb", "number", "percent", "percent_number", "conjunction", "done", "share", "up_down", "act", "event"}

_counts(_, kinds, i) if kinds[i] == "number"

_counts(words, _, i) if words[i] in {"ett", "en"}

# A year in front of what it counts: 2000 besökare.
counted_year(words, kinds, i) if {
	kinds[i + 1] in {"group", "body", "countable", "thing", "system", "money", "percent", "clock"}
	next := words[i + 1]
	not _definite(next)
}

# "gav 2026 myndigheten": nothing definite is counted
_definite(word) if strings.any_suffix_match(word, ["heten", "verket", "ingen", "unen", "eringen", "ionen", "arna", "erna", "orna"])

counted_year(_, kinds, i) if kinds[i - 1] == "limit"

counted_year(words, kinds, i) if {
	words[i] == "2000"
	kinds[i + 1] == "other"
}

_of_something(words, _, i) if words[i] == "av"

_of_something(_, kinds, i) if kinds[i] in {"percent", "percent_number", "group", "body"}

_recurs(_, kinds, i) if {
	some d in [1, 2, 3]
	kinds[i - d] == "recurring"
}

_recurs(words, _, i) if words[i - 1] in {"varje", "per", "varannan"}

# "i mars varje år", "varje år i mars"
_recurs(words, _, i) if words[i + 1] in {"varje", "varannan"}

_recurs(words, _, i) if {
	some d in [3, 4, 5]
	words[i - d] in {"varje", "per", "varannan"}
	words[(i - d) + 1] == "år"
	before := words[i - 1]
	before in {"i", "på", "under"}
}

# "2026 års budget"
_names_document(text, i) if tokens(text).words[i + 1] == "års"

# "Vision 2040", but "senast i delårsrapporten 2026"
_names_document(text, i) if {
	words := tokens(text).words
	_document(words[i - 1])
	before := array.slice(words, max([0, i - 3]), i)
	not "senast" in before
}

# "budgetpropositionen för 2025", but "målet för 2025 är"
_names_document(text, i) if {
	words := tokens(text).words
	words[i - 1] in {"för", "om"}
	_document(words[i - 2])
	not _aim_of(text, i)
}

_aim_of(text, i) if {
	tokens(text).words[i - 2] == "mål"
	tags(text)[i + 1] == "copula"
}

# "regleringsbrevet för budgetåret 2026"
_names_document(text, i) if {
	words := tokens(text).words
	words[i - 2] == "för"
	tags(text)[i - 1] in {"year_word", "span"}
	_document(words[i - 3])
}

# "Projektet Bilfritt 2031", "programmet Digital först 2027"
_names_document(text, i) if {
	token := tokens(text)
	some d in [2, 3, 4]
	first := (i - d) + 1
	token.raw[first] != token.words[first]
	_document(token.words[first - 1])
	before := tags(text)[i - 1]
	not before in {"preposition", "year_word", "limit", "mark"}
}

# "underlaget Stadskarta 2040", but neither "i Sverige 2040" nor "PISA 2033"
_names_document(text, i) if {
	tags(text)[i] == "year"
	token := tokens(text)
	name := token.raw[i - 1]
	name != token.words[i - 1]
	name != upper(name)
	_no_name(text, i - 2)
	strings.any_suffix_match(token.words[i - 2], ["en", "et"])
}

_no_name(text, i) if tokens(text).raw[i] == tokens(text).words[i]

_no_name(text, i) if _subject(text, i)

# "planen för äldreomsorgen 2024–2028"
_names_document(text, i) if {
	tags(text)[i] == "years"
	words := tokens(text).words
	some d in [2, 3, 4, 5, 6]
	_document(words[i - d])
	before := words[i - 1]
	not before in {"under", "senast"}
}

_document(word) if data.language.sv.time_context[word] == "document"

_document(word) if {
	count(word) > 7
	strings.any_suffix_match(word, data.language.sv.document_endings)
}

# what a goal is compared with
_no_deadline(text, i) if {
	words := tokens(text).words
	some d in [1, 2, 3, 4, 5, 6]
	data.language.sv.time_context[words[i - d]] == "baseline"
	not _than_a_value(text, i - d)
	before := words[i - 1]
	not before in {"senast", "till", "före", "innan", "utgången"}
	not _set_off(text, i)
	near := _around(text, i)
	year := {e | some e in [1, 2, 3, 4, 5]; e < d; near.kinds[near.at - e] == "year"}
	year == set()
}

# "mindre än 2 procent 2030"
_than_a_value(text, i) if {
	tokens(text).words[i] == "än"
	tags(text)[i + 1] in {"number", "percent_number", "share"}
}

# "nivån 2019", "sedan 2011", but not "från och med 2026"
_no_deadline(text, i) if {
	words := tokens(text).words
	some d in [1, 2]
	data.language.sv.time_context[words[i - d]] == "near"
	words[(i - d) + 1] != "och"
	not _set_off(text, i)
}

# "sedan den 1 juli 2023"
_no_deadline(text, i) if {
	words := tokens(text).words
	some d in [3, 4]
	words[i - d] == "sedan"
	every kind in array.slice(tags(text), (i - d) + 1, i) {
		kind in {"article", "number", "month", "season", "year_word", "ordinal"}
	}
}

# "från årsskiftet", "från hösten", against the level "från 2019"
_set_off(text, i) if {
	tags(text)[i] in {"moment", "season", "span", "part"}
	tokens(text).words[i - 1] == "från"
}

# "från 1 juli"
_set_off(text, i) if {
	tags(text)[i] == "month"
	tags(text)[i - 1] == "number"
	tokens(text).words[i - 2] == "från"
}

# "Från mars ska …", not "rapporten från mars"
_set_off(text, i) if {
	tags(text)[i] == "month"
	tokens(text).words[i - 1] == "från"
	_subject(text, i - 1)
}

# "Från 2027 ska …", "Från hösten 2027 ska …"
_set_off(text, i) if {
	tags(text)[i + 1] == "modal"
	some d in [1, 2]
	tokens(text).words[i - d] == "från"
	_subject(text, i - d)
}

# "mot 62 procent 2023", "från 62 procent 2023", "(62 procent 2023)"
_no_deadline(text, i) if {
	tags(text)[i] == "year"
	some d in [2, 3]
	tokens(text).words[i - d] in {"mot", "från", "("}
	tags(text)[(i - d) + 1] in {"number", "percent_number"}
	before := tags(text)[i - 1]
	before != "month"
}

# "lika många som 2019"
_no_deadline(text, i) if {
	words := tokens(text).words
	words[i - 1] == "som"
	some d in [2, 3, 4]
	words[i - d] in {"lika", "samma"}
}

# "enligt beslutet 2023-06-12"
_no_deadline(text, i) if {
	words := tokens(text).words
	some d in [2, 3, 4, 5, 6]
	words[i - d] == "enligt"
	between := array.slice(tags(text), (i - d) + 1, i)
	every kind in between {
		not kind in {"modal", "mark", "stop"}
	}
	before := words[i - 1]
	not before in {"senast", "till", "före", "innan", "under", "utgången", "den"}
}

# "elever födda 2010", "hus byggda före 2005", not "ska vara byggda före 2030"
_no_deadline(text, i) if {
	words := tokens(text).words
	some d in [1, 2, 3]
	words[i - d] in {"födda", "född", "byggda", "uppförda", "tillverkade", "utfärdade"}
	near := array.slice(tags(text), max([0, (i - d) - 3]), i - d)
	kinds := {kind | some kind in near}
	kinds & {"copula", "have", "modal"} == set()
}

# no goal is to be reached in the last century
_no_deadline(text, i) if startswith(tokens(text).words[i], "19")

# what has been
_no_deadline(text, i) if _told(text, i)

# how long money or a rule lasts
_no_deadline(text, i) if {
	some j in at(text, "validity")
	j < i
}

# "satsar 250 miljoner kronor 2026": money that is to be spent in a year, unless something else shall come about
_no_deadline(text, i) if {
	some j in at(text, "number")
	sentence(text, j) == sentence(text, i)
	_money(_around(text, j))
	not _money_to_reach(text, j)
	not _shall_come(text, j, i)
}

_shall_come(text, amount, year) if {
	first := min([amount - 6, year])
	"modal" in array.slice(tags(text), max([0, first]), max([amount, year]))
}

# The words that belong to a date are shown with it: "senast den 15 augusti 2026".
_time_span(text, anchors) := (({p |
	some i in anchors
	near := _around(text, i)
	some p in numbers.range(i - _glue_before(near.words, near.kinds, near.at), i)
} | {p |
	some i in anchors
	tags(text)[i] == "part"
	tags(text)[i + 1] in {"number", "year"}
	p := i + 1
}) | {p |
	some i in anchors
	tags(text)[i] == "part"
	tokens(text).words[i + 1] == "."
	some p in [i + 1, i + 2]
}) | {p |
	some i in anchors
	tags(text)[i] == "edge"
	p := i - 1
}

# How many words before a date belong to it. The first of them can't be "och" or "av".
_glue_before(words, kinds, i) := max([d |
	longest := min([e | some e in [0, 1, 2, 3, 4, 5, 6, 7]; not _glue(words, kinds, (i - e) - 1)])
	some d in numbers.range(0, longest)
	_may_open(words, i - d, d)
])

_may_open(_, _, 0)

_may_open(words, i, d) if {
	d > 0
	word := words[i]
	not word in {"och", "med", "av"}
}

_glue(words, _, i) if data.language.sv.time_glue[words[i]]

# "inom ett år"
_glue(words, _, i) if {
	words[i] in {"ett", "en"}
	words[i - 1] == "inom"
}

_glue(_, kinds, i) if kinds[i] in {"month", "season", "ordinal", "owner", "part"}

_glue(_, kinds, i) if {
	kinds[i] == "number"
	kinds[i + 1] in {"month", "year_word"}
}
