package language

# "sex månader efter driftsättningen", "ett år från beslutet"
_after_event(text) := ({p |
	words := tokens(text).words
	some i in _events(text)
	some d in [1, 2, 3]
	words[i - d] in {"efter", "från"}
	unit := (i - d) - 1
	words[unit] in {"dagar", "dag", "vecka", "veckor", "månad", "månader", "år", "kvartal", "halvår"}
	near := _around(text, unit - 1)
	_counts(near.words, near.kinds, near.at)
	some p in numbers.range(unit - 1, i)
} | {p |
	# "efter projektet", "under projektet"
	some i in at(text, "event_noun")
	tokens(text).words[i] == "projektet"
	tokens(text).words[i - 1] in {"efter", "under"}
	some p in [i - 1, i]
}) | {p |
	# "när projektet avslutas", "när pilotprojektet är slut"
	words := tokens(text).words
	some i in at(text, "relative")
	words[i] in {"när", "då"}
	strings.any_prefix_match(words[i + 1], ["projekt", "pilot", "program", "försök", "satsning"])
	length := _over(words, i + 2)
	some p in numbers.range(i, (i + 1) + length)
}

_over(words, i) := 1 if {
	words[i] in {"avslutas", "avslutats", "slutar", "upphör"}
} else := 2 if {
	words[i] in {"är", "har"}
	words[i + 1] in {"slut", "slutfört", "över", "avslutat", "avslutad", "avslutats", "klart", "klar", "genomfört"}
}

_events(text) := {i | some i in at(text, "event_noun")} | {i | some i, _ in _hits(text, "milestones")}

# What comes once places a goal by itself: "vid driftstart", "i samband med invigningen", "under projektets
# gång". So do so many months that no one waits them out at a counter: "inom 18 månader".
_at_milestone(text) := (({p |
	words := tokens(text).words
	some i, "alone" in _hits(text, "milestones")
	some p in numbers.range(_placed_from(words, i), i)
} | {p |
	# "före nästa val"
	words := tokens(text).words
	some i, "val" in words
	words[i - 1] in {"nästa", "kommande"}
	words[i - 2] in {"före", "innan", "till", "inför", "vid"}
	some p in numbers.range(i - 2, i)
}) | {p |
	words := tokens(text).words
	some i in at(text, "owner")
	words[i - 1] in {"under", "inom"}
	words[i + 1] in {"gång", "tid", "löptid", "genomförande"}
	some p in [i - 1, i, i + 1]
}) | {p |
	words := tokens(text).words
	some i, "månader" in words
	words[i - 1] in {"12", "18", "24", "30", "36", "tolv", "arton", "tjugofyra", "trettiosex"}
	_within(words, i - 2)
	some p in numbers.range(i - 2, i)
}

_placed_from(words, i) := i - 1 if {
	words[i - 1] in {"vid", "före", "innan", "till", "inför", "senast"}
} else := i - 3 if {
	words[i - 1] == "med"
	words[i - 2] == "samband"
}
