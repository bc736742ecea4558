# METADATA
# title: A proposal concerns one need, and its name says what is to be done
package rules.proposal["one-need"]

import data.language
import data.plan

manual contains {
	"path": array.concat(proposal.path, ["need"]),
	"variant": variant(words),
	"values": {"name": proposal.item.name, "words": words},
	"rests_on": [proposal.path],
} if {
	some proposal in plan.proposed
	plan.filled(proposal.item.name)
	plan.filled(proposal.item.need)
	words := investigated(proposal.item)
}

# Words that make the need an investigation where the name does not say so.
investigated(item) := [] if {
	count(language.listed(item.name, data.language.sv.investigation_words)) > 0
} else := language.listed(item.need, data.language.sv.investigation_words)

variant(words) := "investigation" if {
	count(words) > 0
} else := "default"
