package format

import (
	"fmt"
	"strings"

	"github.com/plankoll/plankoll/checker/report"
)

// account writes out why amounts disagree: the explanations, what speaks for and
// against each, and the findings that they account for.
func (t *textWriter) account(f report.Finding) []string {
	var lines []string
	for i, e := range f.Explanations {
		bullet := "• "
		if len(f.Explanations) > 1 {
			bullet = fmt.Sprintf("%d. ", i+1)
		}
		if len(f.Explanations) > 1 || len(e.Corrections) > 1 {
			for j, c := range e.Corrections {
				if j > 0 {
					bullet = "• "
				}
				lines = append(lines, bullet+fmt.Sprintf("%s (%s %d)", t.wording.Correction(f.Rule, c), t.words.line, c.Place.Start.Line))
			}
		}
		lines = append(lines, t.arguments(t.words.speaksFor, e.For)...)
		lines = append(lines, t.arguments(t.words.speaksAgainst, e.Against)...)
	}
	for i, replaced := range f.Replaces {
		if i == 0 {
			lines = append(lines, t.words.accountsFor)
		}
		message, _ := t.wording.Finding(replaced)
		lines = append(lines, fmt.Sprintf("- %s (%s %d, %s)", message, t.words.line, replaced.Place.Start.Line, replaced.Rule))
		if f.Waiver == nil {
			lines = append(lines, t.waiver(replaced.Waiver)...)
		}
	}
	return lines
}

func (t *textWriter) arguments(heading string, list []report.Argument) []string {
	if len(list) == 0 {
		return nil
	}
	return []string{heading + " " + strings.Join(arguments(list, t.wording), " ")}
}
