package lsp

import (
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/internal/wording"
	"github.com/plankoll/plankoll/checker/report"
)

// remark is one thing that a report says of a text.
type remark struct {
	diagnostic diagnostic
	more       []string // why amounts disagree, and why the rule weighs as it does
	fix        []report.Change
	edits      []report.Edit // that make the fix
	probable   bool          // what it is corrected to is likely, not certain
}

var severities = map[report.Severity]int{
	report.Error:   severityError,
	report.Warning: severityWarning,
	report.Info:    severityInformation,
}

// voice says in one language what a report holds. Files that are checked by different
// rules have different ones.
type voice struct {
	catalog  *catalog.Catalog
	language catalog.Language
	words    words
	wording  *wording.Writer
}

func newVoice(c *catalog.Catalog, language catalog.Language) voice {
	return voice{c, language, wordsIn[language], wording.New(c, language)}
}

// remarks words a report. What could not be judged, or only by a person, is said
// too: in an editor nothing else would tell it from what has passed. So is what has
// changed since the baseline, and which rules weigh otherwise, at the beginning of the
// text. The list is never nil.
func (v voice) remarks(r *report.Report, uri, text string, related bool) []remark {
	all := []remark{}
	weighings := map[string]report.Weighing{}
	for _, w := range r.Weighings {
		weighings[w.Rule] = w
	}
	add := func(at report.Place, severity int, rule, message string) *remark {
		all = append(all, remark{diagnostic: diagnostic{
			Range: spanIn(text, at.Start, at.End), Severity: severity,
			Code: rule, Page: v.page(rule), Source: "plankoll", Message: message,
		}})
		said := &all[len(all)-1]
		if w, ok := weighings[rule]; ok {
			said.more = append(said.more, format.Weighing(w, v.catalog, v.language))
		}
		return said
	}
	for _, notice := range format.Notices(r, v.catalog, v.language) {
		add(report.Place{}, severityHint, "", strings.Join(notice, "\n"))
	}
	for _, f := range r.Findings {
		message, action := v.wording.Finding(f)
		if action != "" {
			message += "\n→ " + action
		}
		if answer := format.Answer(f, v.catalog, v.language); answer != "" {
			message += "\n" + answer
		}
		severity := severities[f.Severity]
		if f.Status == report.Waived {
			severity = severityHint // somebody has answered for it, and nothing is left to do
		}
		said := add(f.Place, severity, f.Rule, message)
		if related {
			said.diagnostic.Related = v.relatedTo(f, uri, text)
		}
		said.fix, said.edits = f.Fix, f.Edits
		said.probable = f.Stage == report.Accountant
		said.more = append(format.Account(f, v.catalog, v.language), said.more...)
	}
	for _, n := range r.NotEvaluated {
		add(n.Place, severityInformation, n.Rule, v.words.notJudged+v.wording.NotEvaluated(n))
	}
	for _, m := range r.Manual {
		add(m.Place, severityInformation, m.Rule, v.words.byHand+v.wording.Manual(m))
	}
	return all
}

// page is where to read of a rule, if it has a page.
func (v voice) page(id string) *codeDescription {
	if rule := v.catalog.Rule(id); rule != nil && rule.Page != "" {
		return &codeDescription{rule.Page}
	}
	return nil
}

// relatedTo is what a finding of the accountant stands for, and the corrections
// that would explain it.
func (v voice) relatedTo(f report.Finding, uri, text string) []relatedInformation {
	var related []relatedInformation
	add := func(at report.Place, message string) {
		related = append(related, relatedInformation{location{uri, spanIn(text, at.Start, at.End)}, message})
	}
	for _, explanation := range f.Explanations {
		for i, correction := range explanation.Corrections {
			message := v.wording.Correction(f.Rule, correction)
			if i == 0 {
				message = strings.Join(append([]string{message}, format.Arguments(explanation, v.catalog, v.language)...), "\n")
			}
			add(correction.Place, message)
		}
	}
	for _, replaced := range f.Replaces {
		message, _ := v.wording.Finding(replaced)
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
