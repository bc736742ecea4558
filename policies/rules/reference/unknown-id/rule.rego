# METADATA
# title: An id that is pointed at exists
package rules.reference["unknown-id"]

import data.plan

finding contains {
	"path": reference.path,
	"variant": variant(reference.kind, meant),
	"values": object.union(
		{"id": reference.id, "known": sort([id | some id in known[reference.kind]])},
		{"near": id | some id in meant},
	),
	"rests_on": [reference.path, lists[reference.kind]],
	"fix": [{"op": "replace", "path": reference.path, "value": id} | some id in meant],
} if {
	some reference in plan.references
	not exists(reference)
	meant := likely(reference)
}

# The one id that is spelled nearly like an unknown one, and is not in the same
# list already. What several places agree on is no slip of theirs.
likely(reference) := near if {
	count(pointing[[reference.kind, reference.id]]) == 1
	near := {id |
		some spelling in plan.spellings(reference.id)
		some id in spelled[reference.kind][spelling]
	} - reference.list
	count(near) == 1
} else := set()

pointing[[reference.kind, reference.id]] contains i if some i, reference in plan.references

spelled[kind][spelling] contains id if {
	some kind, ids in known
	some id in ids
	some spelling in plan.spellings(id)
}

variant(kind, meant) := kind if {
	meant == set()
} else := sprintf("%s-near", [kind])

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
