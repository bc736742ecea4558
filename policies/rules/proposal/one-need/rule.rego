# METADATA
# title: A proposal concerns one need, and its name says what is to be done
# description: >-
#   Whether a need is one takes a person. Where the text shows something to look
#   at, it is shown; of all other proposals the question is asked once.
package rules.proposal["one-need"]

import data.language
import data.plan

manual contains {
	"path": array.concat(proposal.path, ["need"]),
	"variant": "several",
	"values": {"name": proposal.item.name, "points": count(points(proposal.item))},
	"rests_on": [proposal.path],
} if {
	some proposal in several
}

manual contains {
	"path": array.concat(proposal.path, ["need"]),
	"variant": "investigation",
	"values": {"name": proposal.item.name, "words": investigated(proposal.item)},
	"rests_on": [proposal.path],
} if {
	some proposal in investigations
}

manual contains {
	"path": ["proposed", "proposals"],
	"values": {"names": [proposal.item.name | some proposal in plain]},
	"rests_on": [["proposed", "proposals"]],
} if {
	count(plain) > 0
}

described := [proposal |
	some proposal in plan.proposed
	plan.filled(proposal.item.name)
	plan.filled(proposal.item.need)
]

several := [proposal | some proposal in described; count(points(proposal.item)) > 1]

investigations := [proposal | some proposal in described; investigated(proposal.item) != []]

plain := [proposal |
	some proposal in described
	path := proposal.path
	not path in shown
]

shown := {proposal.path | some proposal in array.concat(several, investigations)}

# The lines of a need: points in a list, or paragraphs.
points(item) := [line | some line in split(item.need, "\n"); plan.filled(line)]

# Words that make the need an investigation where the name does not say so.
investigated(item) := [] if {
	count(language.listed(item.name, data.language.sv.investigation_words)) > 0
} else := language.listed(item.need, data.language.sv.investigation_words)
