package publish

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"io"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/audit"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

//go:embed html
var htmlFiles embed.FS

var htmlTemplate = template.Must(template.ParseFS(htmlFiles, "html/*.tmpl"))

// What the page shows. Texts are as people read them; the template escapes.
type (
	page struct {
		Language    catalog.Language
		Style       template.CSS
		Words       words
		Title       string
		Headline    string
		Verdict     report.Verdict // of the worst submission
		Interrupted bool
		Broken      []string
		Tally       []tally
		Missing     []said
		Linked      bool
		More        string
		Heads       []string
		Orders      []order
		Across      []acrossRule
		AcrossMore  string
		Families    []string
		Matrix      []matrixRow
		Worst       []ruleLine
		MoneyYears  []int
		Money       []moneyRow
		MoneyNotes  []string
		Spoken      []ruleLine // all rules that have said something
		ForAll      []ruleLine
		ForNone     []ruleLine
		WorkIntro   string
		Work        []workLine // what the dearest rules cost
		NotAsked    []notAsked
	}
	tally struct {
		Kind  string
		Count int
		Word  string
	}
	said struct {
		Severity         report.Severity
		Label, Who, Href string
		Message, Action  string
		Where, Beside    string
		Answer           string // who has answered for it, and why
	}
	order struct {
		ID, Title string
		Rows      []supplierRow
	}
	supplierRow struct {
		Name, File, Href, Outcome string
		Verdict                   report.Verdict
		Numbers                   []int
	}
	acrossRule struct {
		ID, Title string
		Findings  []said
	}
	matrixRow struct {
		Name, Href string
		Cells      []tally
	}
	ruleLine struct {
		Rule, Title, Label            string
		Severity                      report.Severity
		Submissions, Findings, Waived int
	}
	ruleTable struct {
		Words words
		Rows  []ruleLine
	}
	workLine struct{ Title, Rule, Expressions, Share string }
	moneyRow struct {
		Name  string
		Cells []moneyCell
	}
	moneyCell struct {
		Text  string
		Width string // in per cent of the largest, empty for none
	}
	notAsked struct {
		Title string
		Rules []ruleLine
	}
)

// How many lines the parts of the page have.
const (
	worstShown = 15
	workShown  = 15
	moneyShown = 25
)

// Table is what a table of rules needs.
func (p page) Table(rows []ruleLine) ruleTable { return ruleTable{p.Words, rows} }

// Page writes the page of the coordination office: who has handed in, what holds, what
// does not agree and what it costs. It needs nothing but itself and, for the links, the
// reports beside it.
func Page(w io.Writer, o *Overview, result *audit.Result, options Options) error {
	own, err := htmlFiles.ReadFile("html/audit.css")
	if err != nil {
		return err
	}
	p := pager{newTexts(result, options), result, options}
	shown := p.page(o)
	shown.Style = format.Style() + "\n" + template.CSS(own)
	var out bytes.Buffer
	if err := htmlTemplate.ExecuteTemplate(&out, "audit.tmpl", shown); err != nil {
		return err
	}
	_, err = io.WriteString(w, format.Harmless(out.String()))
	return err
}

type pager struct {
	texts
	result  *audit.Result
	options Options
}

func (p pager) page(o *Overview) page {
	shown := page{
		Language: p.options.Language, Words: p.words, Title: p.title(o), Headline: p.headline(o),
		Interrupted: p.result.Interrupted, Linked: p.options.Reports,
		Heads: []string{p.Errors, p.Warnings, p.NotEvaluated, p.Manual, p.AcrossShort},
	}
	for _, broken := range p.result.Broken {
		message, action := p.wording.Finding(broken)
		shown.Broken = append(shown.Broken, message+" "+action)
	}
	shown.Verdict = worst(o, p.result)
	for _, verdict := range verdicts {
		shown.Tally = append(shown.Tally, tally{string(verdict), o.Verdicts[verdict], strings.ToLower(format.Outcome(verdict, p.options.Language))})
	}
	if p.result.HasRegister {
		shown.Tally = append(shown.Tally, tally{"error", missing(o), p.NotHandedIn})
	}
	for _, f := range o.Register {
		shown.Missing = append(shown.Missing, p.said(f))
	}
	if o.Left > 0 {
		shown.More = fmt.Sprintf(p.More, len(o.Rows), o.Left)
	}
	for _, by := range []struct {
		id, title string
		order     func(a, b row) int
	}{{"by-name", p.ByName, byName}, {"by-errors", p.ByErrors, byErrors}, {"by-verdict", p.ByVerdict, byVerdict}} {
		rows := slices.Clone(o.Rows)
		slices.SortStableFunc(rows, by.order)
		shown.Orders = append(shown.Orders, order{by.id, by.title, p.rows(rows)})
	}
	shown.Across = p.across(o)
	if o.AcrossLeft > 0 {
		shown.AcrossMore = fmt.Sprintf(p.AcrossMore, o.AcrossLeft)
	}
	families, matrix := p.matrix(o)
	shown.Matrix = matrix
	for _, name := range families {
		shown.Families = append(shown.Families, cmp.Or(p.Families[name], name))
	}
	shown.Spoken, shown.ForAll, shown.ForNone = p.health(o)
	shown.WorkIntro, shown.Work = p.work()
	shown.Worst = shown.Spoken[:min(len(shown.Spoken), worstShown)]
	var left int
	if shown.MoneyYears, shown.Money, left = p.money(); left > 0 {
		shown.MoneyNotes = append(shown.MoneyNotes, fmt.Sprintf(p.MoneyMore, len(shown.Money)-1, left))
	}
	if o.Rules["register/twice"] != nil {
		shown.MoneyNotes = append(shown.MoneyNotes, p.MoneyTwice)
	}
	lacking := p.result.NotAsked()
	for _, need := range []struct {
		of    catalog.Need
		title string
	}{{catalog.Register, p.NoRegister}, {catalog.Previous, p.NoPrevious}} {
		if len(lacking[need.of]) == 0 {
			continue
		}
		part := notAsked{Title: need.title}
		for _, id := range lacking[need.of] {
			part.Rules = append(part.Rules, p.rule(id, &ruleCount{}))
		}
		shown.NotAsked = append(shown.NotAsked, part)
	}
	return shown
}

// missing counts the suppliers that have not handed in.
func missing(o *Overview) int {
	n := 0
	for _, f := range o.Register {
		if isMissing(f) {
			n++
		}
	}
	return n
}

func (p pager) title(o *Overview) string {
	years := make([]string, len(o.Years))
	for i, year := range o.Years {
		years[i] = fmt.Sprint(year)
	}
	return strings.TrimSpace(p.Title + " " + strings.Join(years, ", "))
}

func (p pager) href(s audit.Source) string {
	if !p.options.Reports || s.Role != audit.Current {
		return ""
	}
	return "reports/" + url.PathEscape(fileName(s)) + ".html"
}

func (p pager) said(f audit.Finding) said {
	message, action := p.wording.Finding(f.Finding)
	var beside []string
	for _, e := range f.Beside {
		if e.From.Role != audit.Registered {
			beside = append(beside, where(e.From, e.Place))
		}
	}
	return said{
		Severity: f.Severity, Label: p.Severities[string(f.Severity)], Who: row{Source: f.On}.called(), Href: p.href(f.On),
		Message: message, Action: action, Where: where(f.On, f.Place), Beside: strings.Join(beside, "; "),
		Answer: format.Answer(f.Finding, p.result.Catalog(), p.options.Language),
	}
}

func (p pager) rows(rows []row) []supplierRow {
	var shown []supplierRow
	for _, r := range rows {
		name := cmp.Or(r.SupplierName, r.Supplier, p.Nameless)
		if r.Year != 0 {
			name += fmt.Sprintf(" %d", r.Year)
		}
		shown = append(shown, supplierRow{
			Name: name, File: r.Name, Href: p.href(r.Source), Verdict: r.Verdict,
			Outcome: format.Outcome(r.Verdict, p.options.Language),
			Numbers: []int{r.Summary.Errors, r.Summary.Warnings, r.Summary.NotEvaluated, r.Summary.Manual, r.Across},
		})
	}
	return shown
}

func (p pager) across(o *Overview) []acrossRule {
	byRule := map[string][]said{}
	for _, f := range o.Across {
		byRule[f.Rule] = append(byRule[f.Rule], p.said(f))
	}
	var shown []acrossRule
	for _, id := range slices.Sorted(maps.Keys(byRule)) {
		shown = append(shown, acrossRule{strings.ReplaceAll(id, "/", "-"), p.wording.Title(id), byRule[id]})
	}
	slices.SortStableFunc(shown, func(a, b acrossRule) int {
		return cmp.Compare(b.Findings[0].Severity.Weight(), a.Findings[0].Severity.Weight())
	})
	return shown
}

func (p pager) matrix(o *Overview) (families []string, rows []matrixRow) {
	names := map[string]bool{}
	for _, r := range o.Rows {
		for name := range r.Families {
			names[name] = true
		}
	}
	families = slices.Sorted(maps.Keys(names))
	sorted := slices.Clone(o.Rows)
	slices.SortStableFunc(sorted, byErrors)
	for _, r := range sorted[:min(len(sorted), submissionsShown)] {
		if len(families) == 0 {
			break
		}
		line := matrixRow{Name: r.called(), Href: p.href(r.Source)}
		for _, name := range families {
			kind := "none"
			switch n := r.Families[name]; {
			case n >= 10:
				kind = "many"
			case n > 0:
				kind = "few"
			}
			line.Cells = append(line.Cells, tally{Kind: kind, Count: r.Families[name]})
		}
		rows = append(rows, line)
	}
	return families, rows
}

func (p pager) rule(id string, count *ruleCount) ruleLine {
	severity := report.Info
	if rule := p.result.Catalog().Rule(id); rule != nil {
		severity = rule.Severity
	}
	return ruleLine{
		Rule: id, Title: p.wording.Title(id), Severity: severity, Label: p.Severities[string(severity)],
		Submissions: count.Submissions, Findings: count.Findings, Waived: count.Waived,
	}
}

// health tells how often the rules speak, those that speak of most plans first, and which
// speak of all plans or of none. A rule that was not asked is neither.
func (p pager) health(o *Overview) (spoken, forAll, forNone []ruleLine) {
	var notAsked []string
	for _, rules := range maps.All(p.result.NotAsked()) {
		notAsked = append(notAsked, rules...)
	}
	for _, id := range p.result.Catalog().IDs() {
		count := o.Rules[id]
		stage := p.result.Catalog().Rule(id).Stage
		switch {
		case count == nil:
			if rule := p.result.Catalog().Rule(id); (stage == report.Policy || stage == report.Audit) && rule.Kind != catalog.ByHand && !slices.Contains(notAsked, id) {
				forNone = append(forNone, p.rule(id, &ruleCount{}))
			}
			continue
		case count.Submissions == o.Submissions && o.Submissions > 1:
			forAll = append(forAll, p.rule(id, count))
		}
		spoken = append(spoken, p.rule(id, count))
	}
	slices.SortStableFunc(spoken, func(a, b ruleLine) int {
		return cmp.Or(cmp.Compare(b.Submissions, a.Submissions), cmp.Compare(b.Severity.Weight(), a.Severity.Weight()), cmp.Compare(b.Findings, a.Findings))
	})
	return spoken, forAll, forNone
}

// work is what the rules share costs, and then what the dearest rules do.
func (p pager) work() (intro string, lines []workLine) {
	var total, shared int
	var rules []string
	for _, name := range slices.Sorted(maps.Keys(p.result.Work)) {
		n := p.result.Work[name]
		if total += n; p.result.Catalog().Rule(name) == nil {
			shared += n
		} else {
			rules = append(rules, name)
		}
	}
	if total == 0 {
		return "", nil
	}
	slices.SortStableFunc(rules, func(a, b string) int { return cmp.Compare(p.result.Work[b], p.result.Work[a]) })
	line := func(title, rule string, n int) {
		lines = append(lines, workLine{title, rule, p.wording.Number(fmt.Sprint(n)), p.tenths((2000*n+total)/(2*total)) + "\u00a0%"})
	}
	line(p.Shared, "", shared)
	for _, rule := range rules[:min(len(rules), workShown)] {
		line(p.wording.Title(rule), rule, p.result.Work[rule])
	}
	return fmt.Sprintf(p.DearestIntro, p.result.Measured, len(lines)-1, len(rules)), lines
}

// money is what each service costs, management and development together, and how many
// services are left out.
func (p pager) money() (years []int, rows []moneyRow, left int) {
	type service struct {
		id, name string
		byYear   map[int]int64
		largest  int64
	}
	services := map[string]*service{}
	for _, t := range p.result.Totals {
		s := services[t.Service]
		if s == nil {
			s = &service{id: t.Service, name: t.Name, byYear: map[int]int64{}}
			services[t.Service] = s
		}
		for _, columns := range t.Sums {
			for _, amount := range columns {
				s.byYear[t.Year] += amount
			}
		}
		if !slices.Contains(years, t.Year) {
			years = append(years, t.Year)
		}
	}
	slices.Sort(years)
	var all []*service
	for _, id := range slices.Sorted(maps.Keys(services)) {
		s := services[id]
		for _, amount := range s.byYear {
			s.largest = max(s.largest, amount)
		}
		all = append(all, s)
	}
	slices.SortStableFunc(all, func(a, b *service) int { return cmp.Compare(b.largest, a.largest) })
	left = max(0, len(all)-moneyShown)
	all = all[:len(all)-left]
	sums := service{name: p.AllServices, byYear: map[int]int64{}}
	for _, s := range all {
		line := moneyRow{Name: s.name}
		for _, year := range years {
			amount, stated := s.byYear[year]
			sums.byYear[year] += amount
			cell := moneyCell{Text: "–"}
			if stated {
				cell.Text = p.millions(amount)
				if amount > 0 && all[0].largest > 0 {
					cell.Width = fmt.Sprintf("%.1f", 100*float64(amount)/float64(all[0].largest))
				}
			}
			line.Cells = append(line.Cells, cell)
		}
		rows = append(rows, line)
	}
	if len(rows) > 1 {
		line := moneyRow{Name: sums.name}
		for _, year := range years {
			line.Cells = append(line.Cells, moneyCell{Text: p.millions(sums.byYear[year])})
		}
		rows = append(rows, line)
	}
	return years, rows, left
}

// millions writes kronor as millions with one decimal, rounded half away from zero.
func (p pager) millions(kronor int64) string {
	if kronor < 0 {
		return "−" + p.millions(-kronor)
	}
	return p.tenths(int((kronor + 50_000) / 100_000))
}

func (p pager) tenths(n int) string { return p.wording.Number(fmt.Sprintf("%d.%d", n/10, n%10)) }
