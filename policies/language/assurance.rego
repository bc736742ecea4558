package language

# METADATA
# title: Assurances
# description: |
#   What a comment on information security takes up: classification, data_protection, or both. Compounds
#   carry the meaning at either end: "omklassning", "personuppgiftsbiträdesavtal".
assurance(text) := {kind |
	some kind, starts in data.language.sv.assurance_starts
	some word in tokens(text).words
	strings.any_prefix_match(word, starts)
}
