package plankoll.conftest_test

import data.plankoll.conftest

plan := {"profile": "test", "submittedOn": "2023-03-31"}

profiles(rules) := {"test": {"rules": rules}}

rules := {"a": {
	"grave": {"severity": "error", "sv": {"title": "Allvarlig"}},
	"mild": {"severity": "warning", "sv": {"title": "Lindrig"}},
	"slight": {"severity": "info", "sv": {"title": "Liten"}},
}}

asked := {"a/grave", "a/mild", "a/slight"}

findings := {{"rule": id, "path": ["rows", 0, "a/b~c"], "values": {"n": 1}} | some id in asked}

result(id, weight, title) := {
	"msg": sprintf("/rows/0/a~1b~0c: %s (%s)", [title, id]),
	"kind": "finding",
	"rule": id,
	"path": "/rows/0/a~1b~0c",
	"severity": weight,
	"values": {"n": 1},
}

faults(said) := {one.msg | some one in said; one.kind == "fault"}

test_a_finding_weighs_as_its_rule_says if {
	said := {"deny": conftest.deny, "warn": conftest.warn} with input as plan
		with data.profiles as profiles({})
		with data.rules as rules
		with data.plankoll.findings as findings
		with data.plankoll.not_evaluated as set()
		with data.plankoll.evaluated as asked
	said.deny == {result("a/grave", "error", "Allvarlig")}
	said.warn == {result("a/mild", "warning", "Lindrig"), result("a/slight", "info", "Liten")}
}

test_a_finding_weighs_as_the_profile_says_of_the_day if {
	weighed := profiles({
		"a/grave": [{"from": "2000-01-01", "severity": "error"}, {"from": "2023-03-31", "severity": "info"}],
		"a/mild": [{"from": "2023-04-01", "severity": "error"}],
		"a/slight": [{"from": "2000-01-01", "severity": "error"}],
	})
	said := {"deny": conftest.deny, "warn": conftest.warn} with input as plan
		with data.profiles as weighed
		with data.rules as rules
		with data.plankoll.findings as findings
		with data.plankoll.not_evaluated as set()
		with data.plankoll.evaluated as asked
	{one.rule | some one in said.deny} == {"a/slight"}
	{one.rule | some one in said.warn} == {"a/grave", "a/mild"}
}

test_what_was_not_judged_is_told_with_its_reason if {
	said := {"deny": conftest.deny, "warn": conftest.warn} with input as plan
		with data.profiles as profiles({})
		with data.rules as rules
		with data.plankoll.findings as set()
		with data.plankoll.not_evaluated as {{"rule": "a/grave", "path": [], "reason": "why"}, {"rule": "a/mild", "path": [], "reason": "why"}}
		with data.plankoll.evaluated as asked
	{[one.kind, one.msg] | some one in said.deny} == {["not-evaluated", ": Allvarlig (a/grave, why)"]}
	{[one.kind, one.msg] | some one in said.warn} == {["not-evaluated", ": Lindrig (a/mild, why)"]}
}

test_a_finding_is_told_with_its_variant if {
	said := conftest.deny with input as plan
		with data.profiles as profiles({})
		with data.rules as rules
		with data.plankoll.findings as {{"rule": "a/grave", "path": ["x"], "variant": "v"}}
		with data.plankoll.not_evaluated as set()
		with data.plankoll.evaluated as asked
	{one.msg | some one in said} == {"/x: Allvarlig (a/grave, v)"}
}

test_nothing_found_is_nothing_denied if {
	said := conftest.deny | conftest.warn with input as plan
		with data.profiles as profiles({})
		with data.rules as rules
		with data.plankoll.findings as set()
		with data.plankoll.not_evaluated as set()
		with data.plankoll.evaluated as asked
	said == set()
}

test_a_rule_that_was_not_asked_is_denied_unless_it_is_switched_off if {
	said := conftest.deny with input as plan
		with data.profiles as profiles({"a/mild": [{"from": "2000-01-01", "switchedOff": true}]})
		with data.rules as rules
		with data.plankoll.findings as set()
		with data.plankoll.not_evaluated as set()
		with data.plankoll.evaluated as {"a/grave"}
	faults(said) == {"regeln a/slight har inte tillfrågats"}
}

test_a_rule_that_nobody_has_weighed_is_denied if {
	said := conftest.deny with input as plan
		with data.profiles as profiles({"a/mild": [{"from": "2000-01-01", "severity": "grave"}]})
		with data.rules as rules
		with data.plankoll.findings as {{"rule": "b/new", "path": []}}
		with data.plankoll.not_evaluated as {{"rule": "a/mild", "path": [], "reason": "why"}}
		with data.plankoll.evaluated as asked
	faults(said) == {"regeln b/new har ingen känd allvarlighetsgrad", "regeln a/mild har ingen känd allvarlighetsgrad"}
}

test_an_unknown_profile_is_denied if {
	said := conftest.deny with input as object.union(plan, {"profile": "other"})
		with data.profiles as profiles({})
		with data.rules as rules
		with data.plankoll.findings as set()
		with data.plankoll.not_evaluated as set()
		with data.plankoll.evaluated as asked
	faults(said) == {"underlaget anger ingen känd mallprofil, så det finns inget att bedöma det efter"}
}

test_rules_without_their_data_are_denied if {
	said := conftest.deny with input as plan
		with data.profiles as profiles({})
		with data.rules as {}
		with data.plankoll.findings as set()
		with data.plankoll.not_evaluated as set()
		with data.plankoll.evaluated as asked
	faults(said) == {"reglernas texter och ordlistor är inte inlästa: ange mappen också med --data"}
}

test_a_rule_without_a_title_is_still_told if {
	said := conftest.deny with input as plan
		with data.profiles as profiles({"b/new": [{"from": "2000-01-01", "severity": "error"}]})
		with data.rules as rules
		with data.plankoll.findings as {{"rule": "b/new", "path": ["x"]}}
		with data.plankoll.not_evaluated as set()
		with data.plankoll.evaluated as asked
	{one.msg | some one in said} == {"/x: regeln saknar titel (b/new)"}
}
