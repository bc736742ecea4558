package format

import "github.com/plankoll/plankoll/checker/catalog"

// htmlWords are what a page says beside the words of every report.
type htmlWords struct {
	Report, Several           string
	Nameless                  string
	Skip                      string
	Overview, OverviewIntro   string
	Submission, Outcome       string
	Left, LeftIntro           string
	Decide                    string // what is left where something could not be judged
	Where, WhereIntro         string
	Section                   string
	Columns                   []string // of the chart, in the order of its kinds
	Plan, PlanIntro           string
	Open, OpenIntro           string
	ByHand, ByHandIntro       string
	Passed, PassedIntro       string
	About, File, Digest, Tool string
	ToTop, ToIndex            string
	Further                   string // a further finding in the same part
	Empty, Blank              string
	MoreText, MoreFields      string
	Entries                   [2]string
	Truth                     map[bool]string
	Amounts, AmountsIn        string
	Do                        string
	For, Against, AccountsFor string
	Probably, Perhaps         string
	Suspected, Disagrees      string
	Waived, Known             string
	Fix                       string
	Explain, AFinding         string
}

var htmlWordsIn = map[catalog.Language]htmlWords{
	catalog.Swedish: {
		Report:        "Granskning av årlig analys",
		Several:       "Granskning av %d underlag",
		Nameless:      "Utan namn",
		Skip:          "Hoppa till innehållet",
		Overview:      "Översikt",
		OverviewIntro: "Namnen leder till rapporten om varje underlag.",
		Submission:    "Underlag",
		Outcome:       "Utfall",
		Left:          "Det här återstår innan underlaget kan lämnas in",
		LeftIntro:     "Varje steg är ett avsnitt i mallen. Länkarna går till platsen längre ned, där det står vad som är fel och vad som ska göras.",
		Decide:        "Fyll i det som saknas för att allt ska kunna prövas",
		Where:         "Var i underlaget det finns något att göra",
		WhereIntro:    "Staplarna visar samma tal som tabellen. Ju högre stapel, desto mer väger det: fel är högst.",
		Section:       "Avsnitt",
		Columns:       []string{"Fel", "Varningar", "Upplysningar", "Ej prövat", "Att bedöma"},
		Plan:          "Underlaget, avsnitt för avsnitt",
		PlanIntro:     "Under varje fält står det som är ifyllt i dag, och sedan vad som sägs om det.",
		Open:          "Kunde inte prövas",
		OpenIntro:     "De här punkterna är varken godkända eller underkända. Något som behövs för att pröva dem saknas.",
		ByHand:        "Behöver bedömas av en människa",
		ByHandIntro:   "Ingen dator kan avgöra de här punkterna. De är inte godkända förrän någon har bedömt dem. Sidan går att skriva ut och bocka av.",
		Passed:        "Prövat utan anmärkning",
		PassedIntro:   "De här kraven har prövats, och ingenting fanns att anmärka på.",
		About:         "Om granskningen",
		File:          "Fil",
		Digest:        "Kontrollsumma",
		Tool:          "Program",
		ToTop:         "Till sidans början",
		ToIndex:       "Till översikten",
		Further:       "ett ställe till",
		Empty:         "Inte ifyllt",
		Blank:         "tom",
		MoreText:      "Texten är längre i underlaget: %s tecken.",
		MoreFields:    "Ytterligare %d fält är ifyllda.",
		Entries:       [2]string{"post finns i listan", "poster finns i listan"},
		Truth:         map[bool]string{true: "Ja", false: "Nej"},
		Do:            "Gör så här:",
		Amounts:       "Belopp",
		AmountsIn:     "Belopp i %s",
		For:           "Talar för:",
		Against:       "Talar emot:",
		AccountsFor:   "Det förklarar:",
		Probably:      "troligen",
		Perhaps:       "kanske",
		Suspected:     "troligen fel",
		Disagrees:     "går inte ihop",
		Waived:        "Undantag till och med %s, godkänt av %s: %s",
		Known:         "Känd sedan tidigare.",
		Fix:           "Förslag till rättning:",
		Explain:       "Mer om en anmärkning",
		AFinding:      "FIL REGEL",
	},
	catalog.English: {
		Report:        "Review of the yearly analysis",
		Several:       "Review of %d submissions",
		Nameless:      "Without a name",
		Skip:          "Skip to the content",
		Overview:      "Overview",
		OverviewIntro: "The names lead to the report on each submission.",
		Submission:    "Submission",
		Outcome:       "Outcome",
		Left:          "What is left before it can be handed in",
		LeftIntro:     "Each step is a section of the template. The links go to the place further down that says what is wrong and what to do.",
		Decide:        "Fill in what is missing, so that everything can be judged",
		Where:         "Where in the submission there is something to do",
		WhereIntro:    "The bars show the same numbers as the table. The higher the bar, the more it weighs: errors are highest.",
		Section:       "Section",
		Columns:       []string{"Errors", "Warnings", "Notes", "Not judged", "To judge"},
		Plan:          "The submission, section by section",
		PlanIntro:     "Under each field stands what is filled in today, and then what is said of it.",
		Open:          "Could not be judged",
		OpenIntro:     "These points have neither passed nor failed. Something that is needed to judge them is missing.",
		ByHand:        "Needs a person's judgement",
		ByHandIntro:   "No computer can decide these points. They have not passed until somebody has judged them. The page can be printed and ticked off.",
		Passed:        "Judged without remarks",
		PassedIntro:   "These demands were judged, and there was nothing to remark on.",
		About:         "About the review",
		File:          "File",
		Digest:        "Checksum",
		Tool:          "Program",
		ToTop:         "To the top of the page",
		ToIndex:       "To the overview",
		Further:       "one more place",
		Empty:         "Not filled in",
		Blank:         "blank",
		MoreText:      "The text is longer in the submission: %s characters.",
		MoreFields:    "%d further fields are filled in.",
		Entries:       [2]string{"entry is in the list", "entries are in the list"},
		Truth:         map[bool]string{true: "Yes", false: "No"},
		Do:            "What to do:",
		Amounts:       "Amounts",
		AmountsIn:     "Amounts in %s",
		For:           "For it:",
		Against:       "Against it:",
		AccountsFor:   "It accounts for:",
		Probably:      "probably",
		Perhaps:       "perhaps",
		Suspected:     "probably wrong",
		Disagrees:     "does not add up",
		Waived:        "Exempt until %s, approved by %s: %s",
		Known:         "Known from before.",
		Fix:           "Proposed fix:",
		Explain:       "More of a finding",
		AFinding:      "FILE RULE",
	},
}
