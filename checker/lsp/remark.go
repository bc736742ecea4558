package lsp

import (
	"github.com/plankoll/plankoll/checker/report"
)

// remark is one thing that a report says of a text.
type remark struct {
	diagnostic diagnostic
	fix        []report.Change
	edits      []report.Edit // that make the fix
	probable   bool          // what it is corrected to is likely, not certain
}

var severities = map[report.Severity]int{
	report.Error:   severityError,
	report.Warning: severityWarning,
	report.Info:    severityInformation,
}

// remarks words a report. What could not be judged, or only by a person, is said
// too: in an editor nothing else would tell it from what has passed. The list is
// never nil.
func (s *Server) remarks(r *report.Report, uri, text string) []remark {
	all := []remark{}
	add := func(at report.Place, severity int, rule, message string) *diagnostic {
		all = append(all, remark{diagnostic: diagnostic{
			Range: spanIn(text, at.Start, at.End), Severity: severity,
			Code: rule, Page: s.page(rule), Source: "plankoll", Message: message,
		}})
		return &all[len(all)-1].diagnostic
	}
	for _, f := range r.Findings {
		message, action := s.wording.Finding(f)
		if action != "" {
			message += "\n→ " + action
		}
		d := add(f.Place, severities[f.Severity], f.Rule, message)
		if s.related {
			d.Related = s.relatedTo(f, uri, text)
		}
		all[len(all)-1].fix, all[len(all)-1].edits = f.Fix, f.Edits
		all[len(all)-1].probable = f.Stage == report.Accountant
	}
	for _, n := range r.NotEvaluated {
		add(n.Place, severityInformation, n.Rule, s.words.notJudged+s.wording.NotEvaluated(n))
	}
	for _, m := range r.Manual {
		add(m.Place, severityInformation, m.Rule, s.words.byHand+s.wording.Manual(m))
	}
	return all
}

// page is where to read of a rule, if it has a page.
func (s *Server) page(id string) *codeDescription {
	if rule := s.checker.Catalog().Rule(id); rule != nil && rule.Page != "" {
		return &codeDescription{rule.Page}
	}
	return nil
}

// relatedTo is what a finding of the accountant stands for, and the corrections
// that would explain it.
func (s *Server) relatedTo(f report.Finding, uri, text string) []relatedInformation {
	var related []relatedInformation
	add := func(at report.Place, message string) {
		related = append(related, relatedInformation{location{uri, spanIn(text, at.Start, at.End)}, message})
	}
	for _, explanation := range f.Explanations {
		for _, correction := range explanation.Corrections {
			add(correction.Place, s.wording.Correction(f.Rule, correction))
		}
	}
	for _, replaced := range f.Replaces {
		message, _ := s.wording.Finding(replaced)
		add(replaced.Place, message+" ("+replaced.Rule+")")
	}
	return related
}

// at returns the remarks that touch a part of the text.
func at(remarks []remark, part span) []remark {
	var found []remark
	for _, r := range remarks {
		if r.diagnostic.Range.touches(part) {
			found = append(found, r)
		}
	}
	return found
}
