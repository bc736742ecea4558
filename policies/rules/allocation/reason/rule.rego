# METADATA
# title: A proposed key has a reason
# description: That nothing is proposed, or the key that there is, needs none.
package rules.allocation.reason

import data.language
import data.plan

finding contains {
	"path": array.concat(row.path, ["reason"]),
	"variant": "missing",
	"values": {"proposed": row.item.proposed},
	"rests_on": [row.path],
} if {
	some row in plan.key_rows
	plan.filled(row.item.proposed)
	not reasoned(row)
	not as_before(row)
}

reasoned(row) if plan.filled(row.item.reason)

as_before(row) if language.present_key(row.item.proposed)

as_before(row) if {
	current := row.item.current
	proposed := row.item.proposed
	language.tokens(current).words == language.tokens(proposed).words
}
