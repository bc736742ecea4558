package language

# METADATA
# title: Causes of a changed cost
# description: |
#   The causes of a changed cost that a text touches: index, volume, content, other. That a cause is said not to
#   matter also counts.
cost_causes(text) := {cause |
	some cause, stems in data.language.sv.cost_causes
	strings.any_prefix_match(tokens(text).words, stems)
} | {"other" |
	words := tokens(text).words
	some i, word in words
	word in {"annan", "annat", "andra", "övrig", "övriga", "ytterligare"}
	some d in [1, 2, 3]
	words[i + d] in {
		"påverkan", "faktor", "faktorer", "orsak", "orsaker", "skäl", "sak", "saker", "förändringar",
		"förändring", "kostnadsdrivare", "omständigheter", "anledningar",
	}
}
