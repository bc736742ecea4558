package language

# METADATA
# title: Explains a budget
# description: |
#   True if a sentence on a budget also says what it holds or leaves out, or why it differs from another.
explains_budget(text) if {
	words := tokens(text).words
	some i, word in words
	_budget_word(word)
	some j, _ in _hits(text, "budget_reasons")
	sentence(text, j) == sentence(text, i)
	not _negated(text, j)
}

_budget_word(word) if word in {"budget", "budgeten", "projektbudget", "projektbudgetar", "projektbudgetarna", "pios"}

_budget_word(word) if endswith(word, "budgeten")
