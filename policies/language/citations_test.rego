package language_test

import data.language

# A bare kind of document takes the word before it; what joins it to its years is no part of its name.
test_names_of_documents if {
	[[citation.name, citation.from, citation.to] | some citation in language.cited("Göteborgs Stads program för perioden 2023–2026")] == [["stads program", 2023, 2026]]
	language.document_name("Program för perioden 2023–2026") == "program"
	language.document_name("Ingen plan") != "program"
	language.cited("Arbetet pågår 2023–2026") == []
}
