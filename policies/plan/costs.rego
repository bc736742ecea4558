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

# The rows of a cost table without a figure that the profile asks for, by column.
blank_cells[name][key] := [row |
	some row in tables[name].rows
	not row.figures[[key]]
] if {
	some name, keys in profile.filledColumns
	tables[name]
	some key in keys
}

# What proposals ask for a row for in the tables of development: the service that
# exists already, or the proposal of a new one.
unentered := {
	"development": [id |
		not exempt(["costs", "development"])
		some id, _ in services
		proposals_for(id) != []
		not id in {row.item.service | some row in tables.development.rows}
	],
	"newServices": [proposal.item.id |
		not exempt(["costs", "newServices"])
		some proposal in proposals
		filled(proposal.item.newService)
		id := proposal.item.id
		not id in {row.item.proposal | some row in tables.newServices.rows}
	],
}

# A row whose proposals can be told. Where there are none, it must be certain that
# none is missing: that 2.2 is filled in and every proposal says what it concerns.
claimed(row) if proposals_for(row.item.service) != []

claimed(row) if {
	known_service(row.item.service)
	proposals != []
	unplaced == []
}

# Rows of these tables that point at no service or proposal that there is. Each is
# a finding, and may be the very row that is looked for.
strangers := {
	"development": [row.item.service |
		some row in tables.development.rows
		id := row.item.service
		not known_service(id)
	],
	"newServices": [row.item.proposal |
		some row in tables.newServices.rows
		id := row.item.proposal
		not known_proposal(id)
	],
}

known_service(id) if id in object.keys(services)

known_proposal(id) if id in {proposal.item.id | some proposal in proposals}

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

# A row of 3.2 with a reason for a new key, but without the key.
key_left_out(row) if {
	filled(row.item.reason)
	not proposes_key(row)
}

proposes_key(row) if filled(row.item.proposed)

# The rows of 3.2, unless the section is exempt.
key_rows := [{"path": ["allocationKeys", "rows", i], "item": row} |
	not keys_exempt
	some i, row in input.allocationKeys.rows
	is_object(row)
]
