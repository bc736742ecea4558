package format

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// writeText writes a report for people in a terminal: the verdict first, then
// what must be mended before what should be looked over, each part of the plan
// under its own heading.
func writeText(w io.Writer, reports []*report.Report, c *catalog.Catalog, options Options) error {
	t := newTextWriter(w, c, options)
	for i, r := range reports {
		if i > 0 {
			t.blank()
			t.blank()
			t.line(0, plain, strings.Repeat("═", t.width))
			t.blank()
		}
		t.report(r)
	}
	if options.Many && len(reports) > 0 {
		t.verdicts(reports)
	}
	return t.out.Flush()
}

// verdicts closes several reports with a line for each.
func (t *textWriter) verdicts(reports []*report.Report) {
	t.blank()
	t.line(0, plain, strings.Repeat("═", t.width))
	t.blank()
	for _, r := range reports {
		verdict, _, _ := strings.Cut(t.words.verdict[r.Verdict], ".")
		t.line(0, colourOf[r.Verdict], verdict+"  "+r.Input.Name)
	}
}

func (t *textWriter) report(r *report.Report) {
	t.head(r)
	for _, severity := range []report.Severity{report.Error, report.Warning, report.Info} {
		t.findings(r, t.words.blocks[severity], severity, func(f report.Finding) bool {
			return f.Status == report.Open && f.Severity == severity
		})
	}
	for _, status := range []report.Status{report.Known, report.Waived} {
		t.findings(r, strings.ToUpper(t.words.statuses[status]), report.Info, func(f report.Finding) bool { return f.Status == status })
	}
	var open, byHand []entry
	for _, n := range r.NotEvaluated {
		open = append(open, entry{n.Section, n.Rule, "", []spot{{n.Place, n.Within, t.wording.NotEvaluated(n), nil}}})
	}
	for _, m := range r.Manual {
		byHand = append(byHand, entry{m.Section, m.Rule, "", []spot{{m.Place, m.Within, t.wording.Manual(m), nil}}})
	}
	t.block(t.words.notJudged, report.Info, open, byPart)
	t.block(t.words.byHand, report.Info, byHand, bySection)
	t.gone(r.Comparison)
	t.weighings(r.Weighings)
}

// findings writes those that belong under a heading.
func (t *textWriter) findings(r *report.Report, heading string, severity report.Severity, belongs func(report.Finding) bool) {
	var entries []entry
	for _, f := range r.Findings {
		if belongs(f) {
			message, action := t.wording.Finding(f)
			account := t.account(f)
			if f.Waiver != nil {
				account = append(account, t.answeredBy(f.Waiver))
			}
			entries = append(entries, entry{f.Section, f.Rule, action, []spot{{f.Place, f.Within, message, account}}})
		}
	}
	t.block(heading, severity, entries, byPart)
}

// gone lists what the baseline knew and is not there any more: what is mended, and
// what is only out of sight.
func (t *textWriter) gone(c *report.Comparison) {
	if c == nil || len(c.Gone) == 0 {
		return
	}
	t.heading(report.Info, t.words.gone, len(c.Gone))
	for _, g := range c.Gone {
		t.blank()
		t.line(4, dim, strings.TrimSpace(g.Object+" "+string(g.Pointer)))
		t.line(6, plain, cmp.Or(t.wording.Title(g.Rule), g.Rule))
		if !g.Judged {
			t.line(6, plain, t.words.notSeen)
		}
		t.line(6, dim, g.Rule)
	}
}

// weighings tells which rules were not asked, or weigh otherwise, and why.
func (t *textWriter) weighings(list []report.Weighing) {
	if len(list) == 0 {
		return
	}
	t.heading(report.Info, t.words.weighings, len(list))
	for _, w := range list {
		t.blank()
		t.line(4, plain, t.wording.Title(w.Rule))
		t.line(6, plain, t.weighed(w))
		t.line(6, plain, t.words.reason+" "+w.Reason)
		t.line(6, dim, w.Rule)
	}
}

type textWriter struct {
	voice
	out     *bufio.Writer
	options Options
	width   int
}

func newTextWriter(w io.Writer, c *catalog.Catalog, options Options) *textWriter {
	return &textWriter{
		voice:   newVoice(c, options.Language),
		out:     bufio.NewWriter(w),
		options: options,
		width:   min(max(cmp.Or(options.Width, 80), 40), 100),
	}
}

// entry is one thing to do, at one or more places.
type entry struct {
	section string
	rule    string
	action  string
	places  []spot
}

// spot is a place with the named parts around it, and what was seen there.
type spot struct {
	report.Place
	within  []report.Named
	message string
	account []string // why amounts disagree
}

// head says what came of the check, and how much there is of what.
func (t *textWriter) head(r *report.Report) {
	t.line(0, bold, r.Input.Name)
	t.blank()
	t.line(0, colourOf[r.Verdict], t.words.verdict[r.Verdict])
	counts := t.counts(r.Summary)
	if len(counts) > 0 {
		t.line(0, plain, strings.Join(counts, ", ")+".")
	}
	if len(counts) == 0 {
		t.line(0, plain, t.words.nothing)
	}
	t.line(0, plain, basis(r, t.words, t.wording))
	if c := r.Comparison; c != nil {
		for _, line := range t.compared(c, r.Summary.Known) {
			t.line(0, plain, line)
		}
	}
	t.overview(r.Findings)
	if len(r.Findings) == 0 {
		t.checked(r)
	}
}

// compared says how much has changed since the baseline.
func (v voice) compared(c *report.Comparison, known int) []string {
	if !c.Found {
		return []string{v.words.notInBaseline}
	}
	lines := []string{fmt.Sprintf(v.words.compared, c.New, known, len(c.Gone))}
	if !c.SameRules {
		lines = append(lines, v.words.otherRules)
	}
	return lines
}

// checked says what was looked at where there is nothing else to say.
func (t *textWriter) checked(r *report.Report) {
	t.blank()
	for _, id := range passed(r, t.catalog) {
		t.line(2, plain, "✓ "+t.wording.Title(id))
	}
}

// overview counts errors and warnings by section, so that a long report can be
// planned before it is read.
func (t *textWriter) overview(findings []report.Finding) {
	var sections []string
	counts := map[string]map[report.Severity]int{}
	for _, f := range findings {
		if f.Status == report.Waived {
			continue
		}
		if counts[f.Section] == nil {
			counts[f.Section] = map[report.Severity]int{}
			sections = append(sections, f.Section)
		}
		counts[f.Section][f.Severity]++
	}
	if len(findings) < 2 || len(sections) == 0 {
		return
	}
	t.blank()
	severities := []report.Severity{report.Error, report.Warning}
	row := fmt.Sprintf("%%-%ds%%10s%%12s", t.width-22)
	t.raw(dim, fmt.Sprintf(row, t.words.section, t.words.counts[report.Error][1], t.words.counts[report.Warning][1]))
	for _, section := range sections {
		var cells []any
		cells = append(cells, cut(t.sectionTitle(section), t.width-23))
		for _, severity := range severities {
			cells = append(cells, fmt.Sprint(counts[section][severity]))
		}
		t.raw(plain, fmt.Sprintf(row, cells...))
	}
}

// How entries are gathered under headings.
type grouping int

const (
	byPart    grouping = iota // initiative by initiative, table by table
	bySection                 // one question for a whole section
)

func (t *textWriter) block(heading string, severity report.Severity, entries []entry, by grouping) {
	if len(entries) == 0 {
		return
	}
	t.heading(severity, heading, len(entries))
	section, part := "-", report.Pointer("-")
	for _, e := range merge(entries, by) {
		if e.section != section {
			section, part = e.section, ""
			t.blank()
			t.line(0, bold, t.sectionTitle(section))
		}
		if outer := e.part(); by == byPart && outer != part {
			part = outer
			t.blank()
			t.line(2, bold, t.partTitle(e))
		}
		t.blank()
		t.entry(e, by)
	}
}

func (t *textWriter) heading(severity report.Severity, text string, count int) {
	t.blank()
	t.blank()
	t.line(0, colourFor[severity], fmt.Sprintf("%s (%d)", text, count))
}

// merge joins what calls for the same thing within one part of the plan, in the
// order of their first places.
func merge(entries []entry, by grouping) []entry {
	type key struct {
		section, rule, words string
		part                 report.Pointer
	}
	var merged []entry
	at := map[key]int{}
	for _, e := range entries {
		k := key{section: e.section, rule: e.rule, words: e.action}
		if by == byPart {
			k.part = e.part()
		}
		if e.action == "" {
			k.words = e.places[0].message
		}
		if i, ok := at[k]; ok {
			merged[i].places = append(merged[i].places, e.places...)
			continue
		}
		at[k] = len(merged)
		merged = append(merged, e)
	}
	return merged
}

// part is what an entry stands under: the table it concerns, or the outermost
// part of the plan with an id.
func (e entry) part() report.Pointer {
	segments := e.places[0].Pointer.Segments()
	if len(segments) > 2 && !isIndex(segments[2]) {
		return report.Pointer("").Join(segments[:2]...)
	}
	if within := e.places[0].within; len(within) > 0 {
		return within[0].Pointer
	}
	return ""
}

func (t *textWriter) entry(e entry, by grouping) {
	if by == bySection && len(e.places) > 1 {
		lines := make([]string, len(e.places))
		for i, place := range e.places {
			lines[i] = fmt.Sprint(place.Start.Line)
		}
		t.line(4, plain, fmt.Sprintf("%s (%d %s: %s %s)", e.places[0].message, len(e.places), t.words.places, t.words.line, strings.Join(lines, ", ")))
		t.line(6, dim, e.rule)
		return
	}
	for i, place := range e.places {
		where := t.where(place, e.part())
		if place.Start.Line > 0 {
			where = fmt.Sprintf("%s %d  %s", t.words.line, place.Start.Line, where)
		}
		t.line(4, dim, where)
		// What holds for several places in a row is said once, below them.
		if i+1 == len(e.places) || e.places[i+1].message != place.message {
			t.line(6, plain, place.message)
		}
		for _, line := range place.account {
			t.line(8, plain, line)
		}
	}
	if e.action != "" {
		t.line(6, plain, "→ "+e.action)
	}
	t.line(6, dim, e.rule)
}

// where names a field within the part it stands under.
func (t *textWriter) where(place spot, part report.Pointer) string {
	return t.place(place.Pointer, place.within, part, t.width-20)
}

func isIndex(segment string) bool {
	return segment != "" && segment[0] >= '0' && segment[0] <= '9'
}
