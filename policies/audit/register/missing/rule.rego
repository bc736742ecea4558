# METADATA
# title: Every supplier of the register has handed in a plan
package audit.register.missing

import data.group

finding contains group.at(supplier, {
	"variant": variant,
	"values": {"supplier": group.called(supplier.value.name), "year": {"year": supplier.value.year}, "unread": group.unread},
}) if {
	group.name == "supplier"
	some supplier in group.registered
	not handed_in(supplier)
}

handed_in(supplier) if {
	some plan in group.now.plan
	plan.value.year == supplier.value.year
}

# A file that could not be read may be the one that is missing.
variant := "unread" if {
	group.unread > 0
} else := "default"
