package language

# METADATA
# title: What a text speaks of
# description: |
#   True if a text holds one of the word stems of a topic. Looks at all of the text, however long.
speaks_of(text, topic) if {
	some stem in data.language.sv.topics[topic]
	contains(lower(text), stem)
}
