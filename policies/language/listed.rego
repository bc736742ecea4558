package language

# METADATA
# title: Words and names out of a list
# description: |
#   The words and names of a text that stand in a table, spelt as in the text. A name in the table is at most
#   four words with a blank between. What the text denies is left out: "berör inte Intraservice".
listed(text, table) := phrases(text, {p |
	openers := word_set(text) & _openers(table)
	openers != set()
	words := tokens(text).words
	some i, word in words
	openers[word]
	some n in [1, 2, 3, 4]
	table[concat(" ", array.slice(words, i, i + n))]
	not _negated(text, i)
	not _waived(text, (i + n) - 1)
	some p in numbers.range(i, (i + n) - 1)
})

# The first words of the names, so that most words of a text are passed by.
_openers(table) := {opener |
	some name, _ in table
	opener := split(name, " ")[0]
}

# METADATA
# title: What a text touches on
# description: |
#   The subjects of a text, out of a table of subjects with the beginnings of words that show each. A beginning
#   may go on over the next two words; a blank at its end means that the word is whole.
subjects(text, table) := {subject |
	windows := _windows(text)
	some subject, starts in table
	strings.any_prefix_match(windows, starts)
}

# Each word with the two after it and a blank.
_windows(text) := [concat(" ", [concat(" ", array.slice(words, i, i + 3)), ""]) |
	words := tokens(text).words
	some i, _ in words
]
