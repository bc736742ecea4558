package plan

# The proposals that are to be judged: none where the section is exempt.
proposed := [] if {
	exempt(["proposed"])
} else := proposals

# A proposal that has come further than its name.
begun_proposal(item) if {
	some field in profile.proposalFields
	field != "name"
	proposes(item, field)
}

# Whether a proposal says anything in a field.
proposes(item, "name") if filled(item.name)

proposes(item, "need") if filled(item.need)

proposes(item, "benefit") if filled(item.benefit)

proposes(item, "services") if count(item.services) > 0

proposes(item, "services") if filled(item.newService)

proposes(item, "benefitScope") if item.benefitScope in {"internal", "external", "both"}

proposes(item, "orientation") if item.orientation in {"efficiency", "innovation", "both"}

proposes(item, "runAsProject") if answered(item.runAsProject)

proposes(item, "strategicLinks") if {
	some link in item.strategicLinks
	named(link)
}

proposes(item, "funding") if {
	some row in item.funding
	funds(row)
}

named(link) if filled(link.text)

# Proposals that name no service that there is, and no new one.
unplaced := [proposal |
	some proposal in proposals
	item := proposal.item
	not placed(item)
]

placed(item) if {
	some id in item.services
	known_service(id)
}

placed(item) if filled(item.newService)

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
