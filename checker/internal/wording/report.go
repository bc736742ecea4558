package wording

import (
	"cmp"
	"fmt"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// Finding words what was seen and wanted, and what to do.
func (w *Writer) Finding(f report.Finding) (message, action string) {
	variant := cmp.Or(f.Variant, catalog.Default)
	text, ok := w.text(f.Rule).Messages[variant]
	if !ok {
		return w.lost("message", f.Rule, variant), ""
	}
	return w.fill(text.Message, f.Values), w.fill(text.Action, f.Values)
}

// Correction words what an amount probably is.
func (w *Writer) Correction(rule string, c report.Correction) string {
	text, ok := w.text(rule).Messages[c.Variant]
	if !ok {
		return w.lost("message", rule, c.Variant)
	}
	return w.fill(text.Message, c.Values)
}

// Argument words what speaks for or against an explanation.
func (w *Writer) Argument(a report.Argument) string {
	text, ok := w.catalog.Term(a.Term, w.language)
	if !ok {
		return w.lost("term", a.Term, "")
	}
	return w.fill(text, a.Values)
}

// NotEvaluated words why a rule could not judge.
func (w *Writer) NotEvaluated(n report.NotEvaluated) string {
	if text, ok := w.text(n.Rule).NotEvaluated[n.Reason]; ok {
		return w.fill(text, n.Values)
	}
	// Reasons that are the same for all rules stand in one place.
	if text, ok := w.text("engine/not-evaluated").NotEvaluated[n.Reason]; ok {
		return w.fill(text, n.Values)
	}
	return w.lost("notEvaluated", n.Rule, n.Reason)
}

// Manual words what a person should look at.
func (w *Writer) Manual(m report.Manual) string {
	variant := cmp.Or(m.Variant, catalog.Default)
	if text, ok := w.text(m.Rule).Manual[variant]; ok {
		return w.fill(text, m.Values)
	}
	return w.lost("manual", m.Rule, variant)
}

// Title is what a rule demands, in a line.
func (w *Writer) Title(id string) string { return w.text(id).Title }

func (w *Writer) text(id string) catalog.Text {
	rule := w.catalog.Rule(id)
	if rule == nil {
		return catalog.Text{}
	}
	return rule.Texts[w.language]
}

// fill never fails: a value that cannot be written is shown by its name, so that
// the finding itself is not lost. That no rule needs this is tested.
func (w *Writer) fill(text string, values map[string]any) string {
	filled, err := w.Fill(text, values)
	if err != nil {
		return fmt.Sprintf("%s (%v)", text, err)
	}
	return filled
}

// lost stands in for a text that a rule does not have.
func (w *Writer) lost(kind, rule, variant string) string {
	return fmt.Sprintf("%s: %s.%s", rule, kind, variant)
}
