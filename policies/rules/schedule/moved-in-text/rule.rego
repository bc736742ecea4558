# METADATA
# title: A move that is only told in words is told in full
package rules.schedule["moved-in-text"]

import data.language
import data.plan

finding contains {
	"path": array.concat(initiative.path, [place]),
	"variant": "incomplete",
	"values": {"words": plan.distinct(words), "missing": [{"term": sprintf("title.%s", [field])} | some field in missing]},
	"rests_on": [array.concat(initiative.path, [field]) | some field in ["schedule", "deviations", "deviationComment"]],
} if {
	some initiative in plan.described
	plan.time_deviations(initiative) == []
	item := initiative.item
	[place, text, words] := first_move(item)
	missing := [field |
		some field in ["previousDate", "newDate", "cause", "consequence"]
		not says(item, text, field)
	]
	count(missing) > 0
}

# The comment is where it belongs; the time plan itself comes next.
first_move(item) := ["deviationComment", item.deviationComment, words] if {
	words := language.moved(item.deviationComment)
	count(words) > 0
} else := ["schedule", item.schedule.text, words] if {
	words := language.moved(item.schedule.text)
	count(words) > 0
} else := ["deviations", text, words] if {
	text := concat("\n", [deviation.description | some deviation in item.deviations])
	words := language.moved(text)
	count(words) > 0
}

# Two times are the old and the new; with one, it is taken for the new.
says(_, text, "newDate") if count(language.times(text)) > 0

says(_, text, "previousDate") if count(language.times(text)) > 1

# "från mars 2023 till maj 2023"
says(_, text, "previousDate") if {
	some time in language.times(text)
	words := language.tokens(time).words
	words[0] == "från"
	"till" in words
}

# Why, and what follows, may be told anywhere.
says(item, _, "cause") if {
	some text in texts(item)
	language.cause(text)
}

says(item, _, "cause") if {
	some deviation in item.deviations
	plan.filled(deviation.cause)
}

says(item, _, "consequence") if {
	some text in texts(item)
	language.consequence(text)
}

says(item, _, "consequence") if {
	some deviation in item.deviations
	plan.filled(deviation.consequence)
}

texts(item) := array.concat(
	array.concat([text | text := item.deviationComment], [text | text := item.schedule.text]),
	[text | some deviation in item.deviations; text := deviation.description],
)
