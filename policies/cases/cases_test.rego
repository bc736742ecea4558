# METADATA
# title: Every case of every rule
# description: |
#   A rule's cases.yaml holds small wounds to the sound plan, each with what the
#   rules must say of it. All that is said of the whole plan is compared, so a
#   wound that wakes a neighbour is seen. There are many, so they need more than
#   the five seconds that OPA gives a test:
#
#       opa test --timeout 10m policies
package cases_test

# The plan of testdata/submissions, by a link.
sound := data.cases.sound

# One test for all: cases as sub-tests would take ten times as long. A case that
# fails is printed by name.
test_cases if {
	is_object(sound)
	wrong := [fault |
		some wounded in all
		fault := differences(wounded)
		fault != {}
		print(wounded.rule, "-", wounded.name, fault)
	]
	wrong == []
}

test_the_sound_plan_is_loaded_and_nothing_is_said_of_it if {
	said := rules_say with input as sound
	print(said)
	{said.findings, said.not_evaluated} == {set()}
}

test_every_rule_has_a_case_where_it_speaks_and_one_where_it_is_silent[id] if {
	some id in rules
	some speaking in by_rule[id]
	speaks(speaking, id)
	some silent in by_rule[id]
	not speaks(silent, id)
}

test_every_folder_with_cases_holds_a_rule[id] if {
	some id, _ in by_rule
	id in rules
}

test_cases_of_a_rule_have_different_names[id] if {
	some id, list in by_rule
	count(list) == count({wounded.name | some wounded in list})
}

speaks(wounded, _) if wounded.fires != []

speaks(wounded, id) if id in {remark.rule | some remark in wounded.manual}

# What a person has to judge of every plan is said of the sound one too.
speaks(wounded, id) if {
	wounded.wound == []
	id in {remark[0] | some remark in usual}
}

# The rules that decide something, whether or not they have cases.
rules := {concat("/", [family, name]) |
	some kind in ["finding", "manual"]
	data.rules[family][name][kind]
}

by_rule[concat("/", [family, name])] := list if {
	some family, name
	list := data.rules[family][name].cases
}

all := [object.union(wounded, {"rule": id}) |
	some id, list in by_rule
	some wounded in list
]

# What is missing and what is unexpected in what the rules say of a wounded plan.
differences(wounded) := {kind: {"missing": less(want, seen[kind]), "unexpected": less(seen[kind], want)} |
	plan := json.patch(sound, wounded.wound)
	said := rules_say with input as plan
	seen := heard(said)
	some kind, want in wanted(wounded, seen)
	want != seen[kind]
}

rules_say := {
	"findings": data.plankoll.findings,
	"not_evaluated": data.plankoll.not_evaluated,
	"manual": data.plankoll.manual,
}

# Lists, not sets: the same said twice is not the same as once. What a person has
# to judge of the sound plan already is left out.
heard(said) := {
	"finding": sort([[remark.rule, pointer(remark.path), variant(remark)] | some remark in said.findings]),
	"not_evaluated": sort([[remark.rule, pointer(remark.path), remark.reason] | some remark in said.not_evaluated]),
	"manual": sort([[remark.rule, pointer(remark.path), variant(remark)] |
		some remark in said.manual
		place := [remark.rule, remark.path, variant(remark)]
		not place in usual
	]),
}

usual := {[remark.rule, remark.path, variant(remark)] | some remark in manual} if {
	manual := data.plankoll.manual with input as sound
}

wanted(wounded, seen) := {
	"finding": sort(array.concat(
		[[wounded.rule, remark.path, variant(remark)] | some remark in wounded.fires],
		[[remark.rule, remark.path, named(remark, seen.finding)] | some remark in wounded.also],
	)),
	"not_evaluated": sort([[remark.rule, remark.path, remark.reason] | some remark in wounded.not_evaluated]),
	"manual": sort([[remark.rule, remark.path, named(remark, seen.manual)] | some remark in wounded.manual]),
}

variant(remark) := object.get(remark, "variant", "default")

# What a case says of other rules may leave the variant open.
named(remark, seen) := remark.variant if {
	remark.variant
} else := [said[2] | some said in seen; said[0] == remark.rule; said[1] == remark.path][0] if {
	true
} else := "default"

pointer(path) := concat("", [sprintf("/%v", [key]) | some key in path])

# The members of a list that another has fewer of.
less(list, other) := [member |
	some i, member in list
	earlier := count([1 | some before in array.slice(list, 0, i); before == member])
	earlier >= count([1 | some there in other; there == member])
]
