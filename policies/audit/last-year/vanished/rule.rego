# METADATA
# title: An initiative is followed until its effects are taken home
package audit["last-year"].vanished

import data.facts
import data.group

finding contains group.at(plan, {
	"values": {"initiative": group.called(gone.value.name), "year": {"year": gone.from.year}},
	"beside": [gone.n],
}) if {
	group.name == "supplier"
	some plan in group.now.plan
	plan.from.whole
	some gone in group.last_year(plan, "ongoing")
	not followed(plan, gone)
	not taken_home(plan, gone)
}

followed(plan, gone) if {
	some initiative in group.of(plan, "ongoing")
	initiative.value.id == gone.value.id
}

followed(plan, gone) if {
	some initiative in group.of(plan, "ongoing")
	facts.plain(initiative.value.name) == facts.plain(gone.value.name)
}

# Its effects stand among those that have been taken home.
taken_home(plan, gone) if {
	some row in group.of(plan, "realised")
	contains(row.value.text, facts.plain(gone.value.name))
}

not_evaluated contains group.at(plan, {"reason": "unsound"}) if {
	group.name == "supplier"
	some plan in group.now.plan
	not plan.from.whole
	some _ in group.last_year(plan, "ongoing")
}
