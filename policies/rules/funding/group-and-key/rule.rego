# METADATA
# title: Every funding customer group has an allocation key
# description: Where nothing at all is filled in, proposal/filled-in says so.
package rules.funding["group-and-key"]

import data.plan

finding contains {
	"path": array.concat(row.path, ["allocationKey"]),
	"variant": "no-key",
	"values": {"group": row.item.customerGroup},
	"rests_on": [row.path],
} if {
	some row in rows
	plan.filled(row.item.customerGroup)
	item := row.item
	not keyed(item)
}

finding contains {
	"path": array.concat(row.path, ["customerGroup"]),
	"variant": "no-group",
	"values": {"key": row.item.allocationKey},
	"rests_on": [row.path],
} if {
	some row in rows
	plan.filled(row.item.allocationKey)
	item := row.item
	not grouped(item)
}

# A row without anything among others is to be filled in or removed.
finding contains {
	"path": row.path,
	"variant": "blank",
	"rests_on": [array.slice(row.path, 0, count(row.path) - 1)],
	"fix": plan.without(row.path, row.item),
} if {
	some row in rows
	item := row.item
	not plan.funds(item)
}

# The rows of the proposals where any row says anything.
rows := [{"path": array.concat(proposal.path, ["funding", i]), "item": row} |
	some proposal in plan.proposed
	begun(proposal.item.funding)
	some i, row in proposal.item.funding
	is_object(row)
]

begun(funding) if {
	some row in funding
	plan.funds(row)
}

keyed(row) if plan.filled(row.allocationKey)

grouped(row) if plan.filled(row.customerGroup)
