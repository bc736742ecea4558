package plan

import data.language

# Project goals with the words of an effect goal of the same initiative: the
# same words, or nearly. Each with the first effect goal that it is a copy of.
copies := [{"goal": goal, "of": originals[0], "how": how} |
	some goal in project_goals
	words := words_of(goal.text)
	all := effect_goals[goal.initiative.path]
	same := [effect | some effect in all; effect.words == words]
	alike := [effect | some effect in all; near(effect.words, words)]
	some how, originals in kinds_of_copy(same, alike)
	count(originals) > 0
]

kinds_of_copy(same, alike) := {"same": same} if {
	count(same) > 0
} else := {"alike": alike}

effect_goals := {path: [{"path": goal.path, "text": goal.text, "words": words_of(goal.text)} | some goal in list] |
	some path, list in whys
}

# Words alone: marks and capitals make no other goal.
words_of(text) := [word | some word in language.tokens(text).words; count(word) > 1]

# Four words of five in common, in goals long enough for that to mean something.
near(a, b) if {
	first := {word | some word in a}
	second := {word | some word in b}
	min([count(first), count(second)]) >= 8
	5 * count(first & second) >= 4 * count(first | second)
}
