# METADATA
# title: One supplier takes up each service
package audit.register["service-twice"]

import data.group

finding contains group.at(service, {
	"values": {"service": group.called(service.value.name), "other": group.called(other.from.supplierName)},
	"beside": [other.n],
}) if {
	group.name == "service"
	some service in group.now.reported
	other := first_other(service)
}

# The first plan of another supplier for the same year.
first_other(service) := [other |
	some other in group.now.reported
	other.from.supplier != service.from.supplier
	other.from.year == service.from.year
][0]
