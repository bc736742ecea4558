// Package report holds what a check of one submission came to, as plain values
// without words: the words are put in by the writers of package format.
package report

// Report is the outcome of one check. It depends on nothing but the submission,
// the rules, the profile and the day that dated rules judge by.
type Report struct {
	Tool         Tool
	Profile      string // name of the template profile, empty if not known
	RulesDigest  string // of everything that decides: policies, texts, data, schema
	Input        Input
	Supplier     string // id of the supplier, empty if not known
	SupplierName string // empty if not known
	ReportYear   int    // of the submission, 0 if not known
	AsOf         string // the day that dated rules judged by, YYYY-MM-DD
	Verdict      Verdict
	Summary      Summary
	Findings     []Finding
	NotEvaluated []NotEvaluated
	Manual       []Manual
	Checked      []string    // ids of the rules that were asked, sorted
	Comparison   *Comparison // with a baseline, nil if there is none
	Weighings    []Weighing  // rules that were not, or that weigh otherwise, by their ids

	// What rules across submissions need to know, where it was asked for. If the
	// submission is not whole, its shape is wrong somewhere, and something that seems
	// not to be there may be.
	Facts []Fact
	Whole bool

	// What was checked, for whoever shows it beside what is said of it.
	Document any               // as it was decoded, nil if it could not be
	Names    map[string]string // of what has an id in it, by id
}

// Forget lets go of what was checked, and of what other submissions need to know of it:
// all that is large and that few need.
func (r *Report) Forget() { r.Document, r.Names, r.Facts = nil, nil, nil }

// Unexplained are the findings as the rules have them: those that the accountant's
// findings stand for, in the place of these.
func (r *Report) Unexplained() []Finding {
	var list []Finding
	for _, f := range r.Findings {
		if f.Stage == Accountant {
			list = append(list, f.Replaces...)
		} else {
			list = append(list, f)
		}
	}
	return list
}

// Tool names the program that made the report.
type Tool struct {
	Name    string
	Version string
}

// Input names what was checked.
type Input struct {
	Name   string // as it was given
	Digest string // sha256:<hex> of the bytes, empty if they could not be read
}

// Summary counts what the report lists.
type Summary struct {
	Errors       int
	Warnings     int
	Infos        int
	NotEvaluated int
	Manual       int
	Rules        int // rules that were asked
	Waived       int // findings, not counted among the errors, warnings and infos
	Known        int // of the errors, warnings and infos
}

// Each calls f with every finding, and with those that it stands for.
func (r *Report) Each(f func(*Finding)) {
	for i := range r.Findings {
		f(&r.Findings[i])
		for j := range r.Findings[i].Replaces {
			f(&r.Findings[i].Replaces[j])
		}
	}
}

// Verdict tells whether the submission may be handed in.
type Verdict string

const (
	Accepted            Verdict = "accepted"
	AcceptedWithRemarks Verdict = "accepted-with-remarks"
	Rejected            Verdict = "rejected"
	Undecided           Verdict = "undecided" // something that matters could not be checked
)

// NotEvaluated is a place that a rule could not judge. It is neither passed nor
// failed.
type NotEvaluated struct {
	Rule     string
	Severity Severity // of the rule that could not judge
	Place    Place
	Within   []Named
	Section  string
	Reason   string // which of the rule's reasons
	Values   map[string]any
	RestsOn  []Pointer
}

// Manual is a place that a person has to judge, because no machine can.
type Manual struct {
	Rule    string
	Place   Place
	Within  []Named
	Object  string
	Section string
	Variant string // which of the rule's questions
	Values  map[string]any
	RestsOn []Pointer
}

// Named is a part of a submission that has an id: a service, an initiative, a
// goal, or a table row that stands for one of them.
type Named struct {
	Pointer Pointer
	ID      string
	Name    string // empty where it has none
}
