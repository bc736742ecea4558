# METADATA
# title: An id that is pointed at exists
package rules.reference["unknown-id"]

import data.plan

# An id that several places point at is one gap, told at the first of them.
finding contains {
	"path": places[0],
	"variant": kind,
	"values": {"id": id, "places": count(places), "known": sort([id | some id in known[kind]])},
	"rests_on": array.concat(places, [lists[kind]]),
} if {
	some kind, ids in unknown
	known[kind] != set()
	some id in ids
	places := pointing(kind, id)
}

# Where nothing is listed, no reference says more than that. That the list is
# missing is a finding of its own, unless it is exempt.
not_evaluated contains {
	"path": pointing(kind, ids[0])[0],
	"reason": sprintf("no-%s", [kind]),
	"values": {"ids": ids},
	"rests_on": [lists[kind]],
} if {
	some kind, found in unknown
	known[kind] == set()
	plan.exempt([lists[kind][0]])
	ids := plan.distinct([reference.id | some reference in plan.references; reference.kind == kind])
	count(found) > 0
}

unknown[reference.kind] contains reference.id if {
	some reference in plan.references
	not exists(reference)
}

exists(reference) if reference.id in known[reference.kind]

pointing(kind, id) := [reference.path |
	some reference in plan.references
	reference.kind == kind
	reference.id == id
]

known := {
	"service": object.keys(plan.services),
	"initiative": {initiative.item.id | some initiative in plan.initiatives},
	"proposal": {proposal.item.id | some proposal in plan.proposals},
}

# Where the things that are pointed at stand.
lists := {
	"service": ["supplier", "services"],
	"initiative": ["ongoing", "initiatives"],
	"proposal": ["proposed", "proposals"],
}
