package language

# METADATA
# title: The reading of a goal
# description: |
#   Says of a goal whether it is measurable ("target", "indicator" or "none"), specific and bound in time, and
#   which of its words say so, in the order of the text and spelt as there. The reasons are names:
#   no_object, unknown_object and vague_words (not specific), no_measure and no_target (not measurable),
#   no_deadline (not bound in time). A goal longer than 4,000 characters is read to there.
goal(text) := _goal(substring(text, 0, 4000)) if {
	is_string(text)
} else := _goal("")

_goal(text) := {
	"measurable": measurable,
	"specific": unspecific == [],
	"time_bound": time != [],
	"target": target,
	"indicator": indicator,
	"time": time,
	"vague": vague(text),
	"reasons": array.concat(unspecific, array.concat(_unmeasurable[measurable], _untimed[time != []])),
} if {
	target := targets(text)
	indicator := indicators(text)
	measurable := _measurable(target, indicator)
	time := deadlines(text)
	unspecific := why_not_specific(text, measurable)
}

_measurable(target, indicator) := "target" if {
	target != []
} else := "indicator" if {
	indicator != []
} else := "none"

_unmeasurable := {"target": [], "indicator": ["no_target"], "none": ["no_measure"]}

_untimed := {true: [], false: ["no_deadline"]}
