package language_test

import data.language

test_a_whole_goal if language.goal("Andelen ärenden i e-tjänsten ska öka till 60 procent senast 2026.") == {
	"measurable": "target",
	"specific": true,
	"time_bound": true,
	"target": ["till 60 procent"],
	"indicator": ["Andelen ärenden", "öka"],
	"time": ["senast 2026"],
	"vague": [],
	"reasons": [],
}

test_an_empty_slogan if {
	goal := language.goal("En bättre vardag")
	goal.measurable == "none"
	goal.specific == false
	goal.time_bound == false
	goal.reasons == ["vague_words", "no_measure", "no_deadline"]
	[found.word | some found in goal.vague] == ["bättre"]
}

test_a_direction_without_a_value if {
	goal := language.goal("Antalet avbrott i bussarna ska minska")
	goal.measurable == "indicator"
	goal.reasons == ["no_target", "no_deadline"]
}

test_no_text_is_no_goal if {
	every nothing in ["", null] {
		language.goal(nothing).reasons == ["no_object", "no_measure", "no_deadline"]
	}
}

# A text made to cost much is read to a limit, and costs little.
test_long_texts_are_read_to_a_limit[name] if {
	some name, piece in {"digits": "1", "spaces": " ", "letters": "å", "words": "verksamheten "}
	long := replace(sprintf("%20000s", [""]), " ", piece)
	language.goal(substring(long, 0, 20000)).time_bound == false
}
