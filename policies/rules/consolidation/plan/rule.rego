# METADATA
# title: The consolidation plan is a plan
# description: >-
#   A plan says what is to happen and when. Where all customers use the service
#   there is nothing left to plan.
package rules.consolidation.plan

import data.language
import data.plan

finding contains {
	"path": array.concat(row.path, ["plan"]),
	"variant": variant,
	"values": {"plan": row.item.plan},
	"rests_on": [row.path],
} if {
	not plan.exempt(["consolidation"])
	some row in plan.rows_of(["consolidation"])
	not complete(row)
	text := row.item.plan
	plan.filled(text)
	not language.none(text)
	not says_when(text)
	variant := lacks(row)
}

complete(row) if row.item.customerShare == 100

# The name of a group is no plan whatever the share is. That a plan lacks a time is
# said only where it is known that somebody has not joined yet.
lacks(row) := "name-only" if {
	text := row.item.plan
	not language.speaks_of(text, "joining")
} else := "no-time" if {
	row.item.customerShare < 100
	text := row.item.plan
	not language.not_relevant(text)
}

says_when(text) if count(language.times(text)) > 0

says_when(text) if count(language.years(text)) > 0

says_when(text) if count(language.occasions(text)) > 0

# "varje höst", "löpande"
says_when(text) if {
	some word in language.tokens(text).words
	word in {"varje", "löpande", "årligen", "omgående"}
}
