# METADATA
# title: All suppliers assume the same index
package audit.suppliers.index

import data.group

finding contains group.at(stated, {
	"values": {"index": {"percent": stated.value}, "most": {"percent": most.value}, "tables": most.count, "all": group.summary.count},
}) if {
	group.name == "index"
	most := group.summary.commonest[0]
	2 * most.count > group.summary.count
	some stated in group.current
	stated.value != most.value
}
