package language

# METADATA
# title: The last day of a text
# description: |
#   The last day, YYYY-MM-DD, of the latest period that a text names. No value where a time has no year, or
#   where the latest is a beginning or goes on: nobody can tell then when it ends.
last_day(text) := latest if {
	every i in _unbound_times(text) {
		_year_soon(tags(text), i)
	}
	not _without_end(text)
	days := _days(text)
	latest := max([day | some day in days])
	every i, day in days {
		_closes(text, i, day, latest)
	}
}

_unbound_times(text) := [i |
	some kind in ["month", "season", "moment", "part", "edge", "span", "year_word"]
	some i in at(text, kind)
]

# "mars och april 2023"
_year_soon(kinds, i) if {
	some d in [1, 2, 3]
	kinds[i + d] in {"year", "years"}
}

_days(text) := {i: day |
	words := tokens(text).words
	some kind in ["year", "years", "date"]
	some i in at(text, kind)
	day := _day(kind, words, i)
}

_day("year", words, i) := sprintf("%s-%s", [words[i], data.language.sv.period_ends[words[i - 1]]]) if {
	data.language.sv.period_ends[words[i - 1]] != "next year"
} else := sprintf("%d-03-31", [to_number(words[i]) + 1]) if {
	data.language.sv.period_ends[words[i - 1]] == "next year"
} else := sprintf("%s-12-31", [words[i]])

# 2022–2023, 2022/23
_day("years", words, i) := sprintf("20%s-12-31", [substring(words[i], count(words[i]) - 2, 2)])

_day("date", words, i) := words[i] if count(words[i]) == 10

# 2023-03
_day("date", words, i) := sprintf("%s-31", [words[i]]) if count(words[i]) == 7

_closes(_, _, day, latest) if day < latest

_closes(text, i, latest, latest) if {
	not _begins(text, i)
}

# "startade i mars 2022", "sedan 2021"
_begins(text, i) if {
	some d in [1, 2, 3, 4, 5]
	data.language.sv.open_ended[tokens(text).words[i - d]]
	not _broken_off(text, i - d, i)
}

_without_end(text) if {
	some word in tokens(text).words
	data.language.sv.without_end[word]
}
