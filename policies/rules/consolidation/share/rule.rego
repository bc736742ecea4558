# METADATA
# title: A share is a whole number of the customers
# description: >-
#   A share is as exact as it is written: 74 % is anything that rounds to 74, and
#   46 of 62 customers does. How many customers there are stands in the profile.
package rules.consolidation.share

import data.plan

finding contains {
	"path": array.concat(row.path, ["customerShare"]),
	"variant": "no-whole-number",
	"values": {
		"share": {"percent": share},
		"customers": all_customers,
		"fewer": whole,
		"fewerShare": {"percent": percent(whole)},
		"more": whole + 1,
		"moreShare": {"percent": percent(whole + 1)},
	},
	"rests_on": [array.concat(row.path, ["customerShare"])],
} if {
	not plan.exempt(["consolidation"])
	some row in plan.rows_of(["consolidation"])
	share := row.item.customerShare
	not whole_number(share)
	whole := floor((share * all_customers) / 100)
}

all_customers := plan.profile.customers.boards + plan.profile.customers.companies

# In hundredths of a per cent, so that all is done in whole numbers: the nearest
# number of customers lies within half a step of the last decimal.
whole_number(share) if {
	hundredths := round(share * 100)
	nearest := round((hundredths * all_customers) / 10000)
	2 * abs((hundredths * all_customers) - (nearest * 10000)) <= step(hundredths) * all_customers
}

step(hundredths) := 100 if {
	hundredths % 100 == 0
} else := 10 if {
	hundredths % 10 == 0
} else := 1

percent(number) := round((number * 10000) / all_customers) / 100
