package plan_test

import data.plan

test_the_day_is_that_of_submission_unless_told if {
	plan.as_of == "2023-03-31" with input as {"submittedOn": "2023-03-31"}
	plan.as_of == "2023-06-01" with input as {"submittedOn": "2023-03-31", "$run": {"asOf": "2023-06-01"}}
	plan.as_of == "2023-03-31" with input as {"submittedOn": "2023-03-31", "$run": {}}
}

test_filled if {
	plan.filled("Ja")
	every nothing in ["", " ", "-", "\t\n", null, 7, [], {}] {
		not plan.filled(nothing)
	}
}

test_the_first_of_two_services_keeps_the_id if {
	services := plan.services with input.supplier.services as [
		{"id": "a", "name": "Första"},
		{"id": "b"},
		{"id": "a", "name": "Andra"},
		null,
		{"name": "Utan id"},
	]
	services == {"a": "Första", "b": ""}
}

test_a_service_is_called_by_its_name_where_it_has_one if {
	supplier := {"services": [{"id": "a", "name": "Mina ärenden"}, {"id": "b", "name": "-"}, {"id": "c"}]}
	plan.service_name("a") == "Mina ärenden" with input.supplier as supplier
	plan.service_name("b") == "b" with input.supplier as supplier
	plan.service_name("c") == "c" with input.supplier as supplier
	plan.service_name("d") == "d" with input.supplier as supplier
}

test_a_change_is_called_by_its_name_where_it_has_one if {
	plan.names([
		{"item": {"id": "a", "name": "Mina ombud"}},
		{"item": {"id": "b", "name": " "}},
		{"item": {"id": "c"}},
		{"item": {}},
	]) == ["Mina ombud", "b", "c", ""]
}

# The reader takes out what is unsound and leaves null in its place, so that the
# others keep their numbers.
test_what_is_taken_out_does_not_move_the_others if {
	changes := plan.changes with input as {
		"ongoing": {"initiatives": [null, {"id": "a"}]},
		"proposed": {"proposals": [null, null, {"id": "b"}]},
	}
	plan.paths(changes) == [["ongoing", "initiatives", 1], ["proposed", "proposals", 2]]
}

test_goals_say_something if {
	goals := plan.goals with input.proposed.proposals as [
		{"id": "a"},
		{"id": "b", "effectGoals": [null, {"id": "x", "text": "-"}, {"id": "y"}, {"id": "z", "text": "Ett mål"}]},
	]
	[[goal.path, goal.text] | some goal in goals] == [[["proposed", "proposals", 1, "effectGoals", 3], "Ett mål"]]
}

test_questions_are_asked_once_one_is_begun if {
	profiles := {"test": {"questions": [{"key": "classification", "step": true}, {"key": "impactAnalysis", "step": true}]}}
	proposals := [
		{"id": "a"},
		{"id": "b", "security": {}},
		{"id": "c", "security": {"classification": {"answer": "unanswered", "comment": " "}, "klassa": {"integrity": 1}}},
		{"id": "d", "security": {"impactAnalysis": {"answer": "yes"}}},
		{"id": "e", "security": {"impactAnalysis": {"comment": "Pågår"}}},
	]
	questions := plan.questions with input as {"profile": "test", "proposed": {"proposals": proposals}} with data.profiles as profiles
	[[question.path[2], question.key, question.item] | some question in questions] == [
		[3, "classification", {}],
		[3, "impactAnalysis", {"answer": "yes"}],
		[4, "classification", {}],
		[4, "impactAnalysis", {"comment": "Pågår"}],
	]
}

test_assessed if {
	plan.assessed({"level": "minor"})
	plan.assessed({"reason": "Ändrat arbetssätt"})
	every side in [{}, {"level": "unstated"}, {"reason": "-"}, {"level": "unstated", "reason": ""}] {
		not plan.assessed(side)
	}
}

test_proposals_of_a_service_come_in_their_order if {
	proposals := [
		{"id": "a", "services": ["x", "y"]},
		{"id": "b"},
		{"id": "c", "services": ["x", "x"]},
		{"id": "d", "services": ["x"]},
	]
	[proposal.item.id | some proposal in plan.proposals_for("x")] == ["a", "c", "d"] with input.proposed.proposals as proposals
	[proposal.item.id | some proposal in plan.shared(plan.proposals)] == ["a"] with input.proposed.proposals as proposals
	plan.proposals_for("z") == [] with input.proposed.proposals as proposals
}

test_has_budget if {
	plan.has_budget({"item": {"projectBudget": {"cost": {"amount": 0, "unit": "kr"}}}})
	every item in [{}, {"projectBudget": {}}, {"projectBudget": {"cost": {}}}, {"projectBudget": {"cost": {"amount": "1"}}}] {
		not plan.has_budget({"item": item})
	}
}

test_distinct_keeps_the_first_of_each if {
	plan.distinct(["b", "a", "b", "c", "a"]) == ["b", "a", "c"]
	plan.distinct([]) == []
}
