# METADATA
# title: The plan
# description: >-
#   One index of the submission that all rules share, so that where a thing
#   stands is decided once. A path is the list of keys from the root.
package plan

import data.language

profile := data.profiles[input.profile]

# The years that any template is made for.
all_report_years := {year |
	some known in data.profiles
	some year in known.reportYears
}

# The day that dated rules judge by: told by whoever runs the check, otherwise
# the day of submission; never the clock.
as_of := told if {
	told := object.get(input, ["$run", "asOf"], "")
	told != ""
} else := input.submittedOn

# Filled in: more than white space or a mark that stands for nothing.
filled(text) if not language.blank(text)

# The services by id. Where two have the same id, the first keeps it.
services := object.union_n([{service.id: object.get(service, "name", "")} |
	some service in array.reverse(input.supplier.services)
	is_object(service)
])

# Services by their place, one where several share an id: they want no more than one
# row.
listed := [[i, service] |
	some i, service in input.supplier.services
	is_object(service)
	id := object.get(service, "id", i)
	not id in {other.id | some other in array.slice(input.supplier.services, 0, i)}
]

# Change initiatives: those that are under way (1.4) and those proposed (2.2).
changes := array.concat(initiatives, proposals)

initiatives := [{"path": ["ongoing", "initiatives", i], "item": initiative} |
	some i, initiative in input.ongoing.initiatives
	is_object(initiative)
]

proposals := [{"path": ["proposed", "proposals", i], "item": proposal} |
	some i, proposal in input.proposed.proposals
	is_object(proposal)
]

# Effect goals that say something, with the change they belong to.
goals := [goal | some change in changes; some goal in goals_in(change)]

goals_in(change) := [{
	"path": array.concat(change.path, ["effectGoals", i]),
	"item": goal,
	"text": goal.text,
} |
	some i, goal in change.item.effectGoals
	is_object(goal)
	filled(goal.text)
]

# The same, by the path of that change.
goals_of := {change.path: list |
	some change in changes
	list := goals_in(change)
	list != []
}

# The words that say of a change that it has no effect goals, though texts stand as
# such, by the path of the change. The texts are then something else.
denied_goals := {change: words |
	some change, _ in goals_of
	words := language.denied_goals(object.get(input, array.concat(change, ["effectGoalsComment"]), ""))
	words != []
}

# Effect goals whose sentences are to be judged: those that nothing says are none.
# That they are goals rests on the comment too.
meant_goals := [object.union(goal, {"rests_on": [goal.path, array.concat(change, ["effectGoalsComment"])]}) |
	some change, list in meant_goals_of
	some goal in list
]

meant_goals_of := object.remove(goals_of, object.keys(denied_goals))

has_indicator(goal) if filled(goal.item.indicator)

# The questions of 2.2 that stand under "information security and technical
# part", asked once for every proposal that has answered any of them.
questions := [{
	"path": array.concat(proposal.path, ["security", question.key]),
	"key": question.key,
	"step": question.step,
	"item": object.get(proposal.item, ["security", question.key], {}),
	"proposal": proposal,
} |
	some proposal in proposals
	security_begun(proposal)
	some question in profile.questions
]

# A part that nobody has begun is one finding, not one for each field in it.
security_begun(proposal) if {
	some question in profile.questions
	begun(proposal.item.security[question.key])
}

begun(question) if filled(question.comment)

begun(question) if answered(question)

answered(question) if question.answer in {"yes", "no"}

# The levels of complexity, and whether a side has been assessed at all.
levels := {"minor", "moderate", "major"}

assessed(side) if side.level in levels

assessed(side) if filled(side.reason)

# Names for people; an id where there is no name.
service_name(id) := services[id] if {
	filled(services[id])
} else := id

name(change) := change.item.name if {
	filled(change.item.name)
} else := object.get(change.item, "id", "")

names(list) := [name(change) | some change in list]

paths(list) := [change.path | some change in list]

proposals_for(service) := [proposals[i] | some i in linked[service]]

linked[service] contains i if {
	some i, proposal in proposals
	some service in proposal.item.services
}

has_budget(proposal) if is_number(proposal.item.projectBudget.cost.amount)

# Proposals for several services: nobody has said how their cost is divided.
shared(list) := [proposal |
	some proposal in list
	count({service | some service in proposal.item.services}) > 1
]

# A list without repetitions, in the order of the first of each.
distinct(list) := [item |
	some i, item in list
	earlier := array.slice(list, 0, i)
	not item in earlier
]
