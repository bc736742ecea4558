package language

# METADATA
# title: Specialist and additional services
# description: |
#   The specialist and additional services that a text says have an effect, by the name in quotation marks
#   behind the word, otherwise by the word itself.
other_services(text) := names if {
	_has_effect(text)
	token := tokens(text)
	strings.any_prefix_match(token.words, _other_services)
	at_word := [i |
		some i, word in token.words
		strings.any_prefix_match(word, _other_services)
	]
	names := _by_name(token, at_word)
} else := []

_by_name(token, at_word) := quoted if {
	quoted := [name | some i in at_word; name := _quoted(token, i + 1)]
	quoted != []
} else := [token.raw[i] | some i in at_word]

# METADATA
# title: Speaks of specialist or additional services
# description: True if a text names such services, also to say that there are none.
speaks_of_other_services(text) if {
	strings.any_prefix_match(tokens(text).words, _other_services)
}

_other_services := ["tilläggstjänst", "specialisttjänst", "specialist-"]

_has_effect(text) if {
	word_set(text) & _effect_verbs != set()
	some i, word in tokens(text).words
	_effect_verbs[word]
	not _negated(text, i)
	not _denied_next(text, i)
}

_effect_verbs := {"påverkar", "påverka", "påverkas", "påverkan", "påverkat"}

_quote_marks := {"\"", "”", "“", "„", "»", "«", "'", "’"}

_quoted(token, i) := concat(" ", array.slice(token.raw, i + 1, i + end)) if {
	_quote_marks[token.words[i]]
	end := min([d | some d in [2, 3, 4, 5, 6, 7, 8, 9]; _quote_marks[token.words[i + d]]])
}

# METADATA
# title: Names one thing among others
# description: |
#   True if a text holds a word of a name that tells it from other things: a long word, none of those that many
#   names have, and none of some other names.
names_one_of(text, name, others) if {
	common := {word | some other in others; some word in tokens(other).words}
	some telling in tokens(name).words
	count(telling) > 5
	not common[telling]
	not data.language.sv.common_in_names[telling]
	strings.any_prefix_match(tokens(text).words, _beginning(telling))
}

# "karttjänst" and "karttjänsten", "kalendariet" and "kalendarium"
_beginning(telling) := substring(telling, 0, count(telling) - 2) if {
	count(telling) > 7
} else := telling
