package plan

# What is written of changes in 1.4 and 2.2: every text of each initiative and
# proposal with the change it belongs to, and the analyses of both sections.
change_texts := array.concat(own_texts, section_texts)

own_texts := [{"path": text.path, "text": text.text, "change": change} |
	some change in changes
	not exempt_change(change)
	some text in texts_of(change)
]

section_texts := [{"path": [section, "analysis"], "text": text} |
	some section in ["ongoing", "proposed"]
	not section_exempt[section]
	text := input[section].analysis
	is_string(text)
]

texts_of(change) := array.concat(
	array.concat(
		[{"path": array.concat(change.path, [key]), "text": change.item[key]} |
			some key in ["need", "benefit", "effectGoalsComment", "deviationComment"]
			is_string(change.item[key])
		],
		[{"path": array.concat(change.path, [key, "comment"]), "text": change.item[key].comment} |
			some key in ["projectBudget", "managementCost"]
			is_string(change.item[key].comment)
		],
	),
	array.concat(
		[{"path": array.concat(change.path, [key, i, "text"]), "text": goal.text} |
			some key in ["effectGoals", "projectGoals"]
			some i, goal in change.item[key]
			is_string(goal.text)
		],
		array.concat(
			[{"path": array.concat(change.path, ["deviations", i, key]), "text": deviation[key]} |
				some i, deviation in change.item.deviations
				some key in ["description", "cause", "consequence"]
				is_string(deviation[key])
			],
			[{"path": array.concat(change.path, ["complexity", side, "reason"]), "text": change.item.complexity[side].reason} |
				some side in ["customer", "supplier"]
				is_string(change.item.complexity[side].reason)
			],
		),
	),
)

service_names := [name | some name in services; filled(name)]

section_exempt contains section if {
	some section in ["ongoing", "proposed"]
	exempt([section])
}

exempt_change(change) if section_exempt[change.path[0]]
