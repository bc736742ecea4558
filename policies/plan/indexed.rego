package plan

import data.money

# The management table against its index: budget × (1 + index) + the stated changes
# make the forecast of a row.
index_percent := input.costs.management.index.percent

# The rows that have both figures.
indexed_rows := [row |
	table := tables.management
	in_unit(table)
	index_percent
	some row in table.rows
	is_number(row.figures[["budget"]])
	is_number(row.figures[["forecast"]])
]

unexplained_rows := [row |
	table := tables.management
	some row in indexed_rows
	due := expected_forecast(table, row)
	seen := money.scaled(stated_forecast(table, row), 1)
	not money.overlap(due, seen)
]

expected_forecast(table, row) := money.sum_of([
	money.raised(money.interval(row.figures[["budget"]], table.unit), index_percent, 1),
	money.scaled(stated_changes(table, row), 1),
])

stated_forecast(table, row) := money.interval(row.figures[["forecast"]], table.unit)

stated_changes(table, row) := money.sum_of([money.interval(change.amount, table.unit) | some change in row.item.adjustments])

# The one rate, in hundredths of a per cent, that all rows follow though none
# follows the stated one.
other_rate := {"low": low, "high": high} if {
	count(indexed_rows) > 1
	count(unexplained_rows) == count(indexed_rows)
	every row in indexed_rows {
		row.figures[["budget"]] > 0
	}
	table := tables.management
	low := max([rate |
		some row in indexed_rows
		budget := money.interval(row.figures[["budget"]], table.unit)
		growth := (stated_forecast(table, row).low - stated_changes(table, row).high) - budget.high
		rate := 0 - money.floored(growth * -10000, budget.high)
	])
	high := min([rate |
		some row in indexed_rows
		budget := money.interval(row.figures[["budget"]], table.unit)
		growth := (stated_forecast(table, row).high - stated_changes(table, row).low) - budget.low
		rate := money.floored(growth * 10000, budget.low)
	])
	low <= high
}
