package language

# METADATA
# title: The reading of a goal
# description: |
#   Says of a goal whether it is measurable, specific and bound in time, and which of its words say so.
goal(text) := {
	"measurable": measurable,
	"specific": unspecific == [],
	"time_bound": time != [],
	"target": target,
	"indicator": indicator,
	"time": time,
	"vague": vague(text),
	"reasons": reasons,
} if {
	target := targets(text)
	indicator := indicators(text)
	measurable := _measurable(target, indicator)
	time := deadlines(text)
	unspecific := why_not_specific(text, measurable)
	reasons := array.concat(array.concat(unspecific, _why_not_measurable(measurable)), _why_not_timed(time))
}

_measurable(target, _) := "target" if target != []

_measurable([], indicator) := "indicator" if indicator != []

_measurable([], []) := "none"

_why_not_measurable(measurable) := ["no_measure"] if measurable == "none"

_why_not_measurable(measurable) := ["no_target"] if measurable == "indicator"

_why_not_measurable(measurable) := [] if measurable == "target"

_why_not_timed(time) := ["no_deadline"] if time == []

_why_not_timed(time) := [] if time != []
