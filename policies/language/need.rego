package language

# METADATA
# title: No need
# description: |
#   True for an answer that says that there is nothing to report or no need, also in a whole sentence, as
#   "Nämnden ser inget behov av nya tjänster" and "Inga nya tjänster planeras".
no_need(text) if none(text)

no_need(text) if not_relevant(text)

no_need(text) if {
	words := tokens(text).words
	some i, word in words
	data.language.sv.need_words[word]
	some d in [1, 2, 3, 4]
	_denial(words[i - d])
	not _stop_between(text, i - d, i)
}

# "behov saknas"
no_need(text) if {
	words := tokens(text).words
	some i, word in words
	data.language.sv.need_words[word]
	words[i + 1] == "saknas"
}
