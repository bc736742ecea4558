package plan

# A row that says nothing beside its own id, so that nothing is lost with it.
blank_row(row) if {
	said := [key |
		some key, value in row
		key != "id"
		not nothing(value)
	]
	said == []
}

nothing(value) if {
	is_string(value)
	not filled(value)
}

nothing([])

nothing({})

# The fix that takes away a row, if it is one that can go.
without(path, row) := [change |
	blank_row(row)
	change := {"op": "remove", "path": path}
]
