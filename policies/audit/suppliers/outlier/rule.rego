# METADATA
# title: The cost of a service grows about as much as that of others
# description: >-
#   A change is far from the others where it lies more than three times the distance
#   between the quartiles outside them (J. Tukey, Exploratory Data Analysis, 1977).
package audit.suppliers.outlier

import data.group

finding contains group.at(row, {
	"variant": variant(row.value),
	"values": {
		"service": group.called(row.about.name),
		"change": {"percent": abs(row.value)},
		"median": {"percent": quartile(1)},
		"services": group.summary.count,
	},
}) if {
	group.name == "growth"
	group.summary.count >= least
	some row in group.current
	far(row.value)
}

far(value) if value > quartile(2) + (3 * spread)

far(value) if value < quartile(0) - (3 * spread)

# Where nearly all are the same, a few per cent are not far.
spread := max([quartile(2) - quartile(0), 2])

quartile(i) := round(10 * group.summary.quartiles[i]) / 10

# Of fewer services nobody can tell what is usual.
least := 8

variant(value) := "rises" if {
	value >= 0
} else := "falls"
