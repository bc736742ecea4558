# METADATA
# title: The present keys are those of the service catalogue
# description: The catalogue is no part of the submission, so a person has to judge.
package rules.allocation.catalogue

import data.plan

manual contains {
	"path": ["allocationKeys", "rows"],
	"rests_on": [["allocationKeys"]],
} if {
	some row in plan.key_rows
	plan.filled(row.item.current)
}
