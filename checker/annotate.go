package checker

import (
	"fmt"
	"slices"

	"github.com/plankoll/plankoll/checker/internal/document"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/checker/waiver"
)

// finish adds to each entry what can be told from its place: positions, names,
// section, weight; then judges and puts all in order.
func (r *run) finish() {
	out := r.report
	r.locate()
	outline := r.outline()
	out.Document, out.Names = outline.root, outline.names
	for i := range out.Findings {
		r.annotate(&out.Findings[i], outline)
	}
	for i := range out.NotEvaluated {
		n := &out.NotEvaluated[i]
		n.Severity = r.severity(r.checker.catalog.Rule(n.Rule))
		n.Section = outline.form.Section(n.Place.Pointer)
		n.Within = outline.around(n.Place.Pointer)
	}
	for i := range out.Manual {
		m := &out.Manual[i]
		m.Section = outline.form.Section(m.Place.Pointer)
		m.Within = outline.around(m.Place.Pointer)
		m.Object = innermost(m.Within)
	}
	out.Sort()
	tellApart(out)
	r.waive(outline)
	r.edit()
	out.Summary = r.count()
	if r.profile == nil {
		out.Verdict = report.Undecided
	} else {
		out.Verdict = r.profile.Judge(out)
	}
}

// edit turns fixes into edits of the text. What cannot be edited stays a fix of the
// data.
func (r *run) edit() {
	var editor *document.Editor
	r.report.Each(func(f *report.Finding) {
		if len(f.Fix) == 0 || r.document == nil {
			return
		}
		if editor == nil {
			editor = r.document.Editor()
		}
		f.Edits, _ = editor.Edits(f.Fix)
	})
}

// waive takes in what has been waived. It is done by fingerprint, and so after those
// are made; what it says is annotated and put in order for itself.
func (r *run) waive(outline outline) {
	// What an audit finds beside other submissions is not looked for here.
	waivers := slices.DeleteFunc(slices.Clone(r.options.Waivers), func(w waiver.Waiver) bool {
		rule := r.checker.catalog.Rule(w.Rule)
		return rule != nil && rule.Stage == report.Audit
	})
	said := waiver.Apply(r.report, waivers)
	for i := range said {
		r.annotate(&said[i], outline)
	}
	r.report.Findings = append(r.report.Findings, said...)
	r.report.Sort()
	tellApart(r.report)
}

func (r *run) outline() outline {
	outline := outline{form: r.checker.catalog.Form()}
	if r.document != nil {
		outline.root = r.document.Value
		outline.names = names(r.document.Value)
	}
	return outline
}

// annotate adds to a finding what can be told from its place. One that stands for
// others weighs as much as the worst of them and checks what they check.
func (r *run) annotate(f *report.Finding, outline outline) {
	rule := r.checker.catalog.Rule(f.Rule)
	f.Severity = r.severity(rule)
	f.Requirements = rule.Requirements
	f.Section = outline.form.Section(f.Place.Pointer)
	f.Within = outline.around(f.Place.Pointer)
	f.Object = innermost(f.Within)
	f.Status = report.Open
	for i := range f.Replaces {
		r.annotate(&f.Replaces[i], outline)
	}
	content, _ := outline.at(f.Place.Pointer)
	f.Fingerprint = report.Fingerprint(*f, outline.field(f.Place.Pointer), content)
	for i := range f.Explanations {
		for j := range f.Explanations[i].Corrections {
			c := &f.Explanations[i].Corrections[j]
			c.Within = outline.around(c.Place.Pointer)
		}
	}
	if len(f.Replaces) == 0 {
		return
	}
	f.Severity, f.Requirements = report.Info, nil
	for _, replaced := range f.Replaces {
		if replaced.Severity.Weight() > f.Severity.Weight() {
			f.Severity = replaced.Severity
		}
		f.Requirements = append(f.Requirements, replaced.Requirements...)
	}
	slices.Sort(f.Requirements)
	f.Requirements = slices.Compact(f.Requirements)
}

// locate fills in where everything stands in the file, in one pass.
func (r *run) locate() {
	if r.document == nil {
		return
	}
	var places []*report.Place
	for i := range r.report.Findings {
		f := &r.report.Findings[i]
		if f.Stage != report.Reader {
			places = append(places, &f.Place)
		}
		for j := range f.Replaces {
			places = append(places, &f.Replaces[j].Place)
		}
		for j := range f.Explanations {
			for k := range f.Explanations[j].Corrections {
				places = append(places, &f.Explanations[j].Corrections[k].Place)
			}
		}
	}
	for i := range r.report.NotEvaluated {
		places = append(places, &r.report.NotEvaluated[i].Place)
	}
	for i := range r.report.Manual {
		places = append(places, &r.report.Manual[i].Place)
	}
	for i := range r.report.Facts {
		places = append(places, &r.report.Facts[i].Place)
	}
	pointers := make([]report.Pointer, len(places))
	for i, place := range places {
		pointers[i] = place.Pointer
	}
	for i, location := range r.document.Locate(pointers) {
		span := location.Value
		// A container is best shown by its key: its brackets may span pages.
		if location.Key.Start.Line > 0 && (!location.Found || spansLines(span)) {
			span = location.Key
		}
		places[i].Start, places[i].End = span.Start, span.End
	}
}

func spansLines(span document.Span) bool { return span.Start.Line != span.End.Line }

// tellApart makes the fingerprints of equal findings different, in order: two
// objects with the same id cannot be told apart by anything else.
func tellApart(r *report.Report) {
	seen := map[string]int{}
	r.Each(func(f *report.Finding) {
		seen[f.Fingerprint]++
		if n := seen[f.Fingerprint]; n > 1 {
			f.Fingerprint = fmt.Sprintf("%s-%d", f.Fingerprint, n)
		}
	})
}

func (r *run) count() report.Summary {
	summary := report.Summary{
		NotEvaluated: len(r.report.NotEvaluated),
		Manual:       len(r.report.Manual),
		Rules:        len(r.report.Checked),
	}
	for _, f := range r.report.Findings {
		if f.Status == report.Waived {
			summary.Waived++
			continue
		}
		switch f.Severity {
		case report.Error:
			summary.Errors++
		case report.Warning:
			summary.Warnings++
		case report.Info:
			summary.Infos++
		}
	}
	return summary
}
