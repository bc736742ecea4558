# METADATA
# title: The plan takes up every service that the register gives the supplier
package audit.register["service-missing"]

import data.group

finding contains group.at(plan, {
	"values": {"service": group.called(service.name), "id": service.id},
	"beside": [supplier.n],
}) if {
	group.name == "supplier"
	some supplier in group.registered
	some plan in group.now.plan
	plan.value.year == supplier.value.year
	some service in supplier.value.services
	not takes_up(plan, service)
	plan.from.whole
}

takes_up(plan, service) if {
	some reported in group.now.service
	reported.from.number == plan.from.number
	reported.value.id == service.id
}

# What seems not to be there may be in a part that could not be read.
not_evaluated contains group.at(plan, {"reason": "unsound"}) if {
	group.name == "supplier"
	some supplier in group.registered
	some plan in group.now.plan
	plan.value.year == supplier.value.year
	not plan.from.whole
}
