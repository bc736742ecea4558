# METADATA
# title: A service is reported by the supplier that the register gives it
package audit.register["service-of-another"]

import data.group

finding contains group.at(service, {
	"values": {"service": group.called(service.value.name), "supplier": group.called(owner.value.supplier.name)},
	"beside": [owner.n],
}) if {
	group.name == "service"
	some owner in group.registered
	some service in group.now.reported
	service.from.supplier != owner.value.supplier.id
	not belongs(service)
	not reports(owner)
}

# Where both report it, that is said.
reports(owner) if {
	some service in group.now.reported
	service.from.supplier == owner.value.supplier.id
}

# The register may give a service to several.
belongs(service) if {
	some owner in group.registered
	owner.value.supplier.id == service.from.supplier
}
