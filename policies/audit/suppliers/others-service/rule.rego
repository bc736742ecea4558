# METADATA
# title: An initiative that touches another supplier's service is known to both
package audit.suppliers["others-service"]

import data.group

finding contains group.at(named, {
	"values": {"change": group.called(named.value.change), "service": group.called(owner.value.name), "supplier": group.called(owner.from.supplierName)},
	"beside": [owner.n],
}) if {
	group.name in {"name", "service"}
	some named in group.now.named
	owner := first_owner(named)
}

first_owner(named) := [owner |
	some owner in group.now.reported
	owner.from.supplier != named.from.supplier
	owner.from.year == named.from.year
][0]
