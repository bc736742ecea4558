package language_test

import data.language

test_vague_words_come_in_order_with_advice if {
	found := language.vague("En Modern vård på sikt, och effektiv")
	[item.word | some item in found] == ["Modern", "på sikt", "effektiv"]
	every item in found {
		item.better != ""
	}
}

test_every_vague_word_has_advice if {
	every _, advice in data.language.sv.vague {
		data.language.sv.advice[advice]
	}
	every _, seconds in data.language.sv.vague_phrases {
		every _, advice in seconds {
			data.language.sv.advice[advice]
		}
	}
}
