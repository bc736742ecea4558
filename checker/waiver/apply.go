package waiver

import (
	_ "embed"
	"slices"
	"strconv"
	"time"

	"github.com/plankoll/plankoll/checker/report"
)

// Rules are the texts for what is to be said of waivers, in Swedish and English.
//
//go:embed rules.yaml
var Rules []byte

// notice is how many days before its last one it is told that a waiver ends.
const notice = 30

// Apply waives the findings of a report that waivers have been given for, and returns
// what is to be said of the waivers. A waiver that has expired, or that was given for
// other content, waives nothing. The day is that of the report.
func Apply(r *report.Report, waivers []Waiver) []report.Finding {
	var said []report.Finding
	say := func(rule, variant string, place report.Place, values map[string]any) {
		said = append(said, report.Finding{
			Rule: rule, Stage: report.Waivers, Place: place, Variant: variant, Values: values,
		})
	}
	for _, w := range waivers {
		if w.Supplier != r.Supplier || w.ReportYear != r.ReportYear {
			continue
		}
		values := map[string]any{
			"rule": w.Rule, "fingerprint": w.Fingerprint, "approvedBy": w.ApprovedBy, "lastDay": w.LastDay,
		}
		findings := w.findings(r)
		if len(findings) == 0 {
			if !judged(r, w.Rule) {
				continue // it is not known whether there is anything to waive
			}
			if changed := w.changed(r); changed != nil {
				say("waiver/lapsed", "", changed.Place, values)
			} else {
				say("waiver/unused", "", report.Place{}, values)
			}
			continue
		}
		left, variant := w.left(r.AsOf)
		if variant != "" {
			say("waiver/expired", variant, findings[0].Place, values)
			continue
		}
		for _, f := range findings {
			waive(f, w)
		}
		if left <= notice {
			say("waiver/ends-soon", "", findings[0].Place, values)
		}
	}
	for i := range r.Findings {
		waiveWithAll(&r.Findings[i])
	}
	return said
}

// waive marks a finding, and those that it stands for.
func waive(f *report.Finding, w Waiver) {
	f.Status = report.Waived
	f.Waiver = &report.Waiver{Reason: w.Reason, ApprovedBy: w.ApprovedBy, LastDay: w.LastDay}
	for i := range f.Replaces {
		waive(&f.Replaces[i], w)
	}
}

// waiveWithAll waives a finding that only stands for others when all of them are, for
// as long as all of them are.
func waiveWithAll(f *report.Finding) {
	if f.Status == report.Waived || len(f.Replaces) == 0 {
		return
	}
	first := f.Replaces[0].Waiver
	for _, replaced := range f.Replaces {
		if replaced.Status != report.Waived {
			return
		}
		if replaced.Waiver.LastDay < first.LastDay {
			first = replaced.Waiver
		}
	}
	f.Status, f.Waiver = report.Waived, first
}

// findings are those that the waiver was given for, also where another stands for
// them.
func (w Waiver) findings(r *report.Report) []*report.Finding {
	var all []*report.Finding
	r.Each(func(f *report.Finding) {
		if f.Rule == w.Rule && f.Fingerprint == w.Fingerprint && (w.Object == "" || w.Object == f.Object) {
			all = append(all, f)
		}
	})
	return all
}

// changed is a finding of the rule in the same field that has other content.
func (w Waiver) changed(r *report.Report) *report.Finding {
	var found *report.Finding
	r.Each(func(f *report.Finding) {
		object := w.Object == "" || w.Object == f.Object
		field := w.Path == "" && w.Object != "" || slices.Equal(fields(w.Path), fields(f.Place.Pointer))
		if found == nil && f.Rule == w.Rule && f.Status == report.Open && object && field {
			found = f
		}
	})
	return found
}

// fields are the names on the way to a place, without the places in lists, which
// change when a plan is put in another order.
func fields(p report.Pointer) []string {
	return slices.DeleteFunc(p.Segments(), func(segment string) bool {
		_, err := strconv.Atoi(segment)
		return err == nil && len(segment) < len("2024") // years are names
	})
}

// left is how many days the waiver has left, or why it has none.
func (w Waiver) left(day string) (days int, variant string) {
	last, err := time.Parse(time.DateOnly, w.LastDay)
	if err != nil {
		return 0, "malformed"
	}
	today, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0, "no-day"
	}
	if days = int(last.Sub(today) / (24 * time.Hour)); last.Before(today) {
		return 0, "default"
	}
	return days, ""
}

// judged tells whether the check got so far that a rule with nothing found has found
// nothing.
func judged(r *report.Report, rule string) bool {
	for _, f := range r.Findings {
		if f.Stage == report.Engine || f.Stage == report.Reader && f.Severity == report.Error {
			return false
		}
	}
	for _, n := range r.NotEvaluated {
		if n.Rule == rule {
			return false
		}
	}
	return true
}
