package language

# METADATA
# title: Tokens of a Swedish text
# description: |
#   Cuts a text into words, numbers and marks in one pass: raw as written, words in small letters. Everything
#   else in this package reads these tokens, so a text is cut once a query however many rules ask about it.
#   A value that isn't a text has no tokens.
tokens(text) := {"raw": raw, "words": words} if {
	is_string(text)
	raw := regex.find_n(_token, text, _longest)
	raw != []

	# no token holds a line feed, so one call lowers them all
	words := split(lower(concat("\n", raw)), "\n")
} else := {"raw": [], "words": []}

# A number keeps its groups of three, its decimals, its range and its percent sign (1 600, 26,4, 2026–2030, 25 %).
# The \b keeps "kvartal 2 2026" apart; beside a figure it is safe, beside å, ä and ö it would not be.
# A word keeps inner hyphens, colons and stops (e-tjänst, E6:an, goteborg.se). Anything else is a mark of its own.
_token := concat("|", [
	`\d{1,3}(?:[ \x{a0}\x{202f}]\d{3})+\b(?:,\d+)?(?:[ \x{a0}\x{202f}]?%)?`,
	`\d+-?\p{L}[\p{L}\p{M}\p{N}]*`,
	`\d+(?:[,.:/–-]\d+)*(?:[ \x{a0}\x{202f}]?%)?`,
	`\p{L}[\p{L}\p{M}\p{N}]*(?:[-:.'’_@&][\p{L}\p{M}\p{N}]+)*`,
	`[^\s\p{Z}\p{C}\p{M}\p{L}\p{N}]`,
])

# Only the first tokens of a text are read, so that a text without an end costs no more than this.
_longest := 4000

# The words of a text, each once: what a text has in common with a list is found at once.
word_set(text) := {word | some word in tokens(text).words}

# The words of a text that a word list has: position to what the list says of it. Most texts have none, which
# their sets of words tell without a look at each word.
_hits(text, list) := {} if {
	word_set(text) & _words_of(list) == set()
} else := {i: said |
	some i, word in tokens(text).words
	said := data.language.sv[list][word]
}

_words_of(list) := object.keys(data.language.sv[list])

# The runs of neighbouring positions as phrases, spelt and ordered as in the text.
phrases(_, set()) := []

phrases(text, positions) := [concat(" ", array.slice(raw, start, ends[n] + 1)) | some n, start in starts] if {
	positions != set()
	raw := tokens(text).raw
	starts := [i | some i in positions; not positions[i - 1]]
	ends := [i | some i in positions; not positions[i + 1]]
}
