# METADATA
# title: A reason belongs to a proposal
package rules.allocation.proposal

import data.plan

finding contains {
	"path": array.concat(row.path, ["proposed"]),
	"variant": "missing",
	"values": {"reason": row.item.reason},
	"rests_on": [row.path],
} if {
	some row in plan.key_rows
	plan.key_left_out(row)
}
