package language

# METADATA
# title: Amounts of money
# description: |
#   The amounts of a text, in its order, each as anything that it may stand for as it is written: 4,5 mnkr is
#   from 4 450 000 to 4 550 000 kronor. The bounds are whole halves of a krona. rate is "year" for an amount
#   a year, "other" for an amount per anything else, otherwise "none". What may be read in two ways isn't read.
amounts(text) := [amount |
	token := tokens(text)
	some first in _numeral_places(text)
	amount := _amount(token, first)
]

# Where the numbers of a text stand, in figures or in words. Most texts have none.
_numeral_places(text) := [] if {
	_numerals(text) == set()
} else := [i |
	numerals := _numerals(text)
	some i, word in tokens(text).words
	word in numerals
]

_numerals(text) := (word_set(text) & _number_words) | {word |
	regex.match(`\d`, text)
	some word in word_set(text)
	_digit[substring(word, 0, 1)]
}

_number_words := object.keys(data.language.sv.number_words)

_amount(token, first) := _counted_money(token, first, _numeral_parts(token.words[first])) if {
	words := token.words
	not _clouded(words, first)
}

# A number that has letters at its heels, "300tkr".
_amount(token, first) := object.union(_bounds(parts, unit), {
	"words": token.raw[first],
	"first": first,
	"last": first,
	"rate": _rate(token.words, first),
}) if {
	word := token.words[first]
	not _figures(word)
	some ending, unit in data.language.sv.money_units
	endswith(token.words[first], ending)
	parts := _numeral_parts(trim_suffix(token.words[first], ending))
	words := token.words
	not _clouded(words, first)
	not _after_figures(words, first)
}

_counted_money(token, first, parts) := object.union(_bounds(parts, unit.kronor), {
	"words": concat(" ", array.slice(token.raw, first, unit.last + 1)),
	"first": first,
	"last": unit.last,
	"rate": _rate(token.words, unit.last),
}) if {
	unit := _unit_at(token.words, first + 1)
	_readable(parts, unit.kronor)
}

_after_figures(words, i) if _figures(words[i - 1])

# "tkr", "miljoner kronor", "milj. kr"
_unit_at(words, i) := {"kronor": data.language.sv.money_units[words[i]], "last": i} if {
	data.language.sv.money_units[words[i]]
} else := {"kronor": data.language.sv.money_scales[words[i]], "last": i + 1} if {
	data.language.sv.money_units[words[i + 1]] == 1
	data.language.sv.money_scales[words[i]]
} else := {"kronor": data.language.sv.money_scales[words[i]], "last": i + 2} if {
	words[i + 1] == "."
	data.language.sv.money_units[words[i + 2]] == 1
	data.language.sv.money_scales[words[i]]
}

# A sign or another number before it, and nobody knows what is meant: −300 tkr,
# 100–200 tkr, 100 respektive 200 tkr.
_clouded(words, i) if words[i - 1] in {"-", "–", "−", "—", "+", "±", "<", ">", "≤", "≥", "~", "≈", "/", "*", "×"}

_clouded(words, i) if _short_number(words[i - 1])

_clouded(words, i) if {
	words[i - 1] in {"och", "eller", "till", "respektive", "resp", "alternativt", "à"}
	_short_number(words[i - 2])
}

_clouded(words, i) if {
	words[i - 1] == "."
	words[i - 2] == "resp"
}

# A number of its own that is no year.
_short_number(word) if {
	_figures(word)
	not regex.match(`^(?:19|20)\d\d$`, word)
}

_short_number(word) if data.language.sv.number_words[word]

_figures(word) if regex.match(`^\d[\d \x{a0}\x{202f}.,]*$`, word)

# The digits of a number and how many of them are decimals.
_numeral_parts(word) := {"digits": _whole_number(replace(plain, ",", "")), "decimals": _decimals(plain)} if {
	regex.match(`^(?:\d{1,3}(?:[ \x{a0}\x{202f}]\d{3}){1,4}|\d{1,15})(?:,\d{1,6})?$`, word)
	plain := regex.replace(word, `[ \x{a0}\x{202f}]`, "")
} else := {"digits": _whole_number(replace(word, ".", "")), "decimals": count(word) - (indexof(word, ".") + 1)} if {
	# 1.5, but 1.500 may be either
	regex.match(`^\d{1,12}\.(?:\d{1,2}|\d{4,6})$`, word)
} else := {"digits": _whole_number(replace(word, ".", "")), "decimals": 0} if {
	regex.match(`^\d{1,3}(?:\.\d{3}){2,4}$`, word)
} else := {"digits": data.language.sv.number_words[word], "decimals": 0}

# A number may begin with noughts in a text.
_whole_number(digits) := 0 if {
	trim_left(digits, "0") == ""
} else := to_number(trim_left(digits, "0"))

_decimals(plain) := 0 if {
	not contains(plain, ",")
} else := count(plain) - (indexof(plain, ",") + 1)

# 1,500 tkr may be a thousand and a half, or one and a half.
_readable(parts, _) if parts.decimals != 3

_readable(parts, kronor) if {
	parts.decimals == 3
	kronor > 1000
}

_bounds(parts, kronor) := {
	"low": floor((((2 * parts.digits) - 1) * kronor) / _power_of_ten[parts.decimals]),
	"high": ceil((((2 * parts.digits) + 1) * kronor) / _power_of_ten[parts.decimals]),
}

_power_of_ten := [1, 10, 100, 1000, 10000, 100000, 1000000]

_rate(words, last) := "year" if {
	_yearly(words, last + 1)
} else := "other" if {
	words[last + 1] in {"per", "/"}
} else := "none"

_yearly(words, i) if {
	words[i] in {"per", "/", "om", "varje"}
	words[i + 1] in {"år", "året", "kalenderår"}
	not _per_more(words, i + 2)
}

# "per år och användare", but not "per år och 40 tkr"
_per_more(words, i) if {
	words[i] in {"och", "/"}
	next := words[i + 1]
	not _figures(next)
}

_yearly(words, i) if words[i] in {"årligen", "årlig", "årligt"}

# METADATA
# title: Percentages
# description: The percentages of a text, in its order, with figures or with words.
percentages(text) := [share |
	token := tokens(text)
	some first in _numeral_places(text)
	share := _percentage(token, first, token.words[first])
]

_percentage(token, first, word) := {
	"percent": _value_of(_numeral_parts(trim_right(trim_suffix(word, "%"), "  \u202f"))),
	"words": token.raw[first],
	"first": first,
	"last": first,
} if {
	endswith(word, "%")
	words := token.words
	not _clouded(words, first)
}

_percentage(token, first, word) := {
	"percent": _value_of(_numeral_parts(word)),
	"words": concat(" ", array.slice(token.raw, first, first + 2)),
	"first": first,
	"last": first + 1,
} if {
	token.words[first + 1] in {"procent", "%"}
	words := token.words
	not _clouded(words, first)
}

_value_of(parts) := parts.digits / _power_of_ten[parts.decimals]
