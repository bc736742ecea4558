package language

# METADATA
# title: No change
# description: True for an answer that proposes nothing new, as "Ingen justering", "Oförändrad", "Nej".
no_change(text) if {
	words := tokens(text).words
	some i, word in words
	data.language.sv.key_words[word] == "change"
	some d in [1, 2, 3]
	words[i - d] in {"ingen", "inga", "inget", "inte", "ej", "utan"}
}

no_change(text) if {
	some word in tokens(text).words
	data.language.sv.key_words[word] == "same"
}

no_change(text) if none(text)

# METADATA
# title: The present key
# description: True for a text that points at the key there is, as "samma principer som 2023", "nuvarande nyckel".
present_key(text) if {
	words := tokens(text).words
	some i, word in words
	word in {"samma", "likadan", "likadana"}
	some d in [1, 2, 3, 4]
	words[i + d] == "som"
}

present_key(text) if {
	some word in tokens(text).words
	data.language.sv.key_words[word] == "present"
}

present_key(text) if no_change(text)

# METADATA
# title: The same key
# description: True if two texts name the same key, however they order its words.
same_key(a, b) if {
	one := _key_words(a)
	other := _key_words(b)
	one != set()
	one == other
}

# "Administrativa datorer" and "antal administrativa datorer i maj"
same_key(a, b) if {
	one := _key_words(a)
	other := _key_words(b)
	one != set()
	one - other == set()
}

same_key(a, b) if {
	one := _key_words(a)
	other := _key_words(b)
	other != set()
	other - one == set()
}

_key_words(text) := {word |
	some word in tokens(text).words
	not _mark(word)
	not _filler(word)
}

_filler(word) if data.language.sv.key_words[word] == "filler"
