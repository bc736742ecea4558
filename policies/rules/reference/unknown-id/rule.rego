# METADATA
# title: An id that is pointed at exists
package rules.reference["unknown-id"]

import data.plan

finding contains {
	"path": reference.path,
	"variant": reference.kind,
	"values": {"id": reference.id, "known": sort([id | some id in known[reference.kind]])},
	"rests_on": [reference.path, lists[reference.kind]],
} if {
	some reference in plan.references
	not exists(reference)
}

exists(reference) if reference.id in known[reference.kind]

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
