# METADATA
# title: The decided goals are in force for the report year
# description: >-
#   Declared dates are judged; otherwise the years in the title are. Where there
#   are neither, a person has to find out.
package rules.proposal["goal-in-force"]

import data.language
import data.plan

finding contains {
	"path": array.concat(link.path, ["validTo"]),
	"variant": "ended",
	"values": {"text": link.text, "date": link.item.validTo, "year": {"year": input.reportYear}},
	"rests_on": [link.path],
} if {
	some link in links
	in_order(link.item)
	link.item.validTo < sprintf("%d-01-01", [input.reportYear])
}

finding contains {
	"path": array.concat(link.path, ["validFrom"]),
	"variant": "not-begun",
	"values": {"text": link.text, "date": link.item.validFrom, "year": {"year": input.reportYear}},
	"rests_on": [link.path],
} if {
	some link in links
	in_order(link.item)
	link.item.validFrom > sprintf("%d-12-31", [input.reportYear])
}

finding contains {
	"path": array.concat(link.path, ["validTo"]),
	"variant": "backwards",
	"values": {"from": link.item.validFrom, "to": link.item.validTo},
	"rests_on": [link.path],
} if {
	some link in links
	link.item.validTo < link.item.validFrom
}

finding contains {
	"path": array.concat(link.path, ["text"]),
	"variant": variant(periods),
	"values": {"text": link.text, "year": {"year": input.reportYear}},
	"rests_on": [link.path],
} if {
	some link in links
	item := link.item
	not dated(item)
	periods := language.periods(link.text)
	count(periods) > 0
	not covered(periods)
}

manual contains {
	"path": array.concat(link.path, ["text"]),
	"values": {"text": link.text, "year": {"year": input.reportYear}},
	"rests_on": [link.path],
} if {
	some link in links
	item := link.item
	not dated(item)
	count(language.periods(link.text)) == 0
}

links := [{
	"path": array.concat(proposal.path, ["strategicLinks", i]),
	"item": link,
	"text": link.text,
} |
	some proposal in plan.proposed
	some i, link in proposal.item.strategicLinks
	is_object(link)
	plan.filled(link.text)
]

dated(link) if link.validFrom

dated(link) if link.validTo

# Where both days are given and the wrong way round, that is the fault.
in_order(link) if not backwards(link)

backwards(link) if link.validTo < link.validFrom

covered(periods) if {
	some period in periods
	period.from <= input.reportYear
	period.to >= input.reportYear
}

variant(periods) := "title-not-begun" if {
	every period in periods {
		period.from > input.reportYear
	}
} else := "title-ended"
