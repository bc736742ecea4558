package language

# METADATA
# title: Vague words
# description: The vague words of a text, in its order, each with advice on what to write instead.
vague(text) := [{"word": _shown(text, i), "better": data.language.sv.advice[kind]} | some i, kind in _vague_at(text)]

# Position to the name of the advice.
_vague_at(text) := object.union(
	_hits(text, "vague"),
	{i: kind |
		words := tokens(text).words
		some i, next in _hits(text, "vague_phrases")
		kind := next[words[i + 1]]
	},
)

_shown(text, i) := concat(" ", array.slice(tokens(text).raw, i, i + _words_at(tokens(text).words, i)))

_words_at(words, i) := 2 if {
	data.language.sv.vague_phrases[words[i]][words[i + 1]]
} else := 1

# The class of each token, with "vague" for the vague ones.
_roles(text) := [object.get(vague_at, i, kind) |
	vague_at := {i: "vague" | some i, _ in _vague_at(text)}
	some i, kind in tags(text)
]
