package language

# METADATA
# title: Values to reach
# description: |
#   The positions of the numbers that are values to reach. A number may be something else: a year, an age,
#   an amount of money as a resource, a paragraph, the size of a group, a result already reached.
values(text) := {i |
	some kind, places in _positions(text)
	_number_kinds[kind]
	some i in places
	_value(kind, text, i)
	not _no_value(text, i)
}

# what has been or is today, and what may come along with it
_no_value(text, i) if _told(text, i)

_no_value(text, i) if _today(_around(text, i))

_no_value(text, i) if {
	_side_effect(text, i)
	_possible_effect(_around(text, i))
}

# "kan innebära att kostnaden ökar med 10 procent"
_possible_effect(near) if {
	some j in numbers.range(0, near.at)
	near.kinds[j] == "possible"
	data.language.sv.side_effects[near.words[j + 1]]
}

# "i dag är 40 procent", "har hittills nått 300"
_today(near) if {
	clause := _clause_around(near)
	some j in clause
	j < near.at
	near.words[j] in {"dag", "idag", "hittills", "närvarande", "nu", "nuläget"}
	_of_a_verb(near, j)
	every k in clause {
		kind := near.kinds[k]
		not kind in {"modal", "up_down"}
	}
}

_number_kinds := {"percent_number", "share", "number", "year", "ordinal", "limit", "scale", "clock", "part", "percent"}

_value("percent_number", text, i) if _share_to_reach(_around(text, i))

_value("number", text, i) if {
	near := _around(text, i)
	_is(near.kinds, near.at + 1, "percent")
	_share_to_reach(near)
}

_value("number", text, i) if {
	near := _around(text, i)
	kinds := near.kinds
	after := near.at + 1
	not _is(kinds, after, "percent")
	not _other_number(text, near, i)
}

_value("share", text, i) if {
	near := _around(text, i)
	not _outcome(near)
	not _every_other_time(near)
}

# "varannan vecka"
_every_other_time(near) if {
	near.words[near.at] in {"varannan", "vartannat"}
	near.kinds[near.at + 1] in {"clock", "part", "year_word", "season"}
}

_value("year", text, i) if {
	near := _around(text, i)
	counted_year(near.words, near.kinds, near.at)
	not _other_number(text, near, i)
}

_of_a_verb(near, j) if {
	some d in [-2, -1, 1, 2]
	near.kinds[j + d] in {"copula", "have"}
}

_of_a_verb(near, j) if strings.any_suffix_match(near.words[j + 1], ["ar", "er"])

# "ett hundratal träd"
_value("scale", text, i) if {
	words := tokens(text).words
	words[i - 1] == "ett"
	endswith(words[i], "tal")
}

# "en miljon träd"
_value("scale", text, i) if {
	near := _around(text, i)
	near.words[near.at - 1] in {"en", "ett"}
	near.kinds[near.at + 1] in {"group", "body", "countable", "thing", "measure", "other"}
}

# "inom ett dygn", "inom en vecka"
_value(kind, text, i) if {
	kind in {"clock", "part"}
	words := tokens(text).words
	words[i - 1] in {"en", "ett"}
	words[i - 2] == "inom"
}

# "en procent av budgeten"
_value("percent", text, i) if {
	near := _around(text, i)
	near.words[near.at - 1] in {"en", "ett"}
	_share_to_reach(near)
}

# "minst en övning"
_value("limit", text, i) if tokens(text).words[i + 1] in {"en", "ett"}

# "var femte resa"
_value("ordinal", text, i) if tokens(text).words[i - 1] == "var"

_share_to_reach(near) if {
	not _outcome(near)
	not _employment(near)
}

# "uppgick till 40 procent"
_outcome(near) if {
	some d in [1, 2]
	data.language.sv.time_context[near.words[near.at - d]] == "outcome"
}

# "en projektledare på 50 procent"
_employment(near) if {
	near.words[near.at - 1] == "på"
	strings.any_suffix_match(near.words[near.at - 2], data.language.sv.employment_endings)
}

# mål 11, version 2
_other_number(_, near, _) if data.language.sv.number_labels[near.words[near.at - 1]]

_other_number(_, near, _) if {
	near.words[near.at - 1] == "."
	data.language.sv.number_labels[near.words[near.at - 2]]
}

# 4 kap. 12 §
_other_number(_, near, _) if near.words[near.at + 1] in {"kap", "§", "§§", "kapitlet"}

_other_number(_, near, _) if _outcome(near)

# what something demands, or how it is made up
_other_number(_, near, _) if near.words[near.at - 1] in {"kräver", "krävs", "behövs", "behöver"}

_other_number(_, near, _) if {
	near.words[near.at - 1] in {"har", "omfattar", "innehåller"}
	not _wanted(near)
}

# "slipper logga in i tre system"
_other_number(_, near, _) if {
	some word in array.slice(near.words, 0, near.at)
	word in {"slipper", "slippa"}
}

# "drivs av tre kommuner"
_other_number(_, near, _) if {
	near.words[near.at - 1] == "av"
	near.words[near.at - 2] in {"drivs", "ägs", "leds", "består", "bildas", "genomförs", "finansieras", "samordnas"}
}

# "Storgatan 12", "kvarteret Linden 4"
_other_number(text, near, i) if {
	raw := tokens(text).raw[i - 1]
	raw != near.words[near.at - 1]
	raw != upper(raw)
	not _subject(text, i - 1)
	near.kinds[near.at - 1] in {"other", "plain", "thing"}
	near.kinds[near.at + 1] in {"modal", "stop", "mark", "preposition", "conjunction", "copula", "have"}
}

# "ring 112"
_other_number(_, near, _) if {
	near.words[near.at] in {"112", "1177"}
	near.kinds[near.at + 1] in {"stop", "mark", "modal", "preposition", "conjunction"}
}

# "mellan 16 och 25 år"
_other_number(text, near, _) if {
	near.words[near.at + 1] in {"och", "till", "–", "-"}
	near.kinds[near.at + 2] == "number"
	near.kinds[near.at + 3] == "year_word"
	not _reached(text, near)
}

# "riktar sig till 16 kommuner"
_other_number(_, near, _) if {
	near.words[near.at - 1] == "till"
	near.words[near.at - 2] == "sig"
}

# an age or a length of time, unless a measure is to reach it
_other_number(text, near, _) if {
	near.kinds[near.at + 1] == "year_word"
	not _year_after(near)
	not _reached(text, near)
}

_other_number(_, near, _) if near.kinds[near.at + 1] in {"month", "ordinal"}

# "sex månader efter driftstart" is a deadline
_other_number(text, _, i) if _after_event(text)[i]

# per 1 000 invånare
_other_number(_, near, _) if near.words[near.at - 1] == "per"

# de tre förvaltningarna, stadens 25 nämnder
_other_number(_, near, _) if {
	data.language.sv.group_sizes[near.words[near.at - 1]] == "before"
	not _ranking(near)
}

# "bland de tio bästa"
_ranking(near) if {
	some word in array.slice(near.words, near.at + 1, near.at + 3)
	word in {"bästa", "främsta", "högsta", "lägsta"}
}

# med 20 deltagare
_other_number(text, near, _) if {
	data.language.sv.group_sizes[near.words[near.at - 1]] == "with"
	not _directed(text)
}

# tre mål, fem prioriterade områden
_other_number(_, near, _) if {
	some d in [1, 2]
	data.language.sv.number_frames[near.words[near.at + d]]
	not _so_often(near)
}

# "minst två gånger per år", "Tre gånger i månaden ska …"
_so_often(near) if {
	near.words[near.at + 1] == "gånger"
	near.kinds[near.at - 1] == "limit"
}

_so_often(near) if {
	near.words[near.at + 1] == "gånger"
	near.at == 0
	"modal" in near.kinds
}

# "barn under tolv månader"
_other_number(_, near, _) if {
	near.words[near.at + 1] in {"månader", "mån"}
	near.kinds[near.at - 2] == "group"
	near.words[near.at - 1] in {"under", "över", "från"}
}

# "två av målen"
_other_number(_, near, _) if {
	near.words[near.at + 1] == "av"
	"frame" in array.slice(near.kinds, near.at + 2, near.at + 4)
}

# få 20 personer att må bättre
_other_number(text, near, _) if {
	near.words[near.at - 1] == "få"
	"judge" in tags(text)
}

_other_number(text, near, i) if {
	_money(near)
	not _money_to_reach(text, i)
}

_wanted(near) if {
	some kind in array.slice(near.kinds, 0, near.at)
	kind in {"modal", "limit", "up_down"}
}

# in "minst 72 år 2026" the year belongs to what follows
_year_after(near) if near.kinds[near.at + 2] == "year"

_reached(text, near) if {
	near.words[near.at - 1] in {"till", "på", "under", "med"}
	_directed(text)
}

_directed(text) if {
	some kind in tags(text)
	kind in {"up_down", "level"}
}

_money(near) if {
	some d in [1, 2]
	near.kinds[near.at + d] == "money"
}

# "20 miljoner", not "två miljoner resor"
_money(near) if {
	near.kinds[near.at + 1] == "scale"
	not _millions_of(near)
}

_millions_of(near) if near.kinds[near.at + 2] in {"group", "body", "countable", "thing", "measure", "clock", "other"}

# A cost is to change, and the words before the amount speak of no resource.
_money_to_reach(text, i) if {
	first := _first_money_words(text)
	first.change < i
	object.get(first, "resource", i) >= i
}

_first_money_words(text) := {context: min(places) |
	some context in ["change", "resource"]
	places := [i | some i, word in tokens(text).words; data.language.sv.money_context[word] == context]
	places != []
}

# The number with its limit before it and its unit after it.
_value_span(text) := {p |
	some i in values(text)
	near := _around(text, i)
	some p in numbers.range(i - _number_glue(near), i + _unit_length(near.kinds, near.at))
}

_number_glue(near) := min([d |
	some d in [0, 1, 2, 3]
	before := (near.at - d) - 1
	words := near.words
	not _goes_with_number(words, before)
])

_goes_with_number(words, i) if data.language.sv.number_glue[words[i]]

_unit_length(kinds, i) := 2 if {
	kinds[i + 1] == "scale"
	kinds[i + 2] in {"money", "other"}
} else := 2 if {
	kinds[i] == "limit"
} else := 1 if {
	kinds[i] in {"number", "year", "ordinal"}
	kinds[i + 1] in {"percent", "money", "clock", "score", "scale", "group", "body", "countable", "thing", "system", "other", "year_word"}
} else := 0
