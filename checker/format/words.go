package format

import (
	"fmt"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// words are what a report says beside the rules' own texts.
type words struct {
	verdict      map[report.Verdict]string
	blocks       map[report.Severity]string // headings
	counts       map[report.Severity][2]string
	kinds        map[catalog.Kind]string
	stage        string
	passes       string
	fails        string
	concerns     string
	noRule       string
	retired      string // heading of the rules that are no more
	since        string
	replacedBy   string
	section      string
	general      string // heading of what stands in no section
	wholeSection string // heading of what stands in no part of its section
	line         string
	places       string
	notJudged    string
	byHand       string
	nothing      string
	checked      string // number of rules, profile, day
	noProfile    string
	unjudged     [2]string
	forPeople    [2]string

	withWaiver [2]string

	// of the baseline
	gone          string // heading
	notSeen       string
	compared      string // new, known, gone
	notInBaseline string
	otherRules    string

	weighings   string // heading
	switchedOff map[report.Authority]string
	weighs      map[report.Authority]string // as what
	reason      string

	// of the accountant
	speaksFor     string
	speaksAgainst string
	accountsFor   string
	accountedFor  string

	// of one finding in full
	stands      string
	fix         string
	fingerprint string

	// of the formats that list remarks one by one
	couldNotBeJudged string
	answered         string // last day, by whom, reason
	statuses         map[report.Status]string
	acceptable       string // what the verdict answers
	columns          []string
	total            string // counts
}

var wordsIn = map[catalog.Language]words{
	catalog.Swedish: {
		verdict: map[report.Verdict]string{
			report.Accepted:            "GODKÄNT. Underlaget kan lämnas in.",
			report.AcceptedWithRemarks: "GODKÄNT MED ANMÄRKNINGAR. Underlaget kan lämnas in, men läs anmärkningarna först.",
			report.Rejected:            "INTE GODKÄNT. Underlaget kan inte lämnas in förrän felen är rättade.",
			report.Undecided:           "KUNDE INTE AVGÖRAS. Allt som behövs har inte kunnat kontrolleras.",
		},
		blocks: map[report.Severity]string{
			report.Error:   "MÅSTE RÄTTAS",
			report.Warning: "BÖR SES ÖVER",
			report.Info:    "UPPLYSNINGAR",
		},
		counts: map[report.Severity][2]string{
			report.Error:   {"fel", "fel"},
			report.Warning: {"varning", "varningar"},
			report.Info:    {"upplysning", "upplysningar"},
		},
		kinds: map[catalog.Kind]string{
			catalog.Exact: "exakt", catalog.Heuristic: "tolkar text och kan ta fel", catalog.ByHand: "bedöms av en människa",
		},
		stage:        "steg",
		passes:       "Godtas",
		fails:        "Godtas inte",
		concerns:     "Gäller",
		noRule:       "Ingen regel prövar detta ännu.",
		retired:      "INDRAGNA REGLER",
		since:        "indragen",
		replacedBy:   "ersatt av",
		section:      "Avsnitt",
		general:      "Underlaget som helhet",
		wholeSection: "Avsnittet som helhet",
		line:         "rad",
		places:       "ställen",
		notJudged:    "KUNDE INTE PRÖVAS",
		byHand:       "BEHÖVER BEDÖMAS AV EN MÄNNISKA",
		nothing:      "Inga anmärkningar.",
		checked:      "Prövat mot %d regler i profilen %s, räknat från %s.",
		noProfile:    "Inga regler har prövats.",
		unjudged:     [2]string{"punkt kunde inte prövas", "punkter kunde inte prövas"},
		forPeople:    [2]string{"punkt behöver bedömas av en människa", "punkter behöver bedömas av en människa"},
		withWaiver:   [2]string{"undantag", "undantag"},

		gone:          "BORTA SEDAN BASLINJEN",
		notSeen:       "Regeln kunde inte prövas nu. Felet kan finnas kvar.",
		compared:      "Jämfört med baslinjen: %d nya, %d kända, %d borta.",
		notInBaseline: "Baslinjen innehåller inte det här underlaget. Allt räknas därför som nytt.",
		otherRules:    "Baslinjen är gjord med andra regler. Det kan vara därför något är nytt eller borta.",

		weighings: "AVSTÄNGDA REGLER OCH ÄNDRAD VIKT",
		switchedOff: map[report.Authority]string{
			report.ByProfile:      "Prövas inte enligt årets mall.",
			report.ByOrganisation: "Avstängd av organisationen. Den är varken godkänd eller underkänd.",
		},
		weighs: map[report.Authority]string{
			report.ByProfile:      "Räknas som %s enligt årets mall.",
			report.ByOrganisation: "Räknas som %s, enligt organisationens inställningar.",
		},
		reason: "Skäl:",

		speaksFor:     "Talar för:",
		speaksAgainst: "Talar emot:",
		accountsFor:   "Det förklarar:",
		accountedFor:  "Förklaras av:",

		stands:      "Där står:",
		fix:         "Förslag till rättning:",
		fingerprint: "Fingeravtryck",

		couldNotBeJudged: "kunde inte prövas",
		answered:         "Undantag till och med %s, godkänt av %s. Skäl: %s",
		statuses: map[report.Status]string{
			report.Open: "öppet", report.Waived: "undantag", report.Known: "känt sedan tidigare",
		},
		acceptable: "Underlaget kan lämnas in",
		columns:    []string{"Fil", "Slag", "Regel", "Avsnitt", "Plats", "Rad", "Kolumn", "Iakttagelse", "Åtgärd", "Status", "Fingeravtryck"},
		total:      "Totalt: %s. GitHub visar högst 10 av varje nivå i ett steg, men alla står här i loggen.",
	},
	catalog.English: {
		verdict: map[report.Verdict]string{
			report.Accepted:            "ACCEPTED. The submission can be handed in.",
			report.AcceptedWithRemarks: "ACCEPTED WITH REMARKS. The submission can be handed in, but read the remarks first.",
			report.Rejected:            "REJECTED. The submission cannot be handed in until the errors are mended.",
			report.Undecided:           "COULD NOT BE DECIDED. Not all that is needed could be checked.",
		},
		blocks: map[report.Severity]string{
			report.Error:   "MUST BE MENDED",
			report.Warning: "SHOULD BE LOOKED OVER",
			report.Info:    "FOR INFORMATION",
		},
		counts: map[report.Severity][2]string{
			report.Error:   {"error", "errors"},
			report.Warning: {"warning", "warnings"},
			report.Info:    {"note", "notes"},
		},
		kinds: map[catalog.Kind]string{
			catalog.Exact: "exact", catalog.Heuristic: "reads prose and may be wrong", catalog.ByHand: "judged by a person",
		},
		stage:        "stage",
		passes:       "Passes",
		fails:        "Fails",
		concerns:     "Concerns",
		noRule:       "No rule checks this yet.",
		retired:      "RETIRED RULES",
		since:        "retired",
		replacedBy:   "replaced by",
		section:      "Section",
		general:      "The submission as a whole",
		wholeSection: "The section as a whole",
		line:         "line",
		places:       "places",
		notJudged:    "COULD NOT BE JUDGED",
		byHand:       "NEEDS A PERSON'S JUDGEMENT",
		nothing:      "No remarks.",
		checked:      "Judged by %d rules of the profile %s, counting from %s.",
		noProfile:    "No rules have been judged.",
		unjudged:     [2]string{"point could not be judged", "points could not be judged"},
		forPeople:    [2]string{"point needs a person's judgement", "points need a person's judgement"},
		withWaiver:   [2]string{"waived", "waived"},

		gone:          "GONE SINCE THE BASELINE",
		notSeen:       "The rule could not be judged now. The error may still be there.",
		compared:      "Compared with the baseline: %d new, %d known, %d gone.",
		notInBaseline: "The baseline does not hold this submission. So everything counts as new.",
		otherRules:    "The baseline was made by other rules. That may be why something is new or gone.",

		weighings: "RULES SWITCHED OFF OR WEIGHED OTHERWISE",
		switchedOff: map[report.Authority]string{
			report.ByProfile:      "Not checked, by this year's template.",
			report.ByOrganisation: "Switched off by the organisation. It has neither passed nor failed.",
		},
		weighs: map[report.Authority]string{
			report.ByProfile:      "Counts as %s, by this year's template.",
			report.ByOrganisation: "Counts as %s, by the organisation's settings.",
		},
		reason: "Reason:",

		speaksFor:     "For it:",
		speaksAgainst: "Against it:",
		accountsFor:   "It accounts for:",
		accountedFor:  "Accounted for by:",

		stands:      "It says there:",
		fix:         "Proposed fix:",
		fingerprint: "Fingerprint",

		couldNotBeJudged: "could not be judged",
		answered:         "Waived until %s, approved by %s. Reason: %s",
		statuses: map[report.Status]string{
			report.Open: "open", report.Waived: "waived", report.Known: "known since before",
		},
		acceptable: "The submission can be handed in",
		columns:    []string{"File", "Kind", "Rule", "Section", "Place", "Line", "Column", "Observation", "Action", "Status", "Fingerprint"},
		total:      "In all: %s. GitHub shows at most 10 of each level in a step, but all of them are here in the log.",
	},
}

// counted is a number with its word.
func counted(n int, forms [2]string) string { return fmt.Sprintf("%d %s", n, inflected(n, forms)) }

// inflected is the one of a word's forms that goes with a number.
func inflected(n int, forms [2]string) string {
	if n == 1 {
		return forms[0]
	}
	return forms[1]
}
