# METADATA
# title: A service has one name
package audit.suppliers.names

import data.facts
import data.group

# In two plans, or in a plan and the register.
finding contains group.at(service, {
	"variant": "name",
	"values": {"name": group.called(service.value.name), "other": group.called(other.value.name), "where": where(other)},
	"beside": [other.n],
}) if {
	group.name == "service"
	some service in group.now.reported
	other := first_otherwise(service)
}

first_otherwise(service) := [other |
	some other in array.concat(group.registered, object.get(group.now, "reported", []))
	other.from.number < service.from.number
	facts.plain(other.value.name) != facts.plain(service.value.name)
][0]

# One name for what has two ids.
finding contains group.at(service, {
	"variant": "id",
	"values": {"name": group.called(service.value.name), "id": service.value.id, "otherId": other.value.id, "where": where(other)},
	"beside": [other.n],
}) if {
	group.name == "name"
	some service in group.now.reported
	other := first_other_id(service)
}

first_other_id(service) := [other |
	some other in group.now.reported
	other.n < service.n
	other.value.id != service.value.id
][0]

where(other) := {"sv": "registret", "en": "the register"} if {
	other.from.role == "register"
} else := {"sv": sprintf("planen från %s", [other.from.supplierName]), "en": sprintf("the plan from %s", [other.from.supplierName])}
