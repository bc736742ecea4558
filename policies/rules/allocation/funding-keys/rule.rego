# METADATA
# title: The keys of 2.2 agree with 3.2
# description: >-
#   A proposal for an existing service is to be paid by the service's present key
#   or by the one that 3.2 proposes for it.
package rules.allocation["funding-keys"]

import data.language
import data.plan

finding contains {
	"path": array.concat(proposal.path, ["funding", i, "allocationKey"]),
	"variant": variant(rows),
	"values": object.union(
		{"key": funding.allocationKey, "current": plan.distinct([row.item.current | some row in rows; plan.filled(row.item.current)])},
		{"proposed": plan.distinct([row.item.proposed | some row in rows; changes(row)])},
	),
	"rests_on": array.concat([proposal.path], [row.path | some row in rows]),
} if {
	some proposal in plan.proposals
	not plan.section_exempt.proposed
	rows := rows_of(proposal)
	known(rows)
	some i, funding in proposal.item.funding
	key := funding.allocationKey
	plan.filled(key)
	not agrees(key, rows)
}

rows_of(proposal) := [row |
	some row in plan.key_rows
	row.item.service in proposal.item.services
]

# The key that is left out, which is a finding of its own, may be the one.
known(rows) if {
	some row in rows
	plan.filled(row.item.current)
	count([left | some left in rows; plan.key_left_out(left)]) == 0
}

agrees(key, _) if language.present_key(key)

# A key that is put off is another finding.
agrees(key, _) if language.only_put_off(key)

agrees(key, rows) if {
	some row in rows
	some field in ["current", "proposed"]
	plan.filled(row.item[field])
	language.same_key(row.item[field], key)
}

changes(row) if {
	plan.filled(row.item.proposed)
	proposed := row.item.proposed
	not language.present_key(proposed)
}

variant(rows) := "changed" if {
	some row in rows
	changes(row)
} else := "unchanged"
