# METADATA
# title: What was forecast last year is the budget this year
package audit["last-year"].forecast

import data.group

finding contains group.at(figure, {
	"values": {
		"service": group.called(name(figure)),
		"year": {"year": figure.value.year},
		"now": kronor(figure.value.amount),
		"before": kronor(earlier.value.amount),
		"difference": kronor(abs(figure.value.amount - earlier.value.amount)),
	},
	"beside": [earlier.n],
}) if {
	group.name == "supplier"
	some plan in group.now.plan
	some figure in group.of(plan, "figure")
	figure.value.table == "management"
	figure.value.column == "budget"
	some earlier in group.last_year(plan, "figure")
	earlier.value.column == "forecast"
	same(figure, earlier)
	abs(figure.value.amount - earlier.value.amount) > 1000
}

same(a, b) if {
	a.value.table == b.value.table
	a.value.service == b.value.service
	a.value.year == b.value.year
}

name(figure) := object.get(figure.value, "name", figure.value.service)

# Amounts are shown in thousands, as they stand in the tables.
kronor(amount) := {"amount": amount / 1000, "unit": "tkr"} if {
	amount % 1000 == 0
} else := {"amount": amount, "unit": "kr"}
