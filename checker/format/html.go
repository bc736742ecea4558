package format

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

//go:embed html
var htmlFiles embed.FS

var htmlTemplate = template.Must(template.ParseFS(htmlFiles, "html/*.tmpl"))

// What the template shows. Texts are as people read them; the template escapes.
type (
	htmlPage struct {
		Language catalog.Language
		Title    string
		Style    template.CSS
		Words    htmlWords
		Many     bool
		Reports  []htmlReport
	}
	htmlReport struct {
		Words    htmlWords
		Many     bool   // one of several on the page
		ID       string // begins every anchor
		File     string
		Name     string // of the supplier, or of the file
		Year     string
		Verdict  report.Verdict
		Outcome  string // the verdict in two words
		Meaning  string // and in a sentence
		Basis    string
		Tool     report.Tool
		Digest   string
		Summary  report.Summary
		Tally    []htmlCount
		Steps    []htmlStep
		Sections []htmlSection
		Where    []htmlBar
		Open     []htmlList
		ByHand   []htmlList
		Notes    []htmlNote
		Passed   []string
	}
	// htmlNote is what the report says beside the plan: what a baseline knew and is not
	// there any more, and which rules weigh otherwise.
	htmlNote struct {
		ID, Title string
		Items     []htmlItem
	}
	htmlCount struct {
		Kind  string
		Count int
		Word  string
		Href  string // empty where there is nothing to go to
	}
	// htmlStep is what is left to do in one section.
	htmlStep struct {
		Title string
		Href  string
		Count string
		Tasks []htmlTask
	}
	htmlTask struct {
		Title  string // what the rule demands
		Places []htmlLink
	}
	htmlLink struct {
		Text string
		Href string
		Note string
		Kind report.Severity // of what it leads to, where that shows
	}
	htmlSection struct {
		ID    string
		Title string
		Count string
		Parts []*htmlPart
	}
	htmlPart struct {
		Title  string
		Table  *htmlTable
		Fields []*htmlField
	}
	// htmlField is a field with all that is said of it.
	htmlField struct {
		Title    string
		Line     string
		Value    *htmlValue
		Findings []htmlFinding
	}
	htmlFinding struct {
		ID       string
		Severity report.Severity
		Label    string
		Message  string
		Action   string
		Rule     string
		Page     string // of the rule
		Status   string
		Fix      []string // what a machine could write, in words
		Accounts []htmlAccount
		Replaces []string
	}
	// htmlAccount is one explanation of why amounts disagree.
	htmlAccount struct {
		Corrections []string
		For         string
		Against     string
	}
	// htmlList is what is asked, or was left open, in one section.
	htmlList struct {
		Title string
		Items []htmlItem
	}
	htmlItem struct {
		Message string
		Places  []string
		Rule    string
	}
)

// writeHTML writes a page that needs nothing but itself: the verdict, what is left
// to do, what stands where, and the plan with all that is said of it.
func writeHTML(w io.Writer, reports []*report.Report, c *catalog.Catalog, options Options) error {
	style, err := htmlFiles.ReadFile("html/report.css")
	if err != nil {
		return err
	}
	h := &htmlWriter{
		voice: newVoice(c, options.Language),
		html:  htmlWordsIn[options.Language],
	}
	page := htmlPage{
		Language: options.Language,
		Style:    template.CSS(style),
		Words:    h.html,
		Many:     options.Many || len(reports) != 1,
	}
	for i, r := range reports {
		h.id = ""
		if page.Many {
			h.id = fmt.Sprintf("r%d-", i+1)
		}
		shown := h.report(r)
		shown.Words, shown.Many = page.Words, page.Many
		page.Reports = append(page.Reports, shown)
	}
	page.Title = fmt.Sprintf(h.html.Several, len(reports))
	if !page.Many {
		only := page.Reports[0]
		page.Title = only.Name + ": " + strings.ToLower(only.Outcome)
	}
	var out bytes.Buffer
	if err := htmlTemplate.ExecuteTemplate(&out, "report.tmpl", page); err != nil {
		return err
	}
	// Once for the whole page, so that no text can be forgotten.
	_, err = io.WriteString(w, harmless(out.String()))
	return err
}

// notes tell what is gone since the baseline, and which rules were not asked, or weigh
// otherwise, and why.
func (h *htmlWriter) notes(r *report.Report) []htmlNote {
	var notes []htmlNote
	if c := r.Comparison; c != nil && len(c.Gone) > 0 {
		note := htmlNote{ID: h.id + "gone", Title: sentence(h.words.gone)}
		for _, g := range c.Gone {
			item := htmlItem{Message: cmp.Or(h.wording.Title(g.Rule), g.Rule), Rule: g.Rule, Places: []string{strings.TrimSpace(g.Object + " " + string(g.Pointer))}}
			if !g.Judged {
				item.Places = append(item.Places, h.words.notSeen)
			}
			note.Items = append(note.Items, item)
		}
		notes = append(notes, note)
	}
	if len(r.Weighings) > 0 {
		note := htmlNote{ID: h.id + "weighings", Title: sentence(h.words.weighings)}
		for _, w := range r.Weighings {
			note.Items = append(note.Items, htmlItem{
				Message: h.wording.Title(w.Rule), Rule: w.Rule, Places: []string{h.weighed(w), h.words.reason + " " + w.Reason},
			})
		}
		notes = append(notes, note)
	}
	return notes
}

// page is where to read of a rule. Nothing of it is fetched unless somebody goes there.
func (h *htmlWriter) page(id string) string {
	if rule := h.catalog.Rule(id); rule != nil {
		return rule.Page
	}
	return ""
}

// harmless replaces what no page should hold: control characters, and the marks
// that turn the direction of writing.
func harmless(page string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.In(r, unicode.Cc, unicode.Bidi_Control, unicode.Noncharacter_Code_Point) {
			return utf8.RuneError
		}
		return r
	}, page)
}

type htmlWriter struct {
	voice
	html htmlWords
	id   string // begins the anchors of the report at hand
}

func (h *htmlWriter) report(r *report.Report) htmlReport {
	outcome, meaning, _ := strings.Cut(h.words.verdict[r.Verdict], ". ")
	out := htmlReport{
		ID: h.id, File: r.Input.Name, Name: r.Input.Name,
		Verdict: r.Verdict, Outcome: sentence(outcome), Meaning: meaning,
		Basis: basis(r, h.words, h.wording), Tool: r.Tool, Digest: r.Input.Digest, Summary: r.Summary,
		Steps: h.steps(r), Where: h.where(r), Sections: h.sections(r),
	}
	if name, ok := report.Pointer("/supplier/name").In(r.Document); ok {
		if name, ok := name.(string); ok && strings.TrimSpace(name) != "" {
			out.Name = name
		}
	}
	if year, ok := report.Pointer("/reportYear").In(r.Document); ok {
		out.Year, _ = h.scalar("/reportYear", year)
	}
	out.Name = cmp.Or(out.Name, h.html.Nameless)
	for _, severity := range severities {
		href := ""
		if i := slices.IndexFunc(r.Findings, func(f report.Finding) bool { return f.Severity == severity }); i >= 0 {
			href = h.anchor(r.Findings[i])
		}
		n := count(r.Findings, severity)
		out.Tally = append(out.Tally, htmlCount{string(severity), n, inflected(n, h.words.counts[severity]), href})
	}
	if out.Tally[0].Count > 0 && out.Steps != nil {
		out.Tally[0].Href = "#" + h.id + "left"
	}
	out.Notes = h.notes(r)
	var open, byHand []entry
	for _, n := range r.NotEvaluated {
		open = append(open, entry{n.Section, n.Rule, "", []spot{{n.Place, n.Within, h.wording.NotEvaluated(n), nil}}})
	}
	for _, m := range r.Manual {
		byHand = append(byHand, entry{m.Section, m.Rule, "", []spot{{m.Place, m.Within, h.wording.Manual(m), nil}}})
	}
	out.Open, out.ByHand = h.lists(open), h.lists(byHand)
	for _, list := range []struct {
		kind  string
		lists []htmlList
		n     int
		word  [2]string
	}{{"open", out.Open, len(open), h.words.unjudged}, {"by-hand", out.ByHand, len(byHand), h.words.forPeople}} {
		href := ""
		if list.n > 0 {
			href = "#" + h.id + list.kind
		}
		out.Tally = append(out.Tally, htmlCount{list.kind, list.n, inflected(list.n, list.word), href})
	}
	for _, id := range passed(r, h.catalog) {
		out.Passed = append(out.Passed, h.wording.Title(id))
	}
	return out
}

var severities = []report.Severity{report.Error, report.Warning, report.Info}

func count(findings []report.Finding, severity report.Severity) int {
	n := 0
	for _, f := range findings {
		if f.Severity == severity {
			n++
		}
	}
	return n
}

func (h *htmlWriter) anchor(f report.Finding) string { return "#" + h.findingID(f) }

func (h *htmlWriter) findingID(f report.Finding) string { return h.id + "f-" + f.Fingerprint }

func (h *htmlWriter) sectionID(section string) string {
	return h.id + "s-" + cmp.Or(section, "0")
}

// steps gathers the errors that nobody has answered for, section by section in the
// order of the template. What could not be judged may hide further ones.
func (h *htmlWriter) steps(r *report.Report) []htmlStep {
	var steps []htmlStep
	for _, of := range bySections(r.Findings) {
		var tasks []htmlTask
		errors := 0
		at := map[string]int{}
		for _, f := range of.findings {
			if f.Severity != report.Error || f.Status == report.Waived {
				continue
			}
			errors++
			i, known := at[f.Rule]
			if !known {
				i = len(tasks)
				at[f.Rule] = i
				tasks = append(tasks, htmlTask{Title: h.wording.Title(f.Rule)})
			}
			place := htmlLink{Text: h.partOf(f.Place, f.Within), Href: h.anchor(f)}
			if places := tasks[i].Places; len(places) > 0 && places[len(places)-1].Text == place.Text {
				place.Text = "" // shown as a further one of the same part
			}
			if f.Place.Start.Line > 0 {
				place.Note = fmt.Sprintf("%s %d", h.words.line, f.Place.Start.Line)
			}
			tasks[i].Places = append(tasks[i].Places, place)
		}
		if errors > 0 {
			steps = append(steps, htmlStep{
				Title: h.sectionTitle(of.section), Href: "#" + h.sectionID(of.section),
				Count: counted(errors, h.words.counts[report.Error]), Tasks: tasks,
			})
		}
	}
	unjudged := 0
	for _, n := range r.NotEvaluated {
		if n.Severity == report.Error {
			unjudged++
		}
	}
	if unjudged > 0 {
		steps = append(steps, htmlStep{
			Title: h.html.Decide, Href: "#" + h.id + "open", Count: counted(unjudged, h.words.unjudged),
		})
	}
	return steps
}

type sectionFindings struct {
	section  string
	findings []report.Finding
}

// bySections parts findings, which are sorted by section. What stands in no section
// and what concerns the supplier have the same heading.
func bySections(findings []report.Finding) []sectionFindings {
	var sections []sectionFindings
	for _, f := range findings {
		section := cmp.Or(f.Section, "0")
		if len(sections) == 0 || sections[len(sections)-1].section != section {
			sections = append(sections, sectionFindings{section: section})
		}
		last := &sections[len(sections)-1]
		last.findings = append(last.findings, f)
	}
	return sections
}

// partOf is what the part of the plan that a place lies in is called.
func (h *htmlWriter) partOf(place report.Place, within []report.Named) string {
	e := entry{places: []spot{{Place: place, within: within}}}
	if segments := e.part().Segments(); len(segments) > 0 {
		return cmp.Or(h.partTitle(e), segments[len(segments)-1])
	}
	return h.partTitle(e)
}

// sections is the plan with the findings at their fields.
func (h *htmlWriter) sections(r *report.Report) []htmlSection {
	var sections []htmlSection
	for _, of := range bySections(r.Findings) {
		section := htmlSection{ID: h.sectionID(of.section), Title: h.sectionTitle(of.section)}
		var counts []string
		for _, severity := range severities {
			if n := count(of.findings, severity); n > 0 {
				counts = append(counts, counted(n, h.words.counts[severity]))
			}
		}
		section.Count = strings.Join(counts, ", ")
		parts := map[report.Pointer]*htmlPart{}
		fields := map[report.Pointer]*htmlField{}
		for _, f := range of.findings {
			at := entry{places: []spot{{Place: f.Place, within: f.Within}}}.part()
			part := parts[at]
			if part == nil {
				part = &htmlPart{Title: h.partOf(f.Place, f.Within), Table: h.table(r, at)}
				if of.section == "0" && at == "" {
					part.Title = "" // the section's own heading says it
				}
				parts[at] = part
				section.Parts = append(section.Parts, part)
			}
			field := fields[f.Place.Pointer]
			if field == nil {
				field = &htmlField{Title: h.fieldTitle(f, at), Value: h.valueAt(r, f, at)}
				if f.Place.Start.Line > 0 {
					field.Line = fmt.Sprintf("%s %d", h.words.line, f.Place.Start.Line)
				}
				fields[f.Place.Pointer] = field
				part.Fields = append(part.Fields, field)
			}
			field.Findings = append(field.Findings, h.finding(f))
		}
		sections = append(sections, section)
	}
	return sections
}

func (h *htmlWriter) finding(f report.Finding) htmlFinding {
	message, action := h.wording.Finding(f)
	out := htmlFinding{
		ID: h.findingID(f), Severity: f.Severity, Label: sentence(h.words.counts[f.Severity][0]),
		Message: message, Action: action, Rule: f.Rule, Page: h.page(f.Rule), Status: h.status(f), Fix: h.fix(f),
	}
	for _, e := range f.Explanations {
		account := htmlAccount{
			For:     strings.Join(arguments(e.For, h.wording), " "),
			Against: strings.Join(arguments(e.Against, h.wording), " "),
		}
		if len(f.Explanations) > 1 || len(e.Corrections) > 1 {
			for _, c := range e.Corrections {
				account.Corrections = append(account.Corrections,
					fmt.Sprintf("%s (%s %d)", h.wording.Correction(f.Rule, c), h.words.line, c.Place.Start.Line))
			}
		}
		out.Accounts = append(out.Accounts, account)
	}
	for _, replaced := range f.Replaces {
		message, _ := h.wording.Finding(replaced)
		out.Replaces = append(out.Replaces,
			fmt.Sprintf("%s (%s %d, %s)", message, h.words.line, replaced.Place.Start.Line, replaced.Rule))
	}
	return out
}

// status says who has answered for a finding, empty where nobody has.
func (h *htmlWriter) status(f report.Finding) string {
	switch {
	case f.Status == report.Waived && f.Waiver != nil:
		return fmt.Sprintf(h.html.Waived, h.day(f.Waiver.LastDay), f.Waiver.ApprovedBy, f.Waiver.Reason)
	case f.Status == report.Known:
		return h.html.Known
	}
	return ""
}

func (h *htmlWriter) day(date string) string {
	day, err := h.wording.Value(date)
	if err != nil {
		return date
	}
	return day
}

// lists gathers questions and open points by section, the same one once.
func (h *htmlWriter) lists(entries []entry) []htmlList {
	var lists []htmlList
	section := "-"
	for _, e := range merge(entries, bySection) {
		if of := cmp.Or(e.section, "0"); of != section {
			section = of
			lists = append(lists, htmlList{Title: h.sectionTitle(section)})
		}
		item := htmlItem{Message: e.places[0].message, Rule: e.rule}
		for _, place := range e.places {
			item.Places = append(item.Places, h.placeName(place))
		}
		list := &lists[len(lists)-1]
		list.Items = append(list.Items, item)
	}
	return lists
}

func (h *htmlWriter) placeName(place spot) string {
	part := entry{places: []spot{place}}.part()
	var names []string
	if part != "" {
		names = append(names, h.partOf(place.Place, place.within))
	}
	if field := h.fieldLabels(place.Pointer, place.within, part); len(field) > 0 {
		names = append(names, field...)
	}
	if place.Start.Line > 0 {
		names = append(names, fmt.Sprintf("%s %d", h.words.line, place.Start.Line))
	}
	return strings.Join(slices.Compact(names), " › ")
}

// sentence writes a heading in capitals as a sentence.
func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + strings.ToLower(text[size:])
}
