# METADATA
# title: Every supplier of the register has handed in a plan
package audit.register.missing

import data.group

finding contains group.at(supplier, {
	"variant": variant(supplier),
	"values": {
		"supplier": group.called(supplier.value.name),
		"year": {"year": supplier.value.year},
		"unread": group.unread,
		"services": [group.called(service.name) | some service in supplier.value.services],
	},
}) if {
	group.name == "supplier"
	some supplier in group.registered
	not handed_in(supplier)
}

handed_in(supplier) if {
	some plan in group.now.plan
	plan.value.year == supplier.value.year
}

# A file that was not come to, or could not be read, may be the one that is missing. Its
# services are missing with a supplier, and not told of one by one.
variant(supplier) := "interrupted" if {
	group.interrupted
} else := "unread" if {
	group.unread > 0
} else := "services" if {
	supplier.value.services != []
} else := "default"
