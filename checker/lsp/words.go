package lsp

import "github.com/plankoll/plankoll/checker/catalog"

// words are what is said here beside the rules' own texts.
type words struct {
	lost      string
	notJudged string
	byHand    string

	// titles of quick fixes
	field, row titles
	several    string // number of changes
}

// titles say what is done to a field, or to a row of a list, and with which value.
type titles struct{ replace, add, remove string }

var wordsIn = map[catalog.Language]words{
	catalog.Swedish: {
		lost:      "Något som textredigeraren skickade gick inte att läsa. Anmärkningarna kan vara inaktuella.",
		notJudged: "Kunde inte prövas: ",
		byHand:    "Behöver bedömas av en människa: ",
		field:     titles{"Ändra %s till %s", "Lägg till %s: %s", "Ta bort %s"},
		row:       titles{"Ändra raden under %s till %s", "Lägg till en rad under %s: %s", "Ta bort raden under %s"},
		several:   "Gör %d ändringar",
	},
	catalog.English: {
		lost:      "Something that the editor sent could not be read. The remarks may be out of date.",
		notJudged: "Could not be judged: ",
		byHand:    "Needs a person's judgement: ",
		field:     titles{"Change %s to %s", "Add %s: %s", "Remove %s"},
		row:       titles{"Change the row of %s to %s", "Add a row to %s: %s", "Remove the row of %s"},
		several:   "Make %d changes",
	},
}
