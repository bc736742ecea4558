# METADATA
# title: An allocation key is proposed, not put off
package rules.funding["key-put-off"]

import data.language
import data.plan

finding contains {
	"path": array.concat(proposal.path, ["funding", i, "allocationKey"]),
	"values": {"key": row.allocationKey},
	"rests_on": [array.concat(proposal.path, ["funding", i])],
} if {
	some proposal in plan.proposed
	some i, row in proposal.item.funding
	plan.filled(row.allocationKey)
	language.only_put_off(row.allocationKey)
}
