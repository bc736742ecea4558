# METADATA
# title: The reading of a goal
# description: |
#   Says of a goal whether it is measurable, specific and bound in time, and which of its words say so.
package language

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

# The vague words of a text, each with better wording proposed.
vague(text) := array.concat(
	[{"word": tokens(text).raw[i], "better": data.language.sv.advice[kind]} |
		some i, word in tokens(text).words
		kind := data.language.sv.vague[word]
	],
	[{"word": concat(" ", array.slice(tokens(text).raw, i, i + 2)), "better": data.language.sv.advice[kind]} |
		some i, pair in pairs(text)
		kind := data.language.sv.vague[pair]
	],
)
