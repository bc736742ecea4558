package plan_test

import data.plan

test_every_table_and_list_points if {
	references := plan.references with input as {
		"realisedEffects": {"rows": [{"service": "s1"}]},
		"consolidation": {"rows": [null, {"service": "s2"}]},
		"portfolio": {"entries": [{"initiative": "i1"}]},
		"plannedPortfolio": {"entries": [{"proposal": "p1"}]},
		"costs": {
			"management": {"rows": [{"service": "s3"}]},
			"development": {"rows": [{"service": "s4"}, {}]},
			"newServices": {"rows": [{"proposal": "p2"}]},
		},
		"allocationKeys": {"rows": [{"service": "s5"}]},
		"longTerm": {"rows": [{"service": "s6"}]},
		"ongoing": {"initiatives": [{"id": "i", "services": ["s7", null]}]},
		"proposed": {"proposals": [{"id": "p"}, {"id": "q", "services": ["s8"]}]},
	}
	{sprintf("%s %s %v", [reference.kind, reference.id, reference.path]) | some reference in references} == {
		`service s1 ["realisedEffects", "rows", 0, "service"]`,
		`service s2 ["consolidation", "rows", 1, "service"]`,
		`initiative i1 ["portfolio", "entries", 0, "initiative"]`,
		`proposal p1 ["plannedPortfolio", "entries", 0, "proposal"]`,
		`service s3 ["costs", "management", "rows", 0, "service"]`,
		`service s4 ["costs", "development", "rows", 0, "service"]`,
		`proposal p2 ["costs", "newServices", "rows", 0, "proposal"]`,
		`service s5 ["allocationKeys", "rows", 0, "service"]`,
		`service s6 ["longTerm", "rows", 0, "service"]`,
		`service s7 ["ongoing", "initiatives", 0, "services", 0]`,
		`service s8 ["proposed", "proposals", 1, "services", 0]`,
	}
	count(references) == 11
}

test_a_plan_without_tables_points_at_nothing if {
	references := plan.references with input as {}
	references == []
}
