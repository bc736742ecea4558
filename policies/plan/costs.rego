package plan

# The cost tables that are to be judged: a table, or the whole section, may be
# exempt with a reason.
cost_tables[name] := table if {
	some name, table in tables
	not costs_exempt
	not table_exempt[name]
}

costs_exempt if exempt(["costs"])

keys_exempt if exempt(["allocationKeys"])

table_exempt contains name if {
	some name in ["management", "development", "newServices"]
	exempt(["costs", name])
}

# What is written about the costs in 3.1: the analysis of each table and of the
# section, and the reasons of single changes.
cost_texts := array.concat(
	array.concat(
		[{"path": ["costs", name, "analysis"], "table": name, "text": table.analysis} |
			some name in ["management", "development", "newServices"]
			table := input.costs[name]
			is_string(table.analysis)
		],
		[{"path": ["costs", "analysis"], "table": "", "text": text} |
			text := input.costs.analysis
			is_string(text)
		],
	),
	array.concat(
		[{"path": ["costs", name, "index", "comment"], "table": name, "text": comment} |
			some name in ["management", "development", "newServices"]
			comment := input.costs[name].index.comment
			is_string(comment)
		],
		[{"path": ["costs", "management", "rows", i, "adjustments", j, "reason"], "table": "management", "text": change.reason} |
			some i, row in input.costs.management.rows
			some j, change in row.adjustments
			is_string(change.reason)
		],
	),
)

# Beside the amounts, a figure is as exact as the last digit of its table, so
# that figures in the same unit differ only if rounding can't explain it.
differ(a, b, roundings) if 2 * abs(a - b) > roundings

# A row of the management table whose forecast is another than its budget.
changed_rows := [row |
	some row in cost_tables.management.rows
	differ(row.figures[["forecast"]], row.figures[["budget"]], 2)
]

# The rows of 3.2, unless the section is exempt.
key_rows := [{"path": ["allocationKeys", "rows", i], "item": row} |
	not keys_exempt
	some i, row in input.allocationKeys.rows
	is_object(row)
]
