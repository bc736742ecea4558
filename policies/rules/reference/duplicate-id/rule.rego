# METADATA
# title: An id stands for one thing
package rules.reference["duplicate-id"]

import data.plan

# The same id given to two things of one kind: the first keeps it.
finding contains {
	"path": identified[i].path,
	"variant": "thing",
	"values": {"id": identified[i].id},
	"rests_on": [array.slice(identified[j].path, 0, 2) | some j in holders],
} if {
	some holders in standing
	count(holders) > 1
	some i in holders
	i > min(holders)
}

standing[[thing.kind, thing.id]] contains i if some i, thing in identified

# The same service or proposal in two rows of one table.
finding contains {
	"path": array.concat(table.path, [i, table.key]),
	"variant": sprintf("row-%s", [table.key]),
	"values": {"id": row[table.key]},
	"rests_on": [table.path],
	"fix": [{"op": "remove", "path": array.concat(table.path, [i])} |
		repeats(row, array.slice(table.rows, 0, i))
		harmless(table, row)
	],
} if {
	some table in plan.keyed_tables
	first := first_rows(table)
	some i, row in table.rows
	i > first[row[table.key]]
}

# The first row of a table for each thing. Of two for one the last in the list stays, so
# it is turned round.
first_rows(table) := object.union_n([{table.rows[i][table.key]: i} |
	some i in array.reverse(numbers.range(0, count(table.rows) - 1))
])

# A row that an earlier one says all of.
repeats(row, rows) if {
	some earlier in rows
	is_object(earlier)
	object.subset(earlier, row)
}

# Two equal rows of costs may be two costs.
harmless(table, _) if table.path[0] != "costs"

harmless(table, row) if object.keys(row) == {table.key}

identified := array.concat(
	[{"kind": "service", "id": service.id, "path": ["supplier", "services", i, "id"]} |
		some i, service in input.supplier.services
	],
	array.concat(
		[{"kind": "change", "id": change.item.id, "path": array.concat(change.path, ["id"])} |
			some change in plan.changes
		],
		[{"kind": "goal", "id": goal.id, "path": array.concat(change.path, [list, i, "id"])} |
			some change in plan.changes
			some list in ["effectGoals", "projectGoals"]
			some i, goal in change.item[list]
		],
	),
)
