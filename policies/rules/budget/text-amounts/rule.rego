# METADATA
# title: Amounts in the analyses are those of the tables
# description: >-
#   Reads only what is clearly said to be a certain figure, and compares it as
#   exactly as it is written. An amount that agrees with the total or with the sum
#   of the rows is right: that those two differ is another rule's finding.
package rules.budget["text-amounts"]

import data.language
import data.money
import data.plan

finding contains {
	"path": said.path,
	"variant": "total",
	"values": {
		"words": said.figure.words,
		"column": {"term": sprintf("title.%s", [said.column[0]])},
		"year": {"year": said.figure.year},
		"figure": {"amount": due, "unit": said.table.unit},
	},
	"rests_on": rests_on(said),
	"relation": statement_id(said),
} if {
	some said in statements
	count(said.column) == 1
	of_the_whole(said)
	due := whole(said.table, said.column)
	amounts := accepted(said)
	not agrees(said, amounts)
}

finding contains {
	"path": said.path,
	"variant": "service",
	"values": {
		"words": said.figure.words,
		"column": {"term": sprintf("title.%s", [said.column[0]])},
		"year": {"year": said.figure.year},
		"service": plan.service_name(row.item.service),
		"figure": {"amount": row.figures[said.column], "unit": said.table.unit},
	},
	"rests_on": rests_on(said),
	"relation": statement_id(said),
} if {
	some said in statements
	count(said.column) == 1
	some row in rows_meant(said)
	amounts := [row.figures[said.column]]
	not agrees(said, amounts)
}

finding contains {
	"path": said.path,
	"variant": "impact",
	"values": {
		"words": said.figure.words,
		"year": {"year": said.figure.year},
		"figure": {"amount": due, "unit": said.table.unit},
	},
	"rests_on": rests_on(said),
	"relation": statement_id(said),
} if {
	some said in statements
	count(said.column) == 2
	of_the_whole(said)
	due := whole(said.table, said.column)
	amounts := accepted(said)
	not agrees(said, amounts)
}

finding contains {
	"path": said.path,
	"variant": "impact-row",
	"values": {
		"words": said.figure.words,
		"year": {"year": said.figure.year},
		"row": row_name(row),
		"figure": {"amount": row.figures[said.column], "unit": said.table.unit},
	},
	"rests_on": rests_on(said),
	"relation": statement_id(said),
} if {
	some said in statements
	count(said.column) == 2
	some row in rows_meant(said)
	amounts := [row.figures[said.column]]
	not agrees(said, amounts)
}

finding contains {
	"path": text.path,
	"variant": "index",
	"values": {"words": rate.words, "index": {"percent": percent}},
	"rests_on": [text.path, ["costs", owner(text), "index"]],
} if {
	some text in analyses
	percent := input.costs[owner(text)].index.percent
	some paragraph in split(text.text, "\n")
	some rate in language.index_rates(paragraph)
	rate.years - {input.reportYear} == set()
	not of_one_service(paragraph, rate)
	rate.percent != percent
	not doubted(text)
}

# Where it is the index of the table that is wrong, another rule says so.
doubted(text) if {
	owner(text) == "management"
	plan.other_rate
}

# An amount of the whole is held to the total, unless it agrees only with what
# several tables make together.
relation contains {
	"id": statement_id(said),
	"kind": "equality",
	"terms": [
		as_written(said),
		money.term(array.concat(said.table.totals_path, said.column), total, said.table.unit, [-1, 1]),
	],
	"rests_on": rests_on(said),
} if {
	some said in statements
	of_the_whole(said)
	total := said.table.totals[said.column]
	is_number(total)
	not of_several(said)
}

relation contains {
	"id": statement_id(said),
	"kind": "equality",
	"terms": [as_written(said), plan.cell(said.table, row, said.column, [-1, 1])],
	"rests_on": rests_on(said),
} if {
	some said in statements
	some row in rows_meant(said)
}

statement_id(said) := array.concat(said.path, [said.figure.paragraph, said.figure.first])

of_several(said) if {
	agrees(said, accepted(said))
	own := [amount | some amount in [whole(said.table, said.column), added(said.table, said.column)]]
	not agrees(said, own)
}

# A written amount is as exact as its last digit: 77,5 mnkr counts 100 000 kronor.
# What is no whole number of those is left out.
as_written(said) := {
	"path": said.path,
	"at": [said.figure.paragraph, said.figure.first],
	"words": said.figure.words,
	"amount": (said.figure.low + said.figure.high) / (4 * unit),
	"unit": unit,
	"times": [1, 1],
} if {
	unit := (said.figure.high - said.figure.low) / 2
	(said.figure.low + said.figure.high) % (4 * unit) == 0
}

of_one_service(paragraph, rate) if {
	some mention in language.mentions(paragraph, names)
	mention.first < rate.first
	language.sentence(paragraph, mention.first) == language.sentence(paragraph, rate.first)
}

# The analyses of the tables that are to be judged, and of the section.
analyses := [text |
	some text in plan.cost_texts
	text.path[count(text.path) - 1] == "analysis"
	judged(text)
]

judged(text) if plan.cost_tables[text.table]

judged(text) if {
	text.table == ""
	count(plan.cost_tables) > 0
}

# An index in the analysis of the section is the index of the management table.
owner(text) := text.table if {
	text.table != ""
} else := "management"

names := object.union(
	{sprintf("service:%s", [id]): name | some id, name in plan.services; plan.filled(name)},
	# Where two have the same id, the first keeps it.
	object.union_n([{sprintf("proposal:%s", [proposal.item.id]): proposal.item.name} |
		some proposal in array.reverse(plan.proposals)
		plan.filled(proposal.item.name)
	]),
)

# What the analyses say of a figure that a table holds.
statements := [{"path": text.path, "table": table, "column": column, "figure": object.union(figure, {"paragraph": p}), "before": before} |
	some text in analyses
	paragraphs := split(text.text, "\n")
	some p, paragraph in paragraphs
	some figure in language.figures(paragraph, names)
	table := meant(text, figure)
	plan.comparable(table)
	column := column_of(table, figure)
	before := [q |
		some q in numbers.range(0, p)
		some first in hinted(paragraphs[q])
		earlier(q, p, first, figure.first)
	]
]

# Where a paragraph speaks of a single service or proposal, if only in part.
hinted(paragraph) := language.hints(paragraph, plan.service_names) | {mention.first |
	some mention in language.mentions(paragraph, names)
}

earlier(q, p, _, _) if q < p

earlier(p, p, mention, figure) if mention < figure

# The table that a figure belongs to: the one it names, or the one it is written at.
meant(text, figure) := plan.cost_tables[text.table] if {
	figure.kind in {"increase", "cost"}
	text.table in {"development", "newServices"}
	figure.about - {"management"} == set()
}

meant(text, figure) := plan.cost_tables[text.table] if {
	figure.kind in {"budget", "forecast", "outcome"}
	figure.about == set()
	text.table in {"management", "development"}
}

meant(_, figure) := plan.cost_tables[about] if {
	figure.kind in {"budget", "forecast", "outcome"}
	count(figure.about) == 1
	some about in figure.about
}

# The budget of the report year is its forecast.
column_of(_, figure) := [figure.kind] if {
	figure.year == input.reportYear + plan.profile.columnYears[figure.kind]
}

column_of(_, figure) := ["forecast"] if {
	figure.kind == "budget"
	figure.year == input.reportYear + plan.profile.columnYears.forecast
}

column_of(_, figure) := ["impact", format_int(figure.year, 10)] if {
	figure.kind == "increase"
	figure.year in plan.impact_years
}

column_of(table, figure) := ["impact", format_int(figure.year, 10)] if {
	figure.kind == "cost"
	table.path[1] == "newServices"
	figure.year in plan.impact_years
}

# The whole table is meant if it is said, or if nothing else has been named. An
# amount that agrees with one of the rows may be meant for that one.
of_the_whole(said) if {
	said.figure.total
	count(said.figure.names) == 0
}

of_the_whole(said) if {
	not said.figure.total
	count(said.figure.names) == 0
	not said.figure.single
	said.before == []
	count([row | some row in said.table.rows; agrees(said, [row.figures[said.column]])]) == 0
}

rows_meant(said) := [row |
	not said.figure.total
	count(said.figure.names) == 1
	some row in said.table.rows
	some key in said.figure.names
	stands_for(row, key)
	is_number(row.figures[said.column])
]

stands_for(row, key) if key == sprintf("service:%s", [row.item.service])

stands_for(row, key) if key == sprintf("proposal:%s", [row.item.proposal])

whole(table, column) := table.totals[column] if {
	is_number(table.totals[column])
} else := added(table, column)

added(table, column) := sum(list) if {
	list := [row.figures[column] | some row in table.rows]
	[amount | some amount in list; is_number(amount)] != []
}

# The total may also be that of several tables.
accepted(said) := array.concat(
	array.concat(
		[amount | amount := whole(said.table, said.column)],
		[amount | amount := added(said.table, said.column)],
	),
	[sum([amount | some table in plan.cost_tables; table.unit == said.table.unit; amount := whole(table, said.column)])],
)

agrees(said, amounts) if {
	some amount in amounts
	money.overlap(said.figure, money.interval(amount, said.table.unit))
}

row_name(row) := plan.service_name(row.item.service) if row.item.service

row_name(row) := plan.names(proposals)[0] if {
	proposals := [proposal | some proposal in plan.proposals; proposal.item.id == row.item.proposal]
}

rests_on(said) := [said.path, said.table.path, ["supplier", "services"], ["proposed", "proposals"]]
