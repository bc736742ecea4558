# METADATA
# title: The facts of one submission
# description: >-
#   What the rules across submissions need to know of each of them, and nothing
#   more: the submissions themselves are not kept. A fact stands at a path, is of a
#   kind, and belongs to a group, named by what its members have in common. All
#   facts of a group are seen together, those of other suppliers, of last year and
#   of the register among them; see package group.
package facts

import data.language
import data.money
import data.plan

# What concerns a supplier, seen together with its own last year and the register.
fact contains {"group": "supplier", "key": [supplier], "kind": "plan", "path": ["supplier"], "value": value} if {
	value := {
		"name": object.get(input.supplier, "name", supplier),
		"year": object.get(input, "reportYear", null),
		"submittedOn": object.get(input, "submittedOn", null),
	}
}

fact contains {"group": "supplier", "key": [supplier], "kind": "service", "path": ["supplier", "services", i], "value": value} if {
	some i, service in input.supplier.services
	value := {"id": service.id, "name": object.get(service, "name", service.id)}
}

fact contains {"group": "supplier", "key": [supplier], "kind": change.path[0], "path": change.path, "value": value} if {
	some change in plan.changes
	plan.outlined(change)
	value := {
		"id": change.item.id,
		"name": plan.name(change),
		"end": object.get(change.item, ["schedule", "end"], ""),
		"decision": object.get(change.item, "followedByDecision", ""),
		"deviates": count(plan.time_deviations(change)) > 0,
		"text": plain(concat(" ", [text |
			some field in ["name", "need", "benefit"]
			text := change.item[field]
			is_string(text)
		])),
	}
}

fact contains {"group": "supplier", "key": [supplier], "kind": "goal", "path": goal.path, "value": value} if {
	some goal in plan.goals
	value := {
		"id": goal.item.id,
		"change": change_at(goal.path).id,
		"text": goal.text,
		"unit": object.get(goal.item, "unit", ""),
		"target": object.get(goal.item, ["target", "value"], null),
		"baseline": object.get(goal.item, ["baseline", "value"], null),
		"measured": object.get(goal.item, ["baseline", "date"], ""),
		"due": object.get(goal.item, "due", ""),
	}
}

fact contains {"group": "supplier", "key": [supplier], "kind": "realised", "path": ["realisedEffects", "rows", i], "value": value} if {
	some i, row in input.realisedEffects.rows
	value := {"service": row.service, "text": plain(concat(" ", [text |
		some field in ["carriedOut", "supplierEffect", "customerEffect"]
		text := row[field]
		is_string(text)
	]))}
}

fact contains {"group": "supplier", "key": [supplier], "kind": "figure", "path": figure.path, "value": value} if {
	some figure in figures
	value := object.filter(figure, ["table", "service", "name", "column", "year", "amount"])
}

# What concerns a service, whoever speaks of it.
fact contains {"group": "service", "key": [service.id], "kind": "reported", "path": ["supplier", "services", i], "value": value} if {
	some i, service in input.supplier.services
	value := {"name": object.get(service, "name", service.id)}
}

fact contains {"group": "service", "key": [id], "kind": "named", "path": array.concat(change.path, ["services", i]), "value": value} if {
	some change in plan.changes
	some i, id in change.item.services
	not plan.known_service(id)
	value := {"change": plan.name(change)}
}

fact contains {"group": "service", "key": [row.item.service], "kind": "key", "path": array.concat(row.path, ["current"]), "value": value} if {
	some row in plan.key_rows
	plan.filled(row.item.current)
	value := {"key": row.item.current, "plain": plain(row.item.current)}
}

# What a service is called, whoever calls it so.
fact contains {"group": "name", "key": [plain(name)], "kind": "reported", "path": ["supplier", "services", i], "value": value} if {
	some i, service in input.supplier.services
	name := service.name
	plan.filled(name)
	value := {"id": service.id, "name": name, "announced": impacts(service.id)}
}

fact contains {"group": "name", "key": [plain(name)], "kind": "named", "path": array.concat(change.path, ["otherServices", i]), "value": value} if {
	some change in plan.changes
	some i, name in change.item.otherServices
	plan.filled(name)
	value := {"name": name, "change": plan.name(change), "announced": announced(change.item)}
}

# The texts that nobody else should have written word for word. Two texts that are
# nearly the same have most of their triples of words in common, and so most likely
# one of the few whose checksums are lowest: it is enough to compare those that meet.
# Source: A. Broder, On the resemblance and containment of documents, 1997.
fact contains {"group": "text", "key": [sample], "kind": text.kind, "path": text.path, "value": value} if {
	some text in texts
	words := language.tokens(text.text).words
	count(words) >= least_words
	sums := lowest_sums(words)
	some sample in array.slice(sums, 0, samples)
	value := {"text": substring(text.text, 0, shown), "name": text.name, "sums": sums}
}

# A few checksums stand for a text: how many two texts have in common among the lowest
# of both says how much of them is the same.
lowest_sums(words) := array.slice(sort([substring(crypto.md5(triple), 0, 8) | some triple in triples]), 0, kept) if {
	triples := {concat(" ", array.slice(words, i, i + 3)) | some i in numbers.range(0, count(words) - 3)}
}

# Shorter texts are alike by chance.
least_words := 10

samples := 3

kept := 24

# How much of a text a finding quotes, in characters.
shown := 120

# What all suppliers state, to be compared with what the others state.
fact contains {"group": "index", "key": [input.reportYear], "kind": name, "path": ["costs", name, "index", "percent"], "value": percent} if {
	some name, _ in plan.cost_tables
	percent := input.costs[name].index.percent
}

fact contains {"group": "growth", "key": [input.reportYear], "kind": "management", "path": array.concat(row.path, ["forecast"]), "value": percent, "about": about} if {
	some row in plan.cost_tables.management.rows
	budget := row.figures[["budget"]]
	budget > 0
	percent := round((1000 * (row.figures[["forecast"]] - budget)) / budget) / 10
	about := {"name": plan.service_name(row.item.service)}
}

# What is spent on each service, in kronor, by the year that it is spent in.
fact contains {"group": "money", "key": [figure.service, figure.year], "kind": figure.table, "path": figure.path, "value": figure.amount, "about": about} if {
	some figure in figures
	figure.table in {"management", "development"}
	about := {"name": figure.name, "column": figure.column}
}

supplier := input.supplier.id

figures contains {
	"table": name,
	"service": id,
	"name": object.get(names, id, id),
	"path": array.concat(row.path, [column]),
	"column": column,
	"year": input.reportYear + offset,
	"amount": row.figures[[column]] * money.kronor[table.unit],
} if {
	some name, table in plan.cost_tables
	some row in table.rows
	some column, offset in plan.profile.columnYears
	id := object.get(row.item, "service", "")
	id != ""
	row.figures[[column]]
}

names := {id: plan.service_name(id) | some id, _ in plan.services}

texts := array.concat(
	[{"kind": "goal", "path": array.concat(goal.path, ["text"]), "text": goal.text, "name": change_at(goal.path).name} | some goal in plan.goals],
	[{"kind": "proposal", "path": array.concat(proposal.path, [field]), "text": text, "name": plan.name(proposal)} |
		some proposal in plan.proposals
		some field in ["need", "benefit"]
		text := proposal.item[field]
		plan.filled(text)
	],
)

change_at(path) := {"id": change.id, "name": object.get(change, "name", change.id)} if {
	change := object.get(input, array.slice(path, 0, 3), {})
}

# A text as it is compared: words in small letters, without marks.
plain(text) := concat(" ", [word |
	some word in language.tokens(text).words
	regex.match(`[\p{L}\p{N}]`, word)
])

# The years in which a change costs something to keep, and in which a service does.
announced(item) := {year |
	item.managementCost.status == "affected"
	some effect in item.managementCost.effects
	effect.cost.amount != 0
	some year in effect_years(effect)
}

effect_years(effect) := {effect.year} if effect.year

effect_years(effect) := {year |
	some year in plan.impact_years
	year >= effect.from
	year <= object.get(effect, "until", year)
} if {
	effect.from
}

impacts(id) := {year |
	some row in plan.cost_tables.development.rows
	row.item.service == id
	some column, amount in row.figures
	column[0] == "impact"
	amount != 0
	year := to_number(column[1])
}
