package format

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/wording"
	"github.com/plankoll/plankoll/checker/report"
)

// writeText writes a report for people in a terminal: the verdict first, then
// what must be mended before what should be looked over, each part of the plan
// under its own heading.
func writeText(w io.Writer, r *report.Report, c *catalog.Catalog, options Options) error {
	t := newTextWriter(w, c, options)
	t.head(r)
	for _, severity := range []report.Severity{report.Error, report.Warning, report.Info} {
		var entries []entry
		for _, f := range r.Findings {
			if f.Severity == severity {
				message, action := t.wording.Finding(f)
				entries = append(entries, entry{f.Section, f.Within, []report.Place{f.Place}, message, action, f.Rule})
			}
		}
		t.block(t.words.blocks[severity], severity, entries, byPart)
	}
	var open, byHand []entry
	for _, n := range r.NotEvaluated {
		open = append(open, entry{n.Section, n.Within, []report.Place{n.Place}, t.wording.NotEvaluated(n), "", n.Rule})
	}
	for _, m := range r.Manual {
		byHand = append(byHand, entry{m.Section, m.Within, []report.Place{m.Place}, t.wording.Manual(m), "", m.Rule})
	}
	t.block(t.words.notJudged, report.Info, open, byPart)
	t.block(t.words.byHand, report.Info, byHand, bySection)
	return t.out.Flush()
}

type textWriter struct {
	out      *bufio.Writer
	options  Options
	width    int
	words    words
	wording  *wording.Writer
	catalog  *catalog.Catalog
	language string
}

func newTextWriter(w io.Writer, c *catalog.Catalog, options Options) *textWriter {
	return &textWriter{
		out:      bufio.NewWriter(w),
		options:  options,
		width:    min(max(cmp.Or(options.Width, 80), 40), 100),
		words:    wordsIn[options.Language],
		wording:  wording.New(c, options.Language),
		catalog:  c,
		language: string(options.Language),
	}
}

// entry is one thing to say, at one or more places.
type entry struct {
	section string
	within  []report.Named
	places  []report.Place
	message string
	action  string
	rule    string
}

// head says what came of the check, and how much there is of what.
func (t *textWriter) head(r *report.Report) {
	t.line(0, bold, r.Input.Name)
	t.blank()
	t.line(0, colourOf[r.Verdict], t.words.verdict[r.Verdict])
	var counts []string
	for severity, n := range map[report.Severity]int{
		report.Error: r.Summary.Errors, report.Warning: r.Summary.Warnings, report.Info: r.Summary.Infos,
	} {
		if n > 0 {
			counts = append(counts, fmt.Sprintf("%d|%s", 9-severity.Weight(), counted(n, t.words.counts[severity])))
		}
	}
	slices.Sort(counts) // worst first
	for i := range counts {
		counts[i] = counts[i][2:]
	}
	if r.Summary.NotEvaluated > 0 {
		counts = append(counts, counted(r.Summary.NotEvaluated, t.words.unjudged))
	}
	if r.Summary.Manual > 0 {
		counts = append(counts, counted(r.Summary.Manual, t.words.forPeople))
	}
	if len(counts) > 0 {
		t.line(0, plain, strings.Join(counts, ", ")+".")
	}
	switch {
	case r.Summary.Rules == 0:
		t.line(0, plain, t.words.noProfile)
	case len(counts) == 0:
		t.line(0, plain, fmt.Sprintf(t.words.nothing, r.Summary.Rules))
		fallthrough
	default:
		t.line(0, plain, fmt.Sprintf(t.words.checked, r.Summary.Rules, r.Profile, r.AsOf))
	}
	t.overview(r.Findings)
}

// overview counts errors and warnings by section, so that a long report can be
// planned before it is read.
func (t *textWriter) overview(findings []report.Finding) {
	var sections []string
	counts := map[string]map[report.Severity]int{}
	for _, f := range findings {
		if counts[f.Section] == nil {
			counts[f.Section] = map[report.Severity]int{}
			sections = append(sections, f.Section)
		}
		counts[f.Section][f.Severity]++
	}
	if len(findings) < 2 {
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
	byPart    grouping = iota // initiative by initiative, goal by goal
	bySection                 // one question for a whole section
)

func (t *textWriter) block(heading string, severity report.Severity, entries []entry, by grouping) {
	if len(entries) == 0 {
		return
	}
	t.blank()
	t.blank()
	t.line(0, colourFor[severity], fmt.Sprintf("%s (%d)", heading, len(entries)))
	section, part, inner := "-", report.Pointer("-"), report.Pointer("-")
	for _, group := range merge(entries, by) {
		if group.section != section {
			section, part, inner = group.section, "-", "-"
			t.blank()
			t.line(0, bold, t.sectionTitle(section))
		}
		if by == byPart {
			if outer := first(group.within); outer != part {
				part, inner = outer, outer
				if outer != "" {
					t.blank()
					t.line(2, bold, t.heading(group.within[0]))
				}
			}
			if innermost := last(group.within); innermost != inner {
				inner = innermost
				t.blank()
				t.line(4, plain, t.heading(group.within[len(group.within)-1]))
			}
		}
		t.entry(group, by)
	}
}

// merge joins what is said in the same words of the same part, in the order of
// their first places.
func merge(entries []entry, by grouping) []entry {
	type key struct {
		section, part, message, rule string
	}
	var merged []entry
	at := map[key]int{}
	for _, e := range entries {
		k := key{e.section, string(last(e.within)), e.message, e.rule}
		if by == bySection {
			k.part = ""
		}
		if i, ok := at[k]; ok {
			merged[i].places = append(merged[i].places, e.places...)
			continue
		}
		at[k] = len(merged)
		merged = append(merged, e)
	}
	// What concerns a part comes before what concerns the parts in it.
	slices.SortStableFunc(merged, func(a, b entry) int {
		if a.section != b.section || first(a.within) != first(b.within) {
			return 0
		}
		return cmp.Compare(min(len(a.within), 2), min(len(b.within), 2))
	})
	return merged
}

func (t *textWriter) entry(e entry, by grouping) {
	t.blank()
	if by == bySection && len(e.places) > 1 {
		lines := make([]string, len(e.places))
		for i, place := range e.places {
			lines[i] = fmt.Sprint(place.Start.Line)
		}
		t.line(4, plain, fmt.Sprintf("%s (%d %s: %s %s)", e.message, len(e.places), t.words.places, t.words.line, strings.Join(lines, ", ")))
		t.line(6, dim, e.rule)
		return
	}
	for _, place := range e.places {
		where := t.field(place.Pointer, e.within)
		if place.Start.Line > 0 {
			where = strings.TrimRight(fmt.Sprintf("%s %d  %s", t.words.line, place.Start.Line, where), " ")
		}
		t.line(4, dim, where)
	}
	t.line(6, plain, e.message)
	if e.action != "" {
		t.line(6, plain, "→ "+e.action)
	}
	t.line(6, dim, e.rule)
}

func (t *textWriter) sectionTitle(section string) string {
	if section == "" || section == "0" {
		return t.words.general
	}
	return section + " " + t.catalog.Form().SectionTitle(section)[t.language]
}

// heading names a part of the plan: the table it is a row of, and its name.
func (t *textWriter) heading(part report.Named) string {
	labels := t.catalog.Form().Labels(part.Pointer)
	var words []string
	for i := 1; i < len(labels)-2; i++ {
		if label := labels[i][t.language]; label != "" && !inside(part.Pointer, i) {
			words = append(words, label)
		}
	}
	name := cut(cmp.Or(part.Name, part.ID), 120)
	if i := len(labels) - 2; i >= 0 && inside(part.Pointer, i) {
		return fmt.Sprintf("%s: %s", labels[i][t.language], name)
	}
	return strings.Join(append(words, name), " › ")
}

// inside tells whether segment i of a pointer lies within a list: such a part
// stands under the heading of what holds the list.
func inside(p report.Pointer, i int) bool {
	for _, segment := range p.Segments()[:i+1] {
		if segment != "" && segment[0] >= '0' && segment[0] <= '9' {
			return true
		}
	}
	return false
}

// field names a field within the part it belongs to, by its labels.
func (t *textWriter) field(p report.Pointer, within []report.Named) string {
	labels := t.catalog.Form().Labels(p)
	from := 1 // the section has its heading
	if len(within) > 0 {
		from = len(within[len(within)-1].Pointer.Segments())
	}
	segments := p.Segments()
	var words []string
	for i := from; i < len(labels); i++ {
		if label := labels[i][t.language]; label != "" && (len(words) == 0 || words[len(words)-1] != label) {
			words = append(words, label)
		} else if label == "" {
			if segment := segments[i]; len(segment) == 4 && segment[0] == '2' { // a year
				words = append(words, segment)
			}
		}
	}
	if len(words) > 2 {
		words = words[len(words)-2:]
	}
	return strings.Join(words, " › ")
}

func first(within []report.Named) report.Pointer {
	if len(within) == 0 {
		return ""
	}
	return within[0].Pointer
}

func last(within []report.Named) report.Pointer {
	if len(within) == 0 {
		return ""
	}
	return within[len(within)-1].Pointer
}
