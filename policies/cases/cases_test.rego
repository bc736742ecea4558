# METADATA
# title: Every case of every rule
# description: |
#   A rule's cases.yaml holds small wounds to the sound plan, each with what the
#   rules must say of it. All that is said is compared, so a wound that wakes a
#   neighbour is seen. Run with the plan loaded:
#
#       opa test policies sound:testdata/submissions/sound.json
package cases_test

# One test for each family of rules, so that no single one takes long.

test_budget[name] if {
	some name, wounded in cases("budget")
	said_as_wanted(wounded)
}

test_completeness[name] if {
	some name, wounded in cases("completeness")
	said_as_wanted(wounded)
}

test_complexity[name] if {
	some name, wounded in cases("complexity")
	said_as_wanted(wounded)
}

test_consolidation[name] if {
	some name, wounded in cases("consolidation")
	said_as_wanted(wounded)
}

test_effects[name] if {
	some name, wounded in cases("effects")
	said_as_wanted(wounded)
}

test_long_term[name] if {
	some name, wounded in cases("long-term")
	said_as_wanted(wounded)
}

test_reference[name] if {
	some name, wounded in cases("reference")
	said_as_wanted(wounded)
}

test_security[name] if {
	some name, wounded in cases("security")
	said_as_wanted(wounded)
}

test_smart[name] if {
	some name, wounded in cases("smart")
	said_as_wanted(wounded)
}

test_every_family_is_tested if {
	tested := {"budget", "completeness", "complexity", "consolidation", "effects", "long-term", "reference", "security", "smart"}
	families := {split(id, "/")[0] | some id in rules}
	families == tested
}

test_nothing_is_said_of_the_sound_plan[name] if {
	some name, plan in plans
	said := data.plankoll with input as plan
	print(said) # regal ignore:print-or-trace-call
	{said.findings, said.not_evaluated, said.manual} == {set()}
}

test_every_rule_has_a_case_that_fires_and_one_that_does_not[id] if {
	some id in rules
	list := object.get(data.rules, array.concat(split(id, "/"), ["cases"]), [])
	some firing in list
	firing.fires != []
	some silent in list
	silent.fires == []
}

test_no_two_cases_of_a_rule_have_the_same_name[id] if {
	some id in rules
	names := [wounded.name | some wounded in object.get(data.rules, array.concat(split(id, "/"), ["cases"]), [])]
	count(names) == count({name | some name in names})
}

# The rules that decide something, whether or not they have cases.
rules := {concat("/", [family, name]) |
	some family, name
	data.rules[family][name].finding
}

# Without the sound plan nothing can be wounded; that must not look like success.
cases(_) := {"not run: load the sound plan, opa test policies sound:testdata/submissions/sound.json": {}} if {
	not data.sound
}

cases(family) := {sprintf("%s/%s: %s", [family, name, wounded.name]): object.union(wounded, {"rule": concat("/", [family, name])}) |
	some name
	some wounded in data.rules[family][name].cases
} if {
	data.sound
}

plans := {"sound": data.sound} if {
	data.sound
} else := {"not run: load the sound plan, opa test policies sound:testdata/submissions/sound.json": {}}

said_as_wanted(wounded) if {
	plan := json.patch(data.sound, wounded.wound)
	said := data.plankoll with input as plan
	seen := {
		"findings": sort([[remark.rule, pointer(remark.path), object.get(remark, "variant", "default")] | some remark in said.findings]),
		"not_evaluated": sort([[remark.rule, pointer(remark.path), remark.reason] | some remark in said.not_evaluated]),
		"manual": sort([[remark.rule, pointer(remark.path)] | some remark in said.manual]),
	}
	wanted := {
		"findings": sort(array.concat(
			[[wounded.rule, remark.path, remark.variant] | some remark in wounded.fires],
			[[remark.rule, remark.path, remark.variant] | some remark in object.get(wounded, "also", [])],
		)),
		"not_evaluated": sort([[remark.rule, remark.path, remark.reason] | some remark in object.get(wounded, "not_evaluated", [])]),
		"manual": sort([[remark.rule, remark.path] | some remark in object.get(wounded, "manual", [])]),
	}
	explained(wounded, wanted, seen)
	seen == wanted
}

# Printed by OPA beside a case that fails.
explained(_, wanted, seen) if seen == wanted

explained(wounded, wanted, seen) if {
	seen != wanted
	some kind in ["findings", "not_evaluated", "manual"]
	wanted[kind] != seen[kind]
	print(wounded.rule, "·", wounded.name, "·", kind, "wanted:", wanted[kind], "seen:", seen[kind]) # regal ignore:print-or-trace-call
}

pointer(path) := concat("", [step |
	some key in path
	step := sprintf("/%v", [replace(replace(sprintf("%v", [key]), "~", "~0"), "/", "~1")])
])
