# METADATA
# title: Suppliers state the same allocation key for a service
package audit.suppliers["allocation-key"]

import data.group

finding contains group.at(stated, {
	"values": {"key": stated.value.key, "other": earlier.value.key, "supplier": group.called(earlier.from.supplierName)},
	"beside": [earlier.n],
}) if {
	group.name == "service"
	some stated in group.now.key
	earlier := first_other(stated)
}

first_other(stated) := [earlier |
	some earlier in group.now.key
	earlier.from.supplier != stated.from.supplier
	earlier.from.year == stated.from.year
	earlier.n < stated.n
	earlier.value.plain != stated.value.plain
][0]
