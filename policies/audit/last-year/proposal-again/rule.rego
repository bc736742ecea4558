# METADATA
# title: A proposal that comes back says what has changed
package audit["last-year"]["proposal-again"]

import data.group

finding contains group.at(proposal, {
	"values": {"proposal": group.called(proposal.value.name), "year": {"year": earlier.from.year}},
	"beside": [earlier.n],
}) if {
	group.name == "supplier"
	some plan in group.now.plan
	some proposal in group.of(plan, "proposed")
	some earlier in group.last_year(plan, "proposed")
	proposal.value.text == earlier.value.text
}
