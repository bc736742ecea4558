package lsp

import "github.com/plankoll/plankoll/checker/catalog"

// words are what is said here beside the rules' own texts.
type words struct {
	lost      string
	notJudged string
	byHand    string

	several string // title of a quick fix that makes more than one change
}

var wordsIn = map[catalog.Language]words{
	catalog.Swedish: {
		lost:      "Något som textredigeraren skickade gick inte att läsa. Anmärkningarna kan vara inaktuella.",
		notJudged: "Kunde inte prövas: ",
		byHand:    "Behöver bedömas av en människa: ",
		several:   "Gör %d ändringar",
	},
	catalog.English: {
		lost:      "Something that the editor sent could not be read. The remarks may be out of date.",
		notJudged: "Could not be judged: ",
		byHand:    "Needs a person's judgement: ",
		several:   "Make %d changes",
	},
}
