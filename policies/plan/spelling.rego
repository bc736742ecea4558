package plan

# The ways that an id may be meant to be written: as it stands, and without any
# one character. Capitals and the marks between words do not count. Two ids that
# have one in common differ by one character that was dropped, added, changed or
# moved. Figures are never left out: they are what tells mal-1 from mal-2.
spellings(id) := {plain} | {part |
	count(plain) > 3
	some i, character in split(plain, "")
	not character in figures_of_ids
	part := concat("", [substring(plain, 0, i), substring(plain, i + 1, -1)])
} if {
	is_string(id)
	plain := lower(strings.replace_n({"-": "", "_": "", ".": ""}, id))
}

figures_of_ids := {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}
