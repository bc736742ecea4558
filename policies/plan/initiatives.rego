package plan

import data.language

# A section that the template of the year uses.
used(section) if section in {entry.key | some entry in profile.sections}

# The initiatives of 1.4 that somebody has begun to describe. One of which only
# the id is there is one finding, not one for each field in it.
described := [initiative |
	some initiative in initiatives
	not exempt(["ongoing"])
	item := initiative.item
	described_at_all(item)
]

described_at_all(item) if {
	some field in profile.initiativeFields
	stated(item, field)
}

# Whether an initiative says anything in a field.
stated(item, field) if filled(item[field])

stated(item, "services") if {
	some service in item.services
	filled(service)
}

stated(item, "projectGoals") if {
	some goal in item.projectGoals
	filled(goal.text)
}

stated(item, "schedule") if filled(item.schedule.text)

stated(item, "schedule") if item.schedule.start

stated(item, "schedule") if item.schedule.end

# A change that somebody has begun to describe. Of another one all is missing, which
# is one finding.
outlined(change) if {
	change.path[0] == "ongoing"
	described_at_all(change.item)
}

outlined(change) if {
	change.path[0] == "proposed"
	begun_proposal(change.item)
}

# Project goals that say something, with the initiative they belong to.
project_goals := [goal | some initiative in described; some goal in project_goals_in(initiative)]

project_goals_in(initiative) := [{
	"path": array.concat(initiative.path, ["projectGoals", i]),
	"text": goal.text,
	"item": goal,
	"initiative": initiative,
} |
	some i, goal in initiative.item.projectGoals
	is_object(goal)
	filled(goal.text)
]

# What each of these initiatives is to deliver and why, by its path: gathered once,
# as there may be many.
whats := {initiative.path: list |
	some initiative in described
	list := project_goals_in(initiative)
	list != []
}

whys := {initiative.path: list |
	some initiative in described
	list := goals_of[initiative.path]
}

# Deviations that concern time: said to, or with a date that has been moved.
time_deviations(initiative) := [{
	"path": array.concat(initiative.path, ["deviations", i]),
	"item": deviation,
} |
	some i, deviation in initiative.item.deviations
	is_object(deviation)
	concerns_time(deviation)
]

concerns_time(deviation) if deviation.concerns == "time"

concerns_time(deviation) if deviation.previousDate

concerns_time(deviation) if deviation.newDate

# A section that is used, not exempt, and not empty, which would be a finding of
# its own.
reported(section, holds) if {
	used(section)
	count(input[section][holds]) > 0
	not exempt([section])
}

# Whether any of the gauges of a portfolio has been read off.
leans(portfolio) if {
	some gauge in profile.gauges
	filled(portfolio.orientation[gauge])
}

# Whether a deviation is told that may be why a time plan does not hold.
explained(initiative) if count(time_deviations(initiative)) > 0

explained(initiative) if {
	filled(initiative.item.deviationComment)
	comment := initiative.item.deviationComment
	not language.none(comment)
}
