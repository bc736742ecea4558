package language_test

import data.language

test_effect if {
	language.effect("Invånare ska lättare hitta rätt tjänst.") == ["lättare"]
	language.effect("Enklare för handläggare att svara.") == ["Enklare"]
	language.effect("Tjänsten blir enklare.") == ["enklare"]
	language.effect("Tiden som läggs, minskar.") == ["minskar"]
}

# What a clause says of something else is no effect, nor is one that a mark breaks off.
test_no_effect[text] if {
	some text in [
		"Handläggare som minskar sin tid.",
		"Verktyg så att tiden minskar.",
		"Ett verktyg som blir enklare.",
		"Enklare, men för att vara stabilt.",
	]
	language.effect(text) == []
}
