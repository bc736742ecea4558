package plankoll_test

import data.plankoll

plan := {"profile": "test", "reportYear": 2030, "submittedOn": "2029-03-31", "supplier": {"id": "s", "name": "S", "services": []}}

profile := {
	"reportYears": [2024],
	"sections": [{"key": "longTerm", "holds": "analysis"}],
	"tableUnit": "tkr",
	"questions": [],
	"order": [],
	"perspectives": ["customer", "supplier"],
	"support": {},
	"filledColumns": {},
	"columnYears": {},
	"impactYears": 3,
	"rules": {},
}

test_a_finding_carries_the_id_of_its_rule if {
	findings := plankoll.findings with input as plan with data.profiles as {"test": profile}
	{finding.rule | some finding in findings} == {"reference/report-year", "completeness/section"}
}

# The profile with what it says of the rule on the report year.
phased(entries) := {"test": object.union(profile, {"rules": {"reference/report-year": entries}})}

test_a_rule_that_is_switched_off_is_not_heard if {
	findings := plankoll.findings with input as plan with data.profiles as phased([{"from": "2000-01-01", "switchedOff": true}])
	{finding.rule | some finding in findings} == {"completeness/section"}
}

test_a_rule_that_is_switched_off_counts_as_not_asked if {
	all := plankoll.evaluated with input as plan with data.profiles as {"test": profile}
	left := plankoll.evaluated with input as plan with data.profiles as phased([{"from": "2000-01-01", "switchedOff": true}])
	all - left == {"reference/report-year"}
}

# Whoever runs the check may switch off rules too.
test_a_rule_that_the_run_switches_off_is_neither_heard_nor_asked if {
	run := object.union(plan, {"$run": {"switchedOff": ["reference/report-year"]}})
	findings := plankoll.findings with input as run with data.profiles as {"test": profile}
	{finding.rule | some finding in findings} == {"completeness/section"}
	asked := plankoll.evaluated with input as run with data.profiles as {"test": profile}
	not "reference/report-year" in asked
	"completeness/section" in asked
}

# The plan was submitted on 31 March 2029, which is the day it is judged by.
test_phases[note] if {
	some note, given in {
		"nothing": [[], true],
		"off from the day itself": [[{"from": "2029-03-31", "switchedOff": true}], false],
		"off from the day after": [[{"from": "2029-04-01", "switchedOff": true}], true],
		"weighed otherwise": [[{"from": "2000-01-01", "severity": "info"}], true],
		"said not to be off": [[{"from": "2000-01-01", "switchedOff": false}], true],
		"off until it was phased in": [[{"from": "2000-01-01", "switchedOff": true}, {"from": "2029-03-31", "severity": "info"}], true],
		"off until it is phased in": [[{"from": "2000-01-01", "switchedOff": true}, {"from": "2029-04-01", "severity": "info"}], false],
		"phased out": [[{"from": "2000-01-01", "severity": "info"}, {"from": "2029-03-31", "switchedOff": true}], false],
		"without a day": [[{"switchedOff": true}], true],
	}
	heard(given[0]) == given[1]
}

heard(entries) if {
	findings := plankoll.findings with input as plan with data.profiles as phased(entries)
	some finding in findings
	finding.rule == "reference/report-year"
} else := false

test_another_profile_does_not_switch_off if {
	profiles := {"test": profile, "other": {"rules": {"reference/report-year": [{"from": "2000-01-01", "switchedOff": true}]}}}
	findings := plankoll.findings with input as plan with data.profiles as profiles
	some finding in findings
	finding.rule == "reference/report-year"
}

# A proposal with a gap for each thing that a rule may say.
gaps := object.union(plan, {
	"proposed": {"proposals": [{
		"id": "p",
		"services": ["a"],
		"effectGoals": [{"id": "g", "text": "Svarstiden är högst tre minuter den 30 juni 2030."}],
	}]},
	"costs": {"development": {"rows": [{"service": "a", "forecast": 1}]}},
})

test_a_place_that_was_not_judged_carries_the_id_of_its_rule if {
	said := plankoll.not_evaluated with input as gaps with data.profiles as {"test": profile}
	ids := {remark.rule | some remark in said}
	{"budget/unit", "budget/development-forecast", "budget/management-impact"} == ids
}

test_a_place_for_a_person_carries_the_id_of_its_rule if {
	said := plankoll.manual with input as gaps with data.profiles as {"test": profile}
	{"smart/accepted", "smart/realisable"} - {remark.rule | some remark in said} == set()
}

test_what_is_switched_off_leaves_nothing_to_judge if {
	profiles := {"test": object.union(profile, {"rules": {
		"smart/accepted": [{"from": "2000-01-01", "switchedOff": true}],
		"budget/unit": [{"from": "2000-01-01", "switchedOff": true}],
	}})}
	manual := plankoll.manual with input as gaps with data.profiles as profiles
	{"smart/accepted", "smart/realisable"} & {remark.rule | some remark in manual} == {"smart/realisable"}
	not_evaluated := plankoll.not_evaluated with input as gaps with data.profiles as profiles
	{remark.rule | some remark in not_evaluated} == {"budget/development-forecast", "budget/management-impact"}
}
