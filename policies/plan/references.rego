package plan

# Every place that points at a service, an initiative or a proposal by its id,
# with all that its table or list points at.
references := array.concat(row_references, list_references)

row_references := [{
	"path": array.concat(table.path, [i, table.key]),
	"kind": table.key,
	"id": row[table.key],
	"list": ids,
} |
	some table in keyed_tables
	ids := {row[table.key] | some row in table.rows}
	some i, row in table.rows
	is_object(row)
]

list_references := [{
	"path": array.concat(change.path, ["services", i]),
	"kind": "service",
	"id": id,
	"list": ids,
} |
	some change in changes
	ids := {id | some id in change.item.services}
	some i, id in change.item.services
	is_string(id)
]

# Tables whose rows are told apart by what they point at.
keyed_tables := [
	{"path": ["realisedEffects", "rows"], "key": "service", "rows": object.get(input, ["realisedEffects", "rows"], [])},
	{"path": ["consolidation", "rows"], "key": "service", "rows": object.get(input, ["consolidation", "rows"], [])},
	{"path": ["portfolio", "entries"], "key": "initiative", "rows": object.get(input, ["portfolio", "entries"], [])},
	{"path": ["plannedPortfolio", "entries"], "key": "proposal", "rows": object.get(input, ["plannedPortfolio", "entries"], [])},
	{"path": ["costs", "management", "rows"], "key": "service", "rows": object.get(input, ["costs", "management", "rows"], [])},
	{"path": ["costs", "development", "rows"], "key": "service", "rows": object.get(input, ["costs", "development", "rows"], [])},
	{"path": ["costs", "newServices", "rows"], "key": "proposal", "rows": object.get(input, ["costs", "newServices", "rows"], [])},
	{"path": ["allocationKeys", "rows"], "key": "service", "rows": object.get(input, ["allocationKeys", "rows"], [])},
	{"path": ["longTerm", "rows"], "key": "service", "rows": object.get(input, ["longTerm", "rows"], [])},
]
