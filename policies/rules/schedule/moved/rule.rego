# METADATA
# title: A moved date is told in full
# description: What is declared; what is only told in words is read by schedule/moved-in-text.
package rules.schedule.moved

import data.plan

# A deviation in time that says nothing more is one gap.
finding contains {
	"path": deviation.path,
	"variant": "nothing",
	"rests_on": [deviation.path],
} if {
	some deviation in moves
	lacking(deviation.item) == all
}

finding contains {
	"path": deviation.path,
	"variant": "dates",
	"rests_on": [deviation.path],
} if {
	some deviation in moves
	dates - lacking(deviation.item) == set()
	lacking(deviation.item) != all
}

finding contains {
	"path": array.concat(deviation.path, [field]),
	"variant": variants[field],
	"rests_on": [deviation.path],
} if {
	some deviation in moves
	missing := lacking(deviation.item)
	missing != all
	some field in (missing - told_together(missing))
}

finding contains {
	"path": array.concat(deviation.path, ["newDate"]),
	"variant": "not-moved",
	"values": {"date": deviation.item.newDate},
	"rests_on": [deviation.path],
} if {
	some deviation in moves
	deviation.item.newDate == deviation.item.previousDate
}

moves := [deviation |
	some initiative in plan.described
	some deviation in plan.time_deviations(initiative)
]

dates := {"previousDate", "newDate"}

all := {"previousDate", "newDate", "cause", "consequence"}

lacking(item) := {field |
	some field in all
	not has(item, field)
}

has(item, field) if plan.filled(item[field])

told_together(missing) := dates if {
	dates - missing == set()
} else := set()

variants := {
	"previousDate": "previous-date",
	"newDate": "new-date",
	"cause": "cause",
	"consequence": "consequence",
}
