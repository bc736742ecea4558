# METADATA
# title: Every case of every rule
# description: |
#   A rule's cases.yaml holds small wounds to the sound plan, each with what the
#   rules must say of it. All that is said of the whole plan is compared, so a
#   wound that wakes a neighbour is seen. Run with the plan loaded:
#
#       opa test policies sound:testdata/submissions/sound.json
package cases_test

# OPA gives a test five seconds, so the cases are dealt out to several. A case
# that fails is printed by name; cases as sub-tests would take ten times as long.
shares := 16

test_cases_0 if nothing_wrong(0)

test_cases_1 if nothing_wrong(1)

test_cases_2 if nothing_wrong(2)

test_cases_3 if nothing_wrong(3)

test_cases_4 if nothing_wrong(4)

test_cases_5 if nothing_wrong(5)

test_cases_6 if nothing_wrong(6)

test_cases_7 if nothing_wrong(7)

test_cases_8 if nothing_wrong(8)

test_cases_9 if nothing_wrong(9)

test_cases_10 if nothing_wrong(10)

test_cases_11 if nothing_wrong(11)

test_cases_12 if nothing_wrong(12)

test_cases_13 if nothing_wrong(13)

test_cases_14 if nothing_wrong(14)

test_cases_15 if nothing_wrong(15)

test_the_sound_plan_is_loaded_and_nothing_is_said_of_it if {
	said := data.plankoll with input as data.sound
	print(said)
	{said.findings, said.not_evaluated, said.manual} == {set()}
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

# Without the sound plan there is nothing to wound, and each test fails.
nothing_wrong(share) if {
	print("plan loaded:", is_object(data.sound), "- if not: opa test policies sound:testdata/submissions/sound.json")
	is_object(data.sound)
	dealt := [wounded | some i, wounded in all; i % shares == share]
	wrong := [fault |
		some wounded in dealt
		fault := differences(wounded)
		fault != {}
		print(wounded.rule, "-", wounded.name, fault)
	]
	wrong == []
}

# What is missing and what is unexpected in what the rules say of a wounded plan.
differences(wounded) := {kind: {"missing": less(want, seen[kind]), "unexpected": less(seen[kind], want)} |
	plan := json.patch(data.sound, wounded.wound)
	said := data.plankoll with input as plan
	seen := heard(said)
	some kind, want in wanted(wounded)
	want != seen[kind]
}

# Lists, not sets: the same said twice is not the same as once.
heard(said) := {
	"finding": sort([[remark.rule, pointer(remark.path), variant(remark)] | some remark in said.findings]),
	"not_evaluated": sort([[remark.rule, pointer(remark.path), remark.reason] | some remark in said.not_evaluated]),
	"manual": sort([[remark.rule, pointer(remark.path), variant(remark)] | some remark in said.manual]),
}

wanted(wounded) := {
	"finding": sort(array.concat(
		[[wounded.rule, remark.path, variant(remark)] | some remark in wounded.fires],
		[[remark.rule, remark.path, variant(remark)] | some remark in wounded.also],
	)),
	"not_evaluated": sort([[remark.rule, remark.path, remark.reason] | some remark in wounded.not_evaluated]),
	"manual": sort([[remark.rule, remark.path, variant(remark)] | some remark in wounded.manual]),
}

variant(remark) := object.get(remark, "variant", "default")

pointer(path) := concat("", [sprintf("/%v", [key]) | some key in path])

# The members of a list that another has fewer of.
less(list, other) := [member |
	some i, member in list
	earlier := count([1 | some before in array.slice(list, 0, i); before == member])
	earlier >= count([1 | some there in other; there == member])
]
