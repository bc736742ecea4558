package format

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/wording"
	"github.com/plankoll/plankoll/checker/report"
)

// What other writers need, to look and speak as the reports do.

// Style is the style sheet of the pages.
func Style() template.CSS {
	style, err := htmlFiles.ReadFile("html/report.css")
	if err != nil {
		panic(err) // it is part of the program
	}
	return template.CSS(style)
}

// Harmless replaces what no page should hold: control characters, and the marks that
// turn the direction of writing.
func Harmless(page string) string { return harmless(page) }

// Printable is a text without control characters.
func Printable(text string) string { return printable(text) }

// Wrap breaks a text at spaces, so that no line is longer than width characters except a
// word that is. It is printable, and an amount is never broken.
func Wrap(text string, width int) []string { return wrap(printable(text), width) }

// Painted is a text in the colour of a verdict, for a terminal that has colours.
func Painted(text string, verdict report.Verdict) string {
	return string(colourOf[verdict]) + text + reset
}

// Inert marks as text what a spreadsheet would take for a formula.
func Inert(cell string) string { return inert(printable(cell)) }

// Verdict is what a verdict means, in a sentence.
func Verdict(verdict report.Verdict, language catalog.Language) string {
	return wordsIn[language].verdict[verdict]
}

// Outcome is a verdict in two words.
func Outcome(verdict report.Verdict, language catalog.Language) string {
	outcome, _, _ := strings.Cut(wordsIn[language].verdict[verdict], ". ")
	return sentence(outcome)
}

// Place names a field as the form does.
func Place(f report.Finding, c *catalog.Catalog, language catalog.Language) string {
	v := newVoice(c, language)
	return v.place(f.Place.Pointer, f.Within, "", 200)
}

// Account tells why amounts disagree: what speaks for and against each explanation, and
// what it accounts for. Other findings than the accountant's have none.
func Account(f report.Finding, c *catalog.Catalog, language catalog.Language) []string {
	return newVoice(c, language).account(f)
}

// Answer tells who has answered for a finding, why, and for how long; empty if nobody
// has.
func Answer(f report.Finding, c *catalog.Catalog, language catalog.Language) string {
	return newVoice(c, language).answer(remark{finding: &f})
}

// Arguments are what speaks for and against an explanation, in a line each.
func Arguments(e report.Explanation, c *catalog.Catalog, language catalog.Language) []string {
	return newVoice(c, language).argumentsOf(e)
}

// Weighing tells that a rule was not asked, or how much it weighs, and why.
func Weighing(w report.Weighing, c *catalog.Catalog, language catalog.Language) string {
	v := newVoice(c, language)
	return v.weighed(w) + " " + v.words.reason + " " + w.Reason
}

// Notices tell what a report says of no place in the submission: what has changed since
// the baseline, and which rules weigh otherwise. Each is a list of lines.
func Notices(r *report.Report, c *catalog.Catalog, language catalog.Language) [][]string {
	v := newVoice(c, language)
	var notices [][]string
	if r.Comparison != nil {
		notice := v.compared(r.Comparison, r.Summary.Known)
		for _, g := range r.Comparison.Gone {
			line := fmt.Sprintf("- %s (%s): %s", v.title(g.Rule), g.Rule, strings.TrimSpace(g.Object+" "+string(g.Pointer)))
			if !g.Judged {
				line += ". " + v.words.notSeen
			}
			notice = append(notice, line)
		}
		notices = append(notices, notice)
	}
	if len(r.Weighings) > 0 {
		notice := []string{sentence(v.words.weighings)}
		for _, w := range r.Weighings {
			notice = append(notice, fmt.Sprintf("- %s (%s): %s", v.title(w.Rule), w.Rule, Weighing(w, c, language)))
		}
		notices = append(notices, notice)
	}
	return notices
}

// Markdown is text that stands for itself in Markdown, in the middle of a line.
func Markdown(text string) string { return markdown(text) }

// JSON is a finding as it stands in JSON reports.
func JSON(f report.Finding, c *catalog.Catalog, language catalog.Language) any {
	return inJSON(f, wording.New(c, language))
}
