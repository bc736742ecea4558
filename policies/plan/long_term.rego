package plan

# The rows of section 4, unless it is exempt.
long_term_rows := [row |
	not exempt(["longTerm"])
	some row in rows_of(["longTerm"])
]

# The services that section 4 is to say something of, by their place. A section
# that holds nothing is said to be empty.
long_term_services := [[i, service] |
	long_term_begun
	some [i, service] in listed
	kind(service) in profile.longTermKinds
]

long_term_begun if {
	some row in long_term_rows
	row_begun(row)
}

long_term_begun if count(long_term_prose) > 0

# Those that it says nothing of, neither in a row nor by name in the analysis.
untreated := [[i, service] |
	some [i, service] in long_term_services
	not treated(service)
]

treated(service) if {
	some row in long_term_rows
	row.item.service == service.id
	row_begun(row)
}

treated(service) if {
	filled(service.name)
	contains(lower(input.longTerm.analysis), lower(service.name))
}

# That nothing is said of any service, or that there are no rows for those that
# nothing is said of, is one gap.
untreated_together if {
	count(untreated) > 0
	count(untreated) == count(long_term_services)
}

untreated_together if {
	count(untreated) > 1
	long_term_rows == []
}
