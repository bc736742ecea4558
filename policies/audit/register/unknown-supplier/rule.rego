# METADATA
# title: Every plan is from a supplier of the register
package audit.register["unknown-supplier"]

import data.group

finding contains group.at(plan, {"values": {"id": id, "supplier": group.called(plan.value.name)}}) if {
	group.name == "supplier"
	group.registered == []
	some plan in group.now.plan
	id := group.key[0]
}
