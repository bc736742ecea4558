# METADATA
# title: A national or regional service is named in the need
package rules.proposal["national-service"]

import data.language
import data.plan

finding contains {
	"path": array.concat(proposal.path, ["need"]),
	"values": {"names": names},
	"rests_on": [proposal.path],
} if {
	some proposal in plan.proposed
	plan.filled(proposal.item.need)
	need := proposal.item.need
	not says_so(need)
	names := named(proposal.item)
	count(names) > 0
}

named(item) := plan.distinct([name |
	some text in array.concat(beside(item), plan.purpose(item))
	some name in language.listed(text, data.language.sv.national_services)
])

# Everywhere but in the need and the purpose.
beside(item) := [text |
	some text in array.concat(plan.undertaking(item), plan.remarks(item))
	text != item.need
]

says_so(need) if count(language.listed(need, data.language.sv.national_services)) > 0

says_so(need) if "stated" in language.subjects(need, {"stated": ["nationell", "regional"]})
