# METADATA
# title: A cost that one supplier announces for another's service is in that plan too
package audit.suppliers["cost-missing"]

import data.group

finding contains group.at(owner, {
	"values": {
		"service": group.called(owner.value.name),
		"change": group.called(named.value.change),
		"supplier": group.called(named.from.supplierName),
		"years": years,
	},
	"beside": [named.n],
}) if {
	group.name == "name"
	some named in group.now.named
	some owner in group.now.reported
	owner.from.supplier != named.from.supplier
	owner.from.year == named.from.year
	lacking := {year | some year in named.value.announced} - {year | some year in owner.value.announced}
	years := [{"year": year} | some year in lacking]
	years != []
}
