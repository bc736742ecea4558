package publish

import "github.com/plankoll/plankoll/checker/catalog"

// words are what is said of an audit in one language.
type words struct {
	Title, Eyebrow, Skip, ToTop        string
	Submissions                        [2]string
	Interrupted                        string
	Missing, MissingIntro, NotHandedIn string
	Suppliers, SuppliersIntro          string
	Supplier, Year, Outcome, File      string
	Errors, Warnings, Infos            string
	NotEvaluated, Manual, Waived       string
	AcrossShort                        string
	Order, ByName, ByErrors, ByVerdict string
	More                               string // further suppliers that are not shown
	Across, AcrossIntro, AcrossNone    string
	AcrossMore                         string
	Compared                           string
	Matrix, MatrixIntro                string
	Worst, WorstIntro                  string
	Rule, InPlans, Times, Severity     string
	Money, MoneyIntro, Service         string
	AllServices, MoneyMore, MoneyTwice string
	Health, HealthIntro                string
	ForAll, ForNone, Spoken            string
	Dearest, DearestIntro              string
	Work, Share, Shared                string
	NotAsked, NotAskedIntro            string
	NoRegister, NoPrevious             string
	None                               string
	Do                                 string
	Nameless                           string
	Place, Line, Status                string
	Message, Action                    string
	Files                              string
	Column, Table, Amount              string
	Sheets                             [4]string
	Severities                         map[string]string
	Tables, Columns, Families          map[string]string
	RowsLeft                           string
}

var wordsIn = map[catalog.Language]words{
	catalog.Swedish: {
		Title: "Granskning av leverantörernas planer", Eyebrow: "plankoll", Skip: "Hoppa till innehållet", ToTop: "Till sidans början",
		Submissions: [2]string{"underlag", "underlag"},
		Interrupted: "Granskningen avbröts innan alla underlag var kontrollerade. Här står det som hann göras. Kör samma kommando igen med --cache för att fortsätta.",
		Missing:     "Det som saknas", NotHandedIn: "har inte lämnat in", MissingIntro: "Enligt registret över leverantörer.",
		Suppliers: "Vilka har lämnat in", SuppliersIntro: "Namnen leder till leverantörens egen rapport.",
		Supplier: "Leverantör", Year: "År", Outcome: "Utfall", File: "Fil",
		Errors: "Fel", Warnings: "Varningar", Infos: "Upplysningar", NotEvaluated: "Ej prövat", Manual: "Att bedöma", Waived: "Undantag",
		AcrossShort: "Mot andra", Order: "Ordning:", ByName: "efter namn", ByErrors: "flest fel först", ByVerdict: "efter utfall",
		More:   "Här står de %d med flest fel. Ytterligare %d underlag finns i audit.json och audit.xlsx.",
		Across: "Det som inte går ihop", AcrossIntro: "Mellan leverantörer, mot registret och mot förra årets planer.",
		AcrossNone: "Inget går isär mellan planerna.", AcrossMore: "Ytterligare %d står i audit.xlsx.", Compared: "jämfört med",
		Matrix: "Var felen finns", MatrixIntro: "Antal fel och varningar för varje leverantör och slag av regel.",
		Worst: "Vanligaste anmärkningarna", WorstIntro: "Det som flest leverantörer behöver hjälp med.",
		Rule: "Regel", InPlans: "I antal planer", Times: "Antal", Severity: "Vikt",
		Money: "Kostnader per tjänst och år", MoneyIntro: "Förvaltning och utveckling, i miljoner kronor. Staplarna visar samma tal.", Service: "Tjänst",
		AllServices: "Alla tjänster som visas", MoneyMore: "Här står de %d största tjänsterna. Ytterligare %d finns i audit.xlsx.",
		MoneyTwice: "Någon leverantör har lämnat in flera planer för samma år. Alla är medräknade, så summorna kan vara för stora.",
		Health:     "Hur reglerna arbetar", HealthIntro: "En regel som alla bryter mot kan vara fel ställd, och en som ingen bryter mot kan vara onödig.",
		ForAll: "Säger något om alla planer", ForNone: "Säger inget om någon plan", Spoken: "Alla regler som har sagt något",
		Dearest: "Vad reglerna kostar", DearestIntro: "Hur stor del av arbetet varje regel står för, mätt som antal uttryck som räknas ut när %d underlag kontrolleras. Tiden följer det talet; \"plankoll policy profile\" mäter den. Här står det som flera regler delar, och de %d dyraste av %d regler.",
		Work: "Uttryck", Share: "Andel", Shared: "Det som flera regler delar",
		NotAsked: "Det som inte har prövats", NotAskedIntro: "De här reglerna har inte prövats, och har därför inte godkänt något.",
		NoRegister: "De behöver registret över leverantörer (--register):", NoPrevious: "De behöver förra årets planer (--previous):",
		None: "Inga", Do: "Gör så här:", Nameless: "Utan namn", Place: "Plats", Line: "Rad", Status: "Status", Message: "Anmärkning", Action: "Gör så här",
		Files: "Allt finns i mappen %s: index.html, audit.xlsx, letters, audit.json och findings.jsonl.", Column: "Kolumn", Table: "Tabell", Amount: "Belopp (kr)",
		Sheets:     [4]string{"Översikt", "Anmärkningar", "Mellan planer", "Belopp"},
		Severities: map[string]string{"error": "fel", "warning": "varning", "info": "upplysning"},
		Tables:     map[string]string{"management": "Förvaltning", "development": "Utveckling"},
		Columns:    map[string]string{"outcome": "Utfall", "budget": "Budget", "forecast": "Prognos"},
		Families: map[string]string{
			"accountant":    "belopp",
			"allocation":    "fördelningsnycklar",
			"budget":        "budget",
			"completeness":  "ifyllt",
			"complexity":    "komplexitet",
			"consolidation": "konsolidering",
			"effects":       "effekter",
			"engine":        "kontrollen",
			"funding":       "finansiering",
			"initiative":    "insatser",
			"last-year":     "förra året",
			"long-term":     "lång sikt",
			"portfolio":     "portfölj",
			"proposal":      "förslag",
			"reader":        "läsbarhet",
			"reference":     "hänvisningar",
			"register":      "registret",
			"schedule":      "tidplan",
			"schema":        "form",
			"security":      "säkerhet",
			"smart":         "mål (SMART)",
			"suppliers":     "andra leverantörer",
			"waiver":        "undantag",
		},
		RowsLeft: "Ett kalkylblad rymmer inte fler rader. Resten finns i audit.json och findings.jsonl.",
	},
	catalog.English: {
		Title: "Audit of the suppliers' plans", Eyebrow: "plankoll", Skip: "Skip to the content", ToTop: "To the top of the page",
		Submissions: [2]string{"submission", "submissions"},
		Interrupted: "The audit was broken off before all submissions were checked. Here stands what was done. Run the same command again with --cache to go on.",
		Missing:     "What is missing", NotHandedIn: "not handed in", MissingIntro: "By the register of suppliers.",
		Suppliers: "Who has handed in", SuppliersIntro: "The names lead to the supplier's own report.",
		Supplier: "Supplier", Year: "Year", Outcome: "Outcome", File: "File",
		Errors: "Errors", Warnings: "Warnings", Infos: "Notes", NotEvaluated: "Not judged", Manual: "To judge", Waived: "Waived",
		AcrossShort: "Others", Order: "Order:", ByName: "by name", ByErrors: "most errors first", ByVerdict: "by outcome",
		More:   "Here are the %d with most errors. %d further submissions are in audit.json and audit.xlsx.",
		Across: "What does not agree", AcrossIntro: "Between suppliers, against the register and against last year's plans.",
		AcrossNone: "Nothing disagrees between the plans.", AcrossMore: "%d more stand in audit.xlsx.", Compared: "compared with",
		Matrix: "Where the errors are", MatrixIntro: "Errors and warnings for each supplier and kind of rule.",
		Worst: "Commonest remarks", WorstIntro: "What most suppliers need help with.",
		Rule: "Rule", InPlans: "In plans", Times: "Number", Severity: "Severity",
		Money: "Costs by service and year", MoneyIntro: "Management and development, in millions of kronor. The bars show the same numbers.", Service: "Service",
		AllServices: "All services shown", MoneyMore: "Here are the %d largest services. %d more are in audit.xlsx.",
		MoneyTwice: "Some supplier has handed in several plans for the same year. All of them are counted, so the sums may be too large.",
		Health:     "How the rules work", HealthIntro: "A rule that everybody breaks may be wrongly put, and one that nobody breaks may be needless.",
		ForAll: "Says something of every plan", ForNone: "Says nothing of any plan", Spoken: "All rules that have said something",
		Dearest: "What the rules cost", DearestIntro: "What part of the work each rule takes, as the number of expressions that are evaluated when %d submissions are checked. The time follows that number; \"plankoll policy profile\" measures it. Here is what several rules share, and the %d dearest of %d rules.",
		Work: "Expressions", Share: "Share", Shared: "What several rules share",
		NotAsked: "What was not judged", NotAskedIntro: "These rules were not asked, and so have passed nothing.",
		NoRegister: "They need the register of suppliers (--register):", NoPrevious: "They need last year's plans (--previous):",
		None: "None", Do: "What to do:", Nameless: "Without a name", Place: "Place", Line: "Line", Status: "Status", Message: "Finding", Action: "What to do",
		Files: "All of it is in the folder %s: index.html, audit.xlsx, letters, audit.json and findings.jsonl.", Column: "Column", Table: "Table", Amount: "Amount (SEK)",
		Sheets:     [4]string{"Overview", "Findings", "Between plans", "Amounts"},
		Severities: map[string]string{"error": "error", "warning": "warning", "info": "note"},
		Tables:     map[string]string{"management": "Management", "development": "Development"},
		Columns:    map[string]string{"outcome": "Outcome", "budget": "Budget", "forecast": "Forecast"},
		Families: map[string]string{
			"accountant":    "amounts",
			"allocation":    "allocation keys",
			"budget":        "budget",
			"completeness":  "filled in",
			"complexity":    "complexity",
			"consolidation": "consolidation",
			"effects":       "effects",
			"engine":        "the check",
			"funding":       "funding",
			"initiative":    "initiatives",
			"last-year":     "last year",
			"long-term":     "long term",
			"portfolio":     "portfolio",
			"proposal":      "proposals",
			"reader":        "readable",
			"reference":     "references",
			"register":      "the register",
			"schedule":      "time plan",
			"schema":        "shape",
			"security":      "security",
			"smart":         "goals (SMART)",
			"suppliers":     "other suppliers",
			"waiver":        "waivers",
		},
		RowsLeft: "A sheet does not hold more rows. The rest is in audit.json and findings.jsonl.",
	},
}
