package publish

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/plankoll/plankoll/checker/audit"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/internal/wording"
	"github.com/plankoll/plankoll/checker/report"
)

// rowsInText is how many suppliers a terminal shows.
const rowsInText = 40

// Text writes what an audit came to for a terminal.
func Text(w io.Writer, o *Overview, result *audit.Result, options Options) error {
	out := bufio.NewWriter(w)
	t := newTexts(result, options)
	t.write(out, o, result)
	return out.Flush()
}

type texts struct {
	words
	wording *wording.Writer
	options Options
}

func newTexts(result *audit.Result, options Options) texts {
	return texts{wordsIn[options.Language], wording.New(result.Catalog(), options.Language), options}
}

func (t texts) write(out io.Writer, o *Overview, result *audit.Result) {
	width := t.options.Width
	if width == 0 {
		width = 80
	}
	say := func(indent, text string) {
		for _, line := range format.Wrap(text, width-len(indent)) {
			fmt.Fprintln(out, indent+line)
		}
	}
	fmt.Fprintf(out, "%s\n", t.painted(t.headline(o), worst(o, result)))
	if result.Interrupted {
		say("", t.Interrupted)
	}
	for _, broken := range result.Broken {
		message, action := t.wording.Finding(broken)
		say("", message+" "+action)
	}
	if len(o.Register) > 0 {
		fmt.Fprintf(out, "\n%s\n", strings.ToUpper(t.Missing))
		for _, f := range o.Register[:min(len(o.Register), rowsInText)] {
			message, _ := t.wording.Finding(f.Finding)
			say("  ", message)
		}
		if more := len(o.Register) - rowsInText; more > 0 {
			say("  ", fmt.Sprintf(t.AcrossMore, more))
		}
	}
	if len(o.Rows) > 0 {
		t.table(out, o)
	}
	fmt.Fprintf(out, "\n%s\n", strings.ToUpper(t.Across))
	if len(o.Across) == 0 {
		say("  ", t.AcrossNone)
	}
	rule := ""
	across := slices.Clone(o.Across)
	slices.SortStableFunc(across, func(a, b audit.Finding) int { return strings.Compare(a.Rule, b.Rule) })
	for _, f := range across[:min(len(across), rowsInText)] {
		if f.Rule != rule {
			rule = f.Rule
			fmt.Fprintln(out)
			say("  ", fmt.Sprintf("%s (%s, %s)", t.wording.Title(rule), t.Severities[string(f.Severity)], rule))
		}
		message, _ := t.wording.Finding(f.Finding)
		if answer := format.Answer(f.Finding, result.Catalog(), t.options.Language); answer != "" {
			message += " " + answer
		}
		say("    ", fmt.Sprintf("%s: %s", where(f.On, f.Place), message))
	}
	if more := len(across) - rowsInText + o.AcrossLeft; more > 0 {
		say("    ", fmt.Sprintf(t.AcrossMore, more))
	}
	lacking := result.NotAsked()
	for _, need := range []struct {
		of   catalog.Need
		says string
	}{{catalog.Register, t.NoRegister}, {catalog.Previous, t.NoPrevious}} {
		if rules := lacking[need.of]; len(rules) > 0 {
			fmt.Fprintf(out, "\n%s\n", strings.ToUpper(t.NotAsked))
			say("  ", need.says+" "+strings.Join(rules, ", "))
		}
	}
	if t.options.Folder != "" {
		fmt.Fprintln(out)
		say("", fmt.Sprintf(t.Files, t.options.Folder))
	}
}

func (t texts) painted(text string, verdict report.Verdict) string {
	if !t.options.Color {
		return text
	}
	return format.Painted(text, verdict)
}

// where names a submission and a line of it.
func where(s audit.Source, place report.Place) string {
	name := row{Source: s}.called()
	if place.Start.Line > 0 {
		return fmt.Sprintf("%s, %s:%d", name, s.Name, place.Start.Line)
	}
	return fmt.Sprintf("%s, %s", name, s.Name)
}

// headline counts the submissions by verdict.
func (t texts) headline(o *Overview) string {
	forms := t.Submissions[1]
	if o.Submissions == 1 {
		forms = t.Submissions[0]
	}
	parts := []string{fmt.Sprintf("%d %s", o.Submissions, forms)}
	for _, verdict := range verdicts {
		if n := o.Verdicts[verdict]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, strings.ToLower(format.Outcome(verdict, t.options.Language))))
		}
	}
	return strings.Join(parts, ", ") + "."
}

func (t texts) table(out io.Writer, o *Overview) {
	rows := slices.Clone(o.Rows)
	slices.SortStableFunc(rows, byVerdict)
	fmt.Fprintf(out, "\n%s\n\n", strings.ToUpper(t.Suppliers))
	shown := rows[:min(len(rows), rowsInText)]
	name, outcome := utf8.RuneCountInString(t.Supplier), utf8.RuneCountInString(t.Outcome)
	for _, r := range shown {
		name = max(name, utf8.RuneCountInString(format.Printable(r.called())))
		outcome = max(outcome, utf8.RuneCountInString(format.Outcome(r.Verdict, t.options.Language)))
	}
	name = min(name, 44)
	line := func(called, verdict string, numbers ...any) {
		fmt.Fprintf(out, "  %-*s  %s", name, called, verdict)
		fmt.Fprintf(out, "  %6v %9v %10v %10v\n", numbers...)
	}
	padded := func(text string) string { return fmt.Sprintf("%-*s", outcome, text) }
	line(t.Supplier, padded(t.Outcome), t.Errors, t.Warnings, t.NotEvaluated, t.AcrossShort)
	for _, r := range shown {
		called := []rune(format.Printable(r.called()))
		if len(called) > name {
			called = append(called[:name-1], '…')
		}
		line(string(called), t.painted(padded(format.Outcome(r.Verdict, t.options.Language)), r.Verdict), r.Summary.Errors, r.Summary.Warnings, r.Summary.NotEvaluated, r.Across)
	}
	if more := o.Submissions - len(shown); more > 0 {
		fmt.Fprintf(out, "  "+t.More+"\n", len(shown), more)
	}
}
