// Package baseline tells what is new in a submission from what was known before.
package baseline

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/internal/document"
	"github.com/plankoll/plankoll/checker/internal/shape"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/schemas"
)

// Baseline is what is known of submissions.
type Baseline struct {
	RulesDigest string       `json:"rulesDigest"`
	Submissions []Submission `json:"submissions"`
}

// Submission is what is known of one supplier's plan for one year.
type Submission struct {
	Supplier   string    `json:"supplier"`
	ReportYear int       `json:"reportYear"`
	Findings   []Finding `json:"findings"`
}

// Finding is one that is known. Those of the accountant are not among them: they only
// explain those of the rules, which are.
type Finding struct {
	Rule        string          `json:"rule"`
	Stage       report.Stage    `json:"stage"`
	Severity    report.Severity `json:"severity"`
	Object      string          `json:"object"`
	Path        report.Pointer  `json:"path"`
	Fingerprint string          `json:"fingerprint"`
}

// UnknownError is returned for a submission whose findings cannot all be known.
type UnknownError struct{ Name string }

func (e *UnknownError) Error() string {
	return fmt.Sprintf("%s could not be checked, so it is not known what is wrong with it", e.Name)
}

// TwiceError is returned for two submissions that a baseline could not tell apart.
type TwiceError struct{ First, Second string }

func (e *TwiceError) Error() string {
	return fmt.Sprintf("%s and %s are of the same supplier and year", e.First, e.Second)
}

// New is the baseline of what reports have found. What is waived is left out: it
// becomes an error again when the waiver ends.
func New(reports []*report.Report) (*Baseline, error) {
	b := &Baseline{Submissions: []Submission{}}
	named := map[string]string{}
	for _, r := range reports {
		if !made(r) || r.Supplier == "" || r.ReportYear == 0 {
			return nil, &UnknownError{r.Input.Name}
		}
		key := fmt.Sprintf("%s %d", r.Supplier, r.ReportYear)
		if first, ok := named[key]; ok {
			return nil, &TwiceError{first, r.Input.Name}
		}
		named[key] = r.Input.Name
		b.RulesDigest = r.RulesDigest
		b.Submissions = append(b.Submissions, Submission{r.Supplier, r.ReportYear, known(r)})
	}
	slices.SortFunc(b.Submissions, func(a, b Submission) int {
		return cmp.Or(strings.Compare(a.Supplier, b.Supplier), cmp.Compare(a.ReportYear, b.ReportYear))
	})
	return b, nil
}

// made tells whether the check could be made.
func made(r *report.Report) bool {
	return !slices.ContainsFunc(r.Findings, func(f report.Finding) bool {
		return f.Stage == report.Engine || f.Stage == report.Reader && f.Severity == report.Error
	})
}

func known(r *report.Report) []Finding {
	findings := []Finding{}
	for _, f := range r.Unexplained() {
		if ofSubmission(&f) && f.Status != report.Waived {
			findings = append(findings, Finding{f.Rule, f.Stage, f.Severity, f.Object, f.Place.Pointer, f.Fingerprint})
		}
	}
	// By fingerprint, so that a reordered plan has the same baseline but for paths.
	slices.SortFunc(findings, func(a, b Finding) int {
		return cmp.Or(strings.Compare(a.Rule, b.Rule), strings.Compare(a.Fingerprint, b.Fingerprint))
	})
	return findings
}

// ofSubmission tells whether a finding is of the submission. What is said of the check
// or of waivers is said anew each time.
func ofSubmission(f *report.Finding) bool {
	return f.Stage != report.Engine && f.Stage != report.Waivers
}

// Write writes the baseline as JSON.
func (b *Baseline) Write() ([]byte, error) {
	text, err := json.MarshalIndent(b, "", "  ")
	return append(text, '\n'), err
}

// Parse reads a baseline. What is wrong with it is of type report.Faults.
func Parse(raw []byte) (*Baseline, error) {
	read, faults := document.Read(raw, document.DefaultLimits)
	if read == nil {
		return nil, report.Faults(faults)
	}
	schema, err := shape.Compile(schemas.Baseline)
	if err != nil {
		return nil, err
	}
	if faults := schema.Validate(read.Value); len(faults) > 0 {
		for i, location := range read.Locate(pointers(faults)) {
			faults[i].Place.Start = location.Value.Start
		}
		return nil, report.Faults(faults).InOrder()
	}
	plain, err := json.Marshal(read.Value)
	if err != nil {
		return nil, err
	}
	b := &Baseline{}
	return b, json.Unmarshal(plain, b)
}

func pointers(findings []report.Finding) []report.Pointer {
	list := make([]report.Pointer, len(findings))
	for i, f := range findings {
		list[i] = f.Place.Pointer
	}
	return list
}
