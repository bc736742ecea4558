package plan

import data.language

# Decided plans and programmes that the plan refers to, each with the years it is
# said to hold for: the links of section 4, its prose, then the links of the
# proposals. A link without a plan's name or years is there too, without them.
citations := array.concat(array.concat(linked_in(["longTerm"]), cited_in_prose), [citation |
	some proposal in proposals
	some citation in linked_in(proposal.path)
])

# Where goals are referred to.
citing := array.concat([["longTerm"]], paths(proposals))

linked_in(path) := [object.union({"path": link.path, "holder": path}, citation) |
	some link in links(path)
	some citation in named_in(link.item)
]

links(path) := [{"path": array.concat(path, ["strategicLinks", i, "text"]), "item": link} |
	not exempt(path)
	some i, link in object.get(input, array.concat(path, ["strategicLinks"]), [])
	is_object(link)
	filled(link.text)
]

# The years in the text come first; where it has none, those of the dates.
named_in(link) := [cited(citation) | some citation in language.cited(link.text)] if {
	language.cited(link.text) != []
} else := [object.union(
	{"title": link.text, "shown": link.text, "name": language.document_name(link.text)},
	link_years(link),
)]

cited(citation) := {
	"title": sprintf("%s %d–%d", [citation.shown, citation.from, citation.to]),
	"shown": citation.shown,
	"name": citation.name,
	"from": citation.from,
	"to": citation.to,
}

link_years(link) := {key: year |
	some key, date in {"from": link.validFrom, "to": link.validTo}
	year := to_number(substring(date, 0, 4))
} if {
	link.validFrom
	link.validTo
} else := {"from": to_number(substring(link.validFrom, 0, 4))} if {
	link.validFrom
} else := {"to": to_number(substring(link.validTo, 0, 4))} if {
	link.validTo
} else := {}

cited_in_prose := [object.union({"path": part.path, "holder": ["longTerm"]}, cited(citation)) |
	some part in long_term_prose
	some citation in language.cited(part.text)
]

# What section 4 says in running text.
long_term_prose := array.concat(
	[{"path": ["longTerm", "analysis"], "text": input.longTerm.analysis} |
		not exempt(["longTerm"])
		filled(input.longTerm.analysis)
	],
	[{"path": array.concat(row.path, [key]), "text": row.item[key]} |
		not exempt(["longTerm"])
		some row in rows_of(["longTerm"])
		some key in ["development", "windingDown"]
		filled(row.item[key])
	],
)

# One of the texts of section 4 speaks of a topic.
long_term_speaks_of(topic) if {
	some part in long_term_prose
	language.speaks_of(part.text, topic)
}
