package report

// Stage is the part of a check that made a finding.
type Stage string

const (
	Reader Stage = "reader" // the bytes are not one clear JSON document
	Schema Stage = "schema" // a value has the wrong shape
	Policy Stage = "policy" // a rule of the template is broken
	Engine Stage = "engine" // the check itself could not be made

	// Waivers tells of waivers that have expired, lapsed, or are not needed.
	Waivers Stage = "waiver"

	// Accountant explains why amounts disagree; its findings replace those of rules.
	Accountant Stage = "accountant"

	// Audit is what is said of several submissions together.
	Audit Stage = "audit"
)

// Severity is how much a finding weighs. What it means for the verdict is
// said by the profile.
type Severity string

const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// Weight orders severities, the worst highest; 0 for what is no severity.
func (s Severity) Weight() int {
	switch s {
	case Error:
		return 3
	case Warning:
		return 2
	case Info:
		return 1
	}
	return 0
}

// Position is a point in the text of a submission.
type Position struct {
	Offset int // bytes from the start of the file, a byte order mark included
	Line   int // from 1
	Column int // from 1, in Unicode code points
	UTF16  int // the column in UTF-16 code units, which is how editors count
}

// Place is where in a submission something stands. The pointer names the value
// the finding speaks of, present or not; the positions span what is there to be
// seen in the file: the value, its key, or the nearest part that holds it.
type Place struct {
	Pointer    Pointer
	Start, End Position // End is behind the last character
}

// Finding is one remark, whoever made it. It holds data only: the words come
// from the rule's texts, in the reader's language.
type Finding struct {
	Rule         string // family/name
	Stage        Stage
	Severity     Severity
	Place        Place
	Within       []Named        // the named parts around the place, outermost first
	RestsOn      []Pointer      // what else the judgement rests on
	Object       string         // id of the innermost of Within
	Section      string         // of the template
	Requirements []string       // the template's rules, by number
	Variant      string         // which of the rule's messages
	Values       map[string]any // what was seen, what was wanted, the numbers
	Fix          []Change       // what mends it, where that follows from the submission
	Edits        []Edit         // the same in the text of the file, in its order
	Fingerprint  string
	Status       Status
	Waiver       *Waiver // where the status is Waived

	// Explanations are equally good accounts of why amounts disagree, and Replaces
	// are the findings on those that this one stands for. Only the accountant's
	// findings have them.
	Explanations []Explanation
	Replaces     []Finding
}

// Status tells how a finding stands to earlier checks and decisions.
type Status string

const (
	Open   Status = "open"   // nobody has answered for it
	Waived Status = "waived" // somebody has, until a day
	Known  Status = "known"  // it was there when the baseline was written
)

// Waiver is why a finding is left as it is, for a time.
type Waiver struct {
	Reason     string
	ApprovedBy string
	LastDay    string // YYYY-MM-DD
}
