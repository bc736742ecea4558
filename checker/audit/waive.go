package audit

import (
	"slices"

	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/checker/waiver"
)

// waive waives what is said of a submission beside others where somebody has answered for
// it, and adds what is to be said of the waivers.
func (r *Result) waive(e *Entry) {
	waivers := r.waivers()
	if len(waivers) == 0 {
		return
	}
	beside := &report.Report{Supplier: e.Supplier, ReportYear: e.Year, AsOf: e.Report.AsOf}
	for _, f := range e.Across {
		beside.Findings = append(beside.Findings, f.Finding)
	}
	// What kept the submission from being judged kept it from being compared.
	for _, f := range e.Report.Findings {
		if f.Stage == report.Engine || f.Stage == report.Reader {
			beside.Findings = append(beside.Findings, f)
		}
	}
	for _, f := range e.NotEvaluated {
		beside.NotEvaluated = append(beside.NotEvaluated, report.NotEvaluated{Rule: f.Rule})
	}
	said := waiver.Apply(beside, waivers)
	for i := range e.Across {
		e.Across[i].Finding = beside.Findings[i]
	}
	for _, f := range said {
		if f.Rule == "waiver/unused" && (r.Interrupted || len(r.Broken) > 0) {
			continue // something may still be found that it is for
		}
		f.Severity, f.Status, f.Section = r.catalog.Rule(f.Rule).Severity, report.Open, r.catalog.Form().Section(f.Place.Pointer)
		f.Fingerprint = report.Fingerprint(f, "", map[string]any{"supplier": e.Supplier})
		e.Across = append(e.Across, Finding{On: e.Source, Finding: f})
	}
}

// waivers are those for rules across submissions that were asked. The others are for what
// a submission says by itself.
func (r *Result) waivers() []waiver.Waiver {
	return slices.DeleteFunc(slices.Clone(r.audit.options.Check.Waivers), func(w waiver.Waiver) bool {
		rule := r.catalog.Rule(w.Rule)
		return rule == nil || rule.Stage != report.Audit || !r.asked(rule)
	})
}
