# METADATA
# title: An id that is pointed at exists
package rules.reference["unknown-id"]

import data.plan

# An id that several places point at is one gap, told at the first of them.
finding contains {
	"path": references[0].path,
	"variant": variant(kind, meant),
	"values": object.union(
		{"id": id, "places": count(references), "known": sort([id | some id in known[kind]])},
		{"near": near | some near in meant},
	),
	"rests_on": array.concat([reference.path | some reference in references], [lists[kind]]),
	"fix": [{"op": "replace", "path": references[0].path, "value": near} | some near in meant],
} if {
	some kind, ids in unknown
	known[kind] != set()
	some id in ids
	references := pointing(kind, id)
	meant := likely(references)
}

# Where nothing is listed, no reference says more than that. That the list is
# missing is a finding of its own, unless it is exempt.
not_evaluated contains {
	"path": pointing(kind, ids[0])[0].path,
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

# The one id that is spelled nearly like an unknown one, and is not in the same
# list already. What several places agree on is no slip of theirs.
likely([reference]) := near if {
	near := {id |
		some spelling in plan.spellings(reference.id)
		some id in spelled[reference.kind][spelling]
	} - reference.list
	count(near) == 1
} else := set()

likely(references) := set() if count(references) > 1

spelled[kind][spelling] contains id if {
	some kind, ids in known
	some id in ids
	some spelling in plan.spellings(id)
}

variant(kind, meant) := kind if {
	meant == set()
} else := sprintf("%s-near", [kind])

exists(reference) if reference.id in known[reference.kind]

pointing(kind, id) := [reference |
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
