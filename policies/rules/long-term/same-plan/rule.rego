# METADATA
# title: A plan is cited with the same years throughout
package rules["long-term"]["same-plan"]

import data.language
import data.plan

finding contains {
	"path": citation.path,
	"variant": variant(citation.name),
	"values": {
		"plan": citation.shown,
		"from": {"year": citation.from},
		"to": {"year": citation.to},
		"otherFrom": {"year": usual[citation.name][0]},
		"otherTo": {"year": usual[citation.name][1]},
	},
	"rests_on": everywhere,
} if {
	some citation in dated
	[citation.from, citation.to] != usual[citation.name]
}

finding contains {
	"path": citation.path,
	"variant": "no-years",
	"values": {
		"plan": citation.shown,
		"from": {"year": usual[citation.name][0]},
		"to": {"year": usual[citation.name][1]},
	},
	"rests_on": everywhere,
} if {
	some citation in plan.citations
	usual[citation.name]
	not citation.from
	not citation.to
}

# The text of a link and its own dates.
finding contains {
	"path": link.path,
	"variant": "own-dates",
	"values": {
		"plan": link.item.text,
		"date": link.item[ends[end]],
	},
	"rests_on": [link.path, array.concat(array.slice(link.path, 0, count(link.path) - 1), [ends[end]])],
} if {
	some holder in plan.citing
	some link in plan.links(holder)
	[cited] := language.cited(link.item.text)
	some end in ["from", "to"]
	cited[end] != to_number(substring(link.item[ends[end]], 0, 4))
}

ends := {"from": "validFrom", "to": "validTo"}

dated := [citation |
	some citation in plan.citations
	citation.name != ""
	citation.from
	citation.to
]

# The years that a plan is most often cited with; of equals the first, and
# section 4 comes first.
usual[name] := period if {
	some name in {citation.name | some citation in dated}
	periods := [[citation.from, citation.to] | some citation in dated; citation.name == name]
	often := [count([other | some other in periods; other == period]) | some period in periods]
	firsts := [i | some i, times in often; times == max(often)]
	period := periods[firsts[0]]
}

variant(name) := "section-4" if {
	some citation in dated
	citation.holder == ["longTerm"]
	citation.name == name
	[citation.from, citation.to] == usual[name]
} else := "proposals"

everywhere := array.concat([["longTerm"]], plan.paths(plan.proposals))
