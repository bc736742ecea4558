package plan_test

import data.plan

table(content) := found if {
	found := plan.tables.management with input.costs.management as content
}

test_a_table_with_nothing_in_it if {
	empty := table({})
	empty == {"path": ["costs", "management"], "unit": "", "rows": [], "totals": {}, "totals_path": ["costs", "management", "totals"]}
	not plan.any_figure(empty)
	not plan.begun_table(empty)
	not plan.in_unit(empty)
	plan.columns(empty) == set()
}

test_a_table_that_was_taken_out_is_no_table if {
	tables := plan.tables with input.costs as {"management": null, "development": {}}
	object.keys(tables) == {"development"}
}

test_figures_by_column if {
	rows := table({"rows": [{"service": "a", "outcome": 0, "forecast": -3, "impact": {"2025": 7}, "costs": {"2024": 1}, "adjustments": []}]}).rows
	rows[0].figures == {["outcome"]: 0, ["forecast"]: -3, ["impact", "2025"]: 7, ["costs", "2024"]: 1}
}

test_a_row_that_was_taken_out_keeps_its_place if {
	rows := table({"rows": [null, {"service": "a", "budget": 2}]}).rows
	[[row.path[3], row.item, row.figures] | some row in rows] == [[0, {}, {}], [1, {"service": "a", "budget": 2}, {["budget"]: 2}]]
}

test_columns_of_rows_and_totals if {
	given := table({"rows": [{"service": "a", "outcome": 1}, {"service": "b", "impact": {"2024": 0}}], "totals": {"budget": 3}})
	plan.columns(given) == {["outcome"], ["impact", "2024"], ["budget"]}
	plan.cells(given, ["impact", "2024"]) == [
		["costs", "management", "rows", 0, "impact", "2024"],
		["costs", "management", "rows", 1, "impact", "2024"],
	]
}

test_a_table_is_begun_by_a_row_or_a_total if {
	row := table({"rows": [{"service": "a"}]})
	plan.begun_table(row)
	not plan.any_figure(row)
	total := table({"totals": {"budget": 0}})
	plan.begun_table(total)
	plan.any_figure(total)
	plan.any_figure(table({"rows": [{"service": "a"}, {"service": "b", "budget": 0}]}))
}

test_units if {
	every unit in ["kr", "tkr", "mnkr"] {
		plan.in_unit(table({"unit": unit}))
	}
	not plan.in_unit(table({"unit": "eur"}))
}

test_the_years_of_the_effect if {
	years := plan.impact_years with input as {"profile": "test", "reportYear": 2024} with data.profiles as {"test": {"impactYears": 3}}
	years == [2024, 2025, 2026]
}

test_the_cells_of_no_row_are_the_rows if {
	plan.cells({"path": ["costs", "management"], "rows": []}, ["budget"]) == [["costs", "management", "rows"]]
}
