package plan

# The proposals that are to be judged: none where the section is exempt.
proposed := [] if {
	exempt(["proposed"])
} else := proposals

# What a proposal says is to be done, text by text.
undertaking(item) := array.concat(
	[text |
		some field in ["name", "need", "newService"]
		text := item[field]
	],
	reasons(item),
)

# What it says that it is good for.
purpose(item) := array.concat(
	[text |
		some field in ["benefit", "effectGoalsComment"]
		text := item[field]
	],
	[goal.text | some goal in item.effectGoals],
)

reasons(item) := [side.reason |
	some key in profile.perspectives
	side := item.complexity[key]
]

# The comments to the questions and the amounts.
remarks(item) := array.concat(
	[answer.comment |
		some question in profile.questions
		answer := item.security[question.key]
	],
	[part.comment |
		some field in ["runAsProject", "projectBudget", "managementCost"]
		part := item[field]
	],
)

# A row of the funding that says anything.
funds(row) if filled(row.customerGroup)

funds(row) if filled(row.allocationKey)
