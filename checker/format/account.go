package format

import (
	"fmt"
	"strings"

	"github.com/plankoll/plankoll/checker/report"
)

// account writes out why amounts disagree: the explanations, what speaks for and
// against each, and the findings that they account for.
func (v voice) account(f report.Finding) []string {
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
				lines = append(lines, bullet+fmt.Sprintf("%s (%s %d)", v.wording.Correction(f.Rule, c), v.words.line, c.Place.Start.Line))
			}
		}
		lines = append(lines, v.argumentsOf(e)...)
	}
	for i, replaced := range f.Replaces {
		if i == 0 {
			lines = append(lines, v.words.accountsFor)
		}
		message, _ := v.wording.Finding(replaced)
		lines = append(lines, fmt.Sprintf("- %s (%s %d, %s)", message, v.words.line, replaced.Place.Start.Line, replaced.Rule))
		if f.Waiver == nil && replaced.Waiver != nil {
			lines = append(lines, v.answeredBy(replaced.Waiver))
		}
	}
	return lines
}

// argumentsOf are what speaks for and against an explanation.
func (v voice) argumentsOf(e report.Explanation) []string {
	return append(v.arguments(v.words.speaksFor, e.For), v.arguments(v.words.speaksAgainst, e.Against)...)
}

func (v voice) arguments(heading string, list []report.Argument) []string {
	if len(list) == 0 {
		return nil
	}
	return []string{heading + " " + strings.Join(arguments(list, v.wording), " ")}
}

// fix says what mends a finding, step by step, and on which line where that is one.
// What is removed takes the comma before it along, which may stand on another line.
func (v voice) fix(f report.Finding) []string {
	var steps []string
	for _, change := range f.Fix {
		steps = append(steps, printable(v.wording.Change(change)))
	}
	if len(steps) == 1 && len(f.Edits) == 1 && f.Fix[0].Op != report.Remove {
		steps[0] += fmt.Sprintf(" (%s %d)", v.words.line, f.Edits[0].Start.Line)
	}
	return steps
}
