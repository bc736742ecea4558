package language_test

import data.language

kinds_told := {"effect", "delivery"}

test_what_is_only_planned if {
	language.planned("Systemet förväntas ge minskade kostnader.", kinds_told) == ["förväntas"]
	language.planned("Förväntas ge effekt. Minskade kostnader väntas.", kinds_told) == ["Förväntas", "väntas"]
	language.planned("Handläggningen kommer att effektiviseras.", kinds_told) == ["kommer"]
}

test_what_has_come_about[text] if {
	some text in [
		"Arbetet har effektiviserats och förväntas förbättras.",
		"Kostnaderna minskade. Mer förväntas.",
		"Väntetiden hade halverats, och förväntas minska.",
	]
	language.planned(text, kinds_told) == []
}
