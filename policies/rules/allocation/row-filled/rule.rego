# METADATA
# title: A row of 3.2 names the present key and what is proposed
# description: A reason without a proposal is another rule's finding.
package rules.allocation["row-filled"]

import data.plan

# A row with nothing but its service.
finding contains {
	"path": row.path,
	"variant": "row",
	"rests_on": [row.path],
} if {
	some row in plan.key_rows
	both_alone(row)
}

finding contains {
	"path": array.concat(row.path, [key]),
	"variant": key,
	"rests_on": [row.path],
} if {
	some row in plan.key_rows
	some key in gaps(row)
	not both_alone(row)
	not whole_column(key)
}

# A column that is empty throughout is one gap.
finding contains {
	"path": ["allocationKeys", "rows"],
	"variant": sprintf("%s-column", [key]),
	"rests_on": [row.path | some row in plan.key_rows],
} if {
	some key in ["current", "proposed"]
	whole_column(key)
}

both_alone(row) if {
	gaps(row) == {"current", "proposed"}
	not whole_column("current")
	not whole_column("proposed")
}

whole_column(key) if {
	count(plan.key_rows) > 1
	every row in plan.key_rows {
		key in gaps(row)
	}
}

gaps(row) := {key |
	some key in ["current", "proposed"]
	not given(row, key)
}

given(row, key) if plan.filled(row.item[key])

given(row, "proposed") if plan.filled(row.item.reason)
