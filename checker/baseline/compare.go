package baseline

import (
	"slices"

	"github.com/plankoll/plankoll/checker/report"
)

// Compare marks what a report finds that was known before, and notes what is gone.
// The verdict is left as it is: it speaks of the whole submission.
func (b *Baseline) Compare(r *report.Report) {
	r.Comparison = &report.Comparison{SameRules: b.RulesDigest == r.RulesDigest}
	var before []Finding
	for _, s := range b.Submissions {
		if r.Supplier != "" && s.Supplier == r.Supplier && s.ReportYear == r.ReportYear {
			r.Comparison.Found = true
			before = append(before, s.Findings...)
		}
	}
	knew := map[string]bool{}
	for _, f := range before {
		knew[f.Rule+f.Fingerprint] = true
	}
	present := map[string]bool{}
	r.Each(func(f *report.Finding) {
		present[f.Rule+f.Fingerprint] = true
	})
	for i := range r.Findings {
		f := &r.Findings[i]
		mark(f, knew)
		switch f.Status {
		case report.Known:
			r.Summary.Known++
		case report.Open:
			r.Comparison.New++
		}
	}
	for _, f := range before {
		if !present[f.Rule+f.Fingerprint] {
			r.Comparison.Gone = append(r.Comparison.Gone, report.Gone{
				Rule: f.Rule, Severity: f.Severity, Object: f.Object, Pointer: f.Path,
				Fingerprint: f.Fingerprint, Judged: judged(r, f),
			})
		}
	}
}

// mark marks a finding that is known. One that stands for others is known if all of
// them are: what may have caused them is no new fault.
func mark(f *report.Finding, knew map[string]bool) {
	known := knew[f.Rule+f.Fingerprint] && ofSubmission(f)
	if len(f.Replaces) > 0 {
		known = true
		for i := range f.Replaces {
			mark(&f.Replaces[i], knew)
			// What is waived is not new either.
			known = known && f.Replaces[i].Status != report.Open
		}
	}
	if known && f.Status == report.Open {
		f.Status = report.Known
	}
}

// judged tells whether a fault that is not found any more is mended, and not only
// out of sight.
func judged(r *report.Report, f Finding) bool {
	if !made(r) {
		return false
	}
	open := slices.ContainsFunc(r.NotEvaluated, func(n report.NotEvaluated) bool { return n.Rule == f.Rule })
	return f.Stage != report.Policy || slices.Contains(r.Checked, f.Rule) && !open
}
