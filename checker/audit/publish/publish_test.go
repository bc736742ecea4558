package publish

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/xuri/excelize/v2"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/audit"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/schemas"
)

var rules = sync.OnceValues(func() (*checker.Checker, error) { return checker.Load() })

// plan is a submission of a test.
type plan struct{ name, text string }

// sound is the sound plan, with some texts replaced by others.
func sound(t testing.TB, replace ...string) string {
	t.Helper()
	text, err := os.ReadFile("../../../testdata/submissions/sound.json")
	if err != nil {
		t.Fatal(err)
	}
	plan := string(text)
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(plan, replace[i]) {
			t.Fatalf("the sound plan does not hold %q", replace[i])
		}
		plan = strings.ReplaceAll(plan, replace[i], replace[i+1])
	}
	return plan
}

// empty is a plan that can be read, with hardly anything in it. The supplier and the
// service are named as they are given.
func empty(supplier, name, service string) string {
	return fmt.Sprintf(`{"profile": "goteborg-2024", "reportYear": 2024, "submittedOn": "2023-03-31",
"supplier": {"id": %q, "name": %q, "services": [{"id": "tjanst-%s", "name": %q, "kind": "base"}]}}`, supplier, name, supplier, service)
}

// wounded are four suppliers: one sound, one with a wrong budget, one that has hardly
// written anything, and one that cannot be read.
func wounded(t testing.TB) []plan {
	return []plan{
		{"a.json", sound(t)},
		{"b.json", sound(t, `"digital-vardag"`, `"namnd-b"`, "Nämnden för digital vardag", "Nämnden B", `"budget": 14200`, `"budget": 41200`)},
		{"c.json", empty("namnd-c", "Nämnden C", "Kartan")},
		{"d.json", "{"},
	}
}

const fiveSuppliers = `{reportYear: 2024, lastDay: "2023-03-31", suppliers: [
{id: digital-vardag, name: Nämnden för digital vardag, services: []}, {id: namnd-b, name: Nämnden B, services: []},
{id: namnd-c, name: Nämnden C, services: []}, {id: namnd-e, name: Nämnden E, services: [{id: vagn, name: Vagnparken}]}]}`

// audited is what an audit of plans comes to. It is broken off when so many of them have
// been checked, if that is not 0.
func audited(t testing.TB, plans []plan, register string, until int) *audit.Result {
	t.Helper()
	c, err := rules()
	if err != nil {
		t.Fatal(err)
	}
	items := func(yield func(audit.Item) bool) {
		for _, p := range plans {
			if !yield(audit.Item{Name: p.name, Read: func() ([]byte, error) { return []byte(p.text), nil }}) {
				return
			}
		}
	}
	var listed *audit.Register
	if register != "" {
		if listed, err = audit.ParseRegister([]byte(register)); err != nil {
			t.Fatal(err)
		}
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	options := audit.Options{
		Rules: func() (*checker.Checker, error) { return c, nil }, RulesDigest: c.RulesDigest(), Jobs: 1,
		Progress: func(p audit.Progress) {
			if p.Done == until {
				stop()
			}
		},
	}
	options.Page, options.PageIs = Report(catalog.Swedish)
	result, err := audit.Run(ctx, items, nil, listed, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := result.Close(); err != nil {
			t.Error(err)
		}
	})
	return result
}

// written is what is written of an audit, by name.
func written(t testing.TB, folder string, result *audit.Result, options Options) map[string]string {
	t.Helper()
	if options.Language == "" {
		options.Language = catalog.Swedish
	}
	options.Folder = folder
	if _, err := Files(result, options); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	if err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		relative, _ := filepath.Rel(folder, name)
		files[filepath.ToSlash(relative)] = string(text)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return files
}

// element is a part of a page.
type element struct {
	Name     xml.Name
	Attrs    []xml.Attr
	Children []element
	Text     string // of all that is in it
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (e element) each(f func(element)) {
	f(e)
	for _, child := range e.Children {
		child.each(f)
	}
}

// find returns the parts with a name and, unless that is empty, an id.
func (e element) find(name, id string) []element {
	var found []element
	e.each(func(part element) {
		if part.Name.Local == name && (id == "" || part.attr("id") == id || part.attr("aria-labelledby") == id) {
			found = append(found, part)
		}
	})
	return found
}

func (e *element) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	e.Name, e.Attrs = start.Name, start.Attr
	for {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			var child element
			if err := child.UnmarshalXML(d, token); err != nil {
				return err
			}
			e.Children = append(e.Children, child)
			e.Text += child.Text
		case xml.CharData:
			e.Text += string(token)
		case xml.EndElement:
			return nil
		}
	}
}

// parsed holds a page to XML, which is stricter than HTML, and to needing nobody else.
func parsed(t testing.TB, files map[string]string) element {
	t.Helper()
	var page element
	if err := xml.NewDecoder(strings.NewReader(files["index.html"])).Decode(&page); err != nil {
		t.Fatalf("the page is not well formed: %v", err)
	}
	ids := map[string]bool{}
	page.each(func(e element) {
		if id := e.attr("id"); id != "" {
			if ids[id] {
				t.Errorf("two parts have the id %q", id)
			}
			ids[id] = true
		}
	})
	page.each(func(e element) {
		switch e.Name.Local {
		case "script", "link", "img", "iframe", "object", "embed", "form", "base":
			t.Errorf("the page has an element %s", e.Name.Local)
		}
		for _, a := range e.Attrs {
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "src" || a.Name.Local == "style" {
				t.Errorf("the page has an attribute %s", a.Name.Local)
			}
		}
		for _, id := range strings.Fields(e.attr("aria-labelledby")) {
			if !ids[id] {
				t.Errorf("nothing is called %q", id)
			}
		}
		if href := e.attr("href"); strings.HasPrefix(href, "#") {
			if !ids[href[1:]] {
				t.Errorf("the link %s has no goal", href)
			}
		} else if href != "" {
			name, err := url.PathUnescape(href)
			if _, there := files[name]; err != nil || !there {
				t.Errorf("the link %s leads to no file", href)
			}
		}
	})
	return page
}

func says(t testing.TB, what, text string, parts ...string) {
	t.Helper()
	plain := strings.Join(strings.Fields(text), " ")
	for _, part := range parts {
		if !strings.Contains(plain, part) {
			t.Errorf("%s does not say %q:\n%s", what, part, text)
		}
	}
}

func silent(t testing.TB, what, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if strings.Contains(text, part) {
			t.Errorf("%s says %q:\n%s", what, part, text)
		}
	}
}

func TestFolderIsWhole(t *testing.T) {
	result := audited(t, wounded(t), fiveSuppliers, 0)
	files := written(t, t.TempDir(), result, Options{Reports: true})
	want := []string{
		"audit.json", "audit.xlsx", "findings.jsonl", "index.html",
		"letters/0000-saknas-1.txt", "letters/0001-digital-vardag-2024.txt", "letters/0002-namnd-b-2024.txt",
		"letters/0003-namnd-c-2024.txt", "letters/0004-underlag.txt",
		"reports/0001-digital-vardag-2024.html", "reports/0002-namnd-b-2024.html",
		"reports/0003-namnd-c-2024.html", "reports/0004-underlag.html",
	}
	if got := slices.Sorted(maps.Keys(files)); !slices.Equal(got, want) {
		t.Errorf("the folder holds\n%q, wanted\n%q", got, want)
	}
	if again := written(t, t.TempDir(), result, Options{Reports: true}); !maps.Equal(again, files) {
		t.Error("written a second time it is not the same bytes")
	}
	for name, page := range files {
		if strings.HasPrefix(name, "reports/") && !strings.Contains(page, "</html>") {
			t.Errorf("%s is no page", name)
		}
	}
}

func TestPageOfAnAudit(t *testing.T) {
	result := audited(t, wounded(t), fiveSuppliers, 0)
	page := parsed(t, written(t, t.TempDir(), result, Options{Reports: true}))
	counts := map[report.Verdict]int{}
	findings := map[string]int{}
	var first audit.Entry
	if err := result.Each(func(e audit.Entry) error {
		counts[e.Report.Verdict]++
		for _, f := range e.Report.Findings {
			findings[f.Rule]++
		}
		for _, f := range e.Across {
			findings[f.Rule]++
		}
		if e.Number == 2 {
			first = e
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if first.Report.Summary.Errors == 0 || len(counts) < 3 {
		t.Fatalf("the plans are not wounded: %v", counts)
	}
	tally := page.find("ul", "")[0].Children
	if len(tally) != len(verdicts)+1 {
		t.Fatalf("the tally has %d parts", len(tally))
	}
	for i, verdict := range verdicts {
		if got := tally[i].Children[0].Text; got != strconv.Itoa(counts[verdict]) {
			t.Errorf("%s: %s, wanted %d", verdict, got, counts[verdict])
		}
	}
	says(t, "the tally", tally[len(verdicts)].Text, "1 har inte lämnat in")
	says(t, "the page", page.find("section", "missing")[0].Text, "Nämnden E har inte lämnat in någon plan för 2024 som gick att läsa. 1 underlag kunde inte läsas, och planen kan vara ett av dem.")

	// Each order has all suppliers, in its order.
	order := func(id string) (names []string, errs []int) {
		for _, tr := range page.find("section", id)[0].find("tr", "")[1:] {
			names = append(names, tr.find("a", "")[0].Text)
			n, err := strconv.Atoi(tr.find("td", "")[1].Text)
			if err != nil {
				t.Fatal(err)
			}
			errs = append(errs, n)
		}
		return names, errs
	}
	names, _ := order("by-name")
	if want := []string{"Nämnden B 2024", "Nämnden C 2024", "Nämnden för digital vardag 2024", "Utan namn"}; !slices.Equal(slices.Sorted(slices.Values(names)), want) {
		t.Errorf("the suppliers are %q", names)
	}
	if _, errs := order("by-errors"); !slices.IsSortedFunc(errs, func(a, b int) int { return b - a }) || errs[0] == errs[3] {
		t.Errorf("by errors they have %v", errs)
	}

	// The matrix counts what the reports hold, by number and not by colour alone.
	sum := 0
	for _, cell := range page.find("section", "matrix")[0].find("td", "") {
		n, err := strconv.Atoi(cell.Text)
		if err != nil {
			t.Fatalf("a cell of the matrix holds %q", cell.Text)
		}
		sum += n
	}
	want := 0
	if err := result.Each(func(e audit.Entry) error {
		for _, f := range append(slices.Clone(e.Report.Findings), bare(e.Across)...) {
			if f.Status != report.Waived && f.Severity != report.Info {
				want++
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if sum != want || sum == 0 {
		t.Errorf("the matrix counts %d findings of %d", sum, want)
	}

	// Every rule that has spoken is counted, and none that was not asked is called silent.
	health := page.find("section", "health")[0]
	spoken := map[string]string{}
	for _, tr := range health.find("tr", "")[1:] {
		spoken[tr.find("span", "")[0].Text] = tr.find("td", "")[2].Text
	}
	for rule, n := range findings {
		if spoken[rule] != strconv.Itoa(n) {
			t.Errorf("%s has spoken %s times, not %d", rule, spoken[rule], n)
		}
	}
	details := health.find("details", "")
	never := details[len(details)-1].Text
	for need, ids := range result.NotAsked() {
		for _, id := range ids {
			silent(t, "what says nothing of any plan", never, id)
			says(t, "what was not asked for want of "+string(need), page.find("section", "not-asked")[0].Text, id)
		}
	}
	if len(result.NotAsked()) == 0 {
		t.Error("all rules were asked")
	}
}

func bare(across []audit.Finding) (list []report.Finding) {
	for _, f := range across {
		list = append(list, f.Finding)
	}
	return list
}

func TestPageShowsMoney(t *testing.T) {
	services := ""
	rows := ""
	for i := range 30 {
		services += fmt.Sprintf(`,{"id": "t%d", "name": "Tjänst %d", "kind": "base"}`, i, i)
		rows += fmt.Sprintf(`,{"service": "t%d", "budget": %d}`, i, 1000*(i+1))
	}
	text := fmt.Sprintf(`{"profile": "goteborg-2024", "reportYear": 2024, "submittedOn": "2023-03-31",
"supplier": {"id": "namnd-a", "name": "Nämnden A", "services": [%s]},
"costs": {"management": {"unit": "tkr", "rows": [%s], "totals": {}}}}`, services[1:], rows[1:])
	page := parsed(t, written(t, t.TempDir(), audited(t, []plan{{"a.json", text}}, "", 0), Options{}))
	money := page.find("section", "money")[0]
	lines := money.find("tr", "")[1:]
	if len(lines) != moneyShown+1 {
		t.Fatalf("%d services are shown", len(lines)-1)
	}
	last := ""
	for i, line := range lines[:moneyShown] {
		cell := line.find("td", "")[0]
		if want := fmt.Sprintf("%d,0", 30-i); strings.TrimSpace(cell.Text) != want {
			t.Errorf("line %d is %q, wanted %s", i, cell.Text, want)
		}
		if bar := cell.find("rect", "")[0].attr("width"); i == 0 && bar != "100.0" || bar == last {
			t.Errorf("the bar of line %d is %q wide", i, bar)
		} else {
			last = bar
		}
	}
	// Of 30 services of 1 to 30 million, the 25 largest.
	says(t, "the sum", lines[moneyShown].Text, "Alla tjänster som visas", "450,0")
	says(t, "the page", money.Text, "Här står de 25 största tjänsterna. Ytterligare 5 finns i audit.xlsx.")
	silent(t, "the page", money.Text, "medräknade")

	twice := []plan{{"a.json", sound(t)}, {"b.json", sound(t, `"submittedOn": "2023-03-31"`, `"submittedOn": "2023-03-30"`)}}
	page = parsed(t, written(t, t.TempDir(), audited(t, twice, "", 0), Options{}))
	says(t, "the page", page.find("section", "money")[0].Text, "Alla är medräknade, så summorna kan vara för stora.")
}

func TestPageOfMany(t *testing.T) {
	o := &Overview{Verdicts: map[report.Verdict]int{}, Rules: map[string]*ruleCount{}}
	for i := range 1700 {
		r := &report.Report{Verdict: report.Rejected}
		r.Summary.Errors = i % 600
		o.add(audit.Entry{Source: audit.Source{Role: audit.Current, Number: i + 1, Name: fmt.Sprintf("%d.json", i)}, Report: r})
		if len(o.Rows) >= 2*submissionsShown {
			t.Fatalf("%d rows are held", len(o.Rows))
		}
	}
	o.trim()
	if len(o.Rows) != submissionsShown || o.Left != 1200 || o.Submissions != 1700 {
		t.Fatalf("%d rows, %d left of %d", len(o.Rows), o.Left, o.Submissions)
	}
	// Twice 500 to 599 errors, and three times 400 to 499.
	if least := o.Rows[len(o.Rows)-1].Summary.Errors; least != 400 {
		t.Errorf("the last that is shown has %d errors", least)
	}
	result := audited(t, []plan{{"a.json", sound(t)}}, "", 0)
	var out bytes.Buffer
	if err := Page(&out, o, result, Options{Language: catalog.Swedish}); err != nil {
		t.Fatal(err)
	}
	page := parsed(t, map[string]string{"index.html": out.String()})
	says(t, "the page", page.find("section", "suppliers")[0].Text, "Här står de 500 med flest fel. Ytterligare 1200 underlag finns i audit.json och audit.xlsx.")
}

func TestWorkbookCanBeFiltered(t *testing.T) {
	result := audited(t, wounded(t), fiveSuppliers, 0)
	folder := t.TempDir()
	written(t, folder, result, Options{})
	name := filepath.Join(folder, "audit.xlsx")
	book, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	// excelize does not tell of filters, so the sheets are read as they are.
	archive, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	filter := regexp.MustCompile(`<autoFilter ref="\$A\$1:\$([A-Z]+)\$([0-9]+)"`)
	for i, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		file, err := archive.Open(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1))
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(file)
		if err != nil {
			t.Fatal(err)
		}
		got := filter.FindSubmatch(text)
		last, _ := excelize.ColumnNumberToName(len(rows[0]))
		if got == nil || string(got[1]) != last || string(got[2]) != strconv.Itoa(len(rows)) || len(rows) < 2 {
			t.Errorf("%s has the filter %s, but %d rows to column %s", sheet, got, len(rows), last)
		}
	}
	if shown, err := book.GetCellValue("Belopp", "F2"); err != nil || !strings.Contains(shown, ",") {
		t.Errorf("the amount is shown as %q: %v", shown, err)
	}
}

// A cell says what the text said, whatever a spreadsheet would read into it.
func TestCellsHoldTexts(t *testing.T) {
	long := strings.Repeat("😀", excelize.TotalCellChars)
	for text, want := range map[string]string{
		"<a> & \"b\"":          "<a> & \"b\"",
		"  two\nlines\t":       "  two lines ",
		"_x0041_ and _x005F_x": "_x0041_ and _x005F_x",
		"\xff\x00":             format.Inert("\xff\x00"),
		"=1+1":                 "'=1+1",
		long:                   long[:excelize.TotalCellChars/2*len("😀")],
	} {
		b, err := newWorkbook(audited(t, []plan{{"a.json", sound(t)}}, "", 0), Options{Language: catalog.Swedish})
		if err != nil {
			t.Fatal(err)
		}
		defer b.close()
		var out bytes.Buffer
		if err := errors.Join(b.findings.add("", text, 7, kronor(-1234567)), b.write(&out)); err != nil {
			t.Fatal(err)
		}
		book, err := excelize.OpenReader(&out)
		if err != nil {
			t.Fatal(err)
		}
		defer book.Close()
		rows, err := book.GetRows("Anmärkningar")
		if err != nil || len(rows) != 2 || !slices.Equal(rows[1], []string{"", want, "7", "-1,234,567"}) {
			t.Errorf("of %.20q came %.40q: %v", text, rows, err)
		}
	}
}

func TestWorkbookSaysWhatIsLeftOut(t *testing.T) {
	result := audited(t, wounded(t), "", 0)
	b, err := newWorkbook(result, Options{Language: catalog.Swedish})
	if err != nil {
		t.Fatal(err)
	}
	defer b.close()
	b.rows = 4
	if err := result.Each(b.submission); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := b.write(&out); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("Anmärkningar")
	if err != nil || len(rows) != 5 || rows[4][0] != wordsIn[catalog.Swedish].RowsLeft || rows[3][0] == rows[4][0] {
		t.Errorf("the sheet holds %q: %v", rows, err)
	}
}

func TestDataFitsItsSchema(t *testing.T) {
	plans := append(wounded(t), plan{"long.json", empty("namnd-l", strings.Repeat("lång ", 500_000), "Kartan")})
	result := audited(t, plans, fiveSuppliers, 0)
	files := written(t, t.TempDir(), result, Options{})
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("audit.json", bytes.NewReader(schemas.Audit)); err != nil {
		t.Fatal(err)
	}
	fits := func(part, text string) {
		t.Helper()
		var document any
		if err := json.Unmarshal([]byte(text), &document); err != nil {
			t.Fatal(err)
		}
		if err := compiler.MustCompile("audit.json" + part).Validate(document); err != nil {
			t.Errorf("%#v", err)
		}
	}
	fits("", files["audit.json"])
	said := 0
	for text := range strings.Lines(files["findings.jsonl"]) {
		fits("#/$defs/line", text)
		var line struct {
			NotJudged bool
			Finding   struct{ Replaces []any }
		}
		if err := json.Unmarshal([]byte(text), &line); err != nil {
			t.Fatal(err)
		}
		if !line.NotJudged {
			said += 1 + len(line.Finding.Replaces)
		}
	}
	var whole struct {
		Submissions int
		Audited     []struct{ Name string }
		Rules       map[string]struct{ Findings int }
	}
	if err := json.Unmarshal([]byte(files["audit.json"]), &whole); err != nil {
		t.Fatal(err)
	}
	if whole.Submissions != 5 || len(whole.Audited) != 5 || whole.Audited[4].Name != "long.json" {
		t.Errorf("%d submissions, of which %d are listed", whole.Submissions, len(whole.Audited))
	}
	counted := 0
	for _, rule := range whole.Rules {
		counted += rule.Findings
	}
	if counted != said || counted == 0 {
		t.Errorf("%d findings are counted, but there are %d in the lines", counted, said)
	}
}

func TestLettersSayWhatToMend(t *testing.T) {
	plans := append(wounded(t), plan{"e.json", empty("namnd-e", "Nämnden E", "Vagnparken")})
	plans[0].text = sound(t, `"digital-vardag"`, `"namnd-a"`)
	register := strings.ReplaceAll(fiveSuppliers, "digital-vardag,", "namnd-f,")
	files := written(t, t.TempDir(), audited(t, plans, register, 0), Options{Reports: true})
	letter := files["letters/0002-namnd-b-2024.txt"]
	says(t, "the letter", letter, "Hej!", "Vi har granskat b.json från Nämnden B.", "Det här behöver rättas", "Gör så här:", "(rad ", "Vänliga hälsningar", "I den bifogade rapporten")
	for line := range strings.Lines(letter) {
		if len([]rune(strings.TrimRight(line, "\n"))) > 90 {
			t.Errorf("the line %q is long", line)
		}
	}
	if strings.Index(letter, "behöver rättas") > strings.Index(letter, "stämmer inte med andra") {
		t.Errorf("the errors do not come first:\n%s", letter)
	}
	amount := regexp.MustCompile(`[0-9]\n\s*[0-9]`)
	for name, text := range files {
		if strings.HasPrefix(name, "letters/") && amount.MatchString(text) {
			t.Errorf("an amount is broken in %s:\n%s", name, text)
		}
	}
	says(t, "the reminder", files["letters/0000-saknas-1.txt"], "Nämnden för digital vardag har inte lämnat in någon plan för 2024 som gick att läsa.", "Skicka in planen", "Vänliga hälsningar")
	files = written(t, t.TempDir(), audited(t, plans, register, 0), Options{})
	silent(t, "a letter without a report", files["letters/0002-namnd-b-2024.txt"], "bifogade")
}

// Praise is for what was judged and holds.
func TestLettersThank(t *testing.T) {
	result := audited(t, []plan{{"a.json", sound(t)}}, "", 0)
	l, err := newLetters(t.TempDir(), result, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := result.Each(func(e audit.Entry) error {
		says(t, "the letter", l.letter(e), "Tack för en väl genomarbetad plan.")
		e.Report.Verdict, e.Report.Summary.NotEvaluated = report.Undecided, 3
		says(t, "the letter", l.letter(e), "vi kan inte säga att planen är klar", "3 punkter kunde inte prövas")
		silent(t, "the letter", l.letter(e), "väl genomarbetad", "inte göra något mer")
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// Nobody gets what an earlier audit wrote, and what is not ours is left alone.
func TestOldFilesAreCleared(t *testing.T) {
	folder := t.TempDir()
	first := written(t, folder, audited(t, wounded(t)[:2], fiveSuppliers, 0), Options{Reports: true})
	if first["letters/0000-saknas-1.txt"] == "" || first["letters/0000-saknas-2.txt"] == "" {
		t.Fatal("nobody is reminded")
	}
	for _, name := range []string{"letters/0001 svar.txt", "letters/anteckningar.txt", "reports/0001-x.pdf"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	later := []plan{{"e.json", empty("namnd-e", "Nämnden E", "Vagnparken")}, wounded(t)[0]}
	second := written(t, folder, audited(t, later, fiveSuppliers, 0), Options{Reports: true})
	alone := written(t, t.TempDir(), audited(t, later, fiveSuppliers, 0), Options{Reports: true})
	for _, name := range []string{"letters/0001 svar.txt", "letters/anteckningar.txt", "reports/0001-x.pdf"} {
		if _, there := second[name]; !there {
			t.Errorf("%s is gone", name)
		}
		delete(second, name)
	}
	if !maps.Equal(second, alone) {
		t.Errorf("the folder holds %q, wanted %q", slices.Sorted(maps.Keys(second)), slices.Sorted(maps.Keys(alone)))
	}
	// What an interrupted audit did not come to may still hold.
	third := written(t, folder, audited(t, later, fiveSuppliers, 1), Options{Reports: true})
	for name := range second {
		if _, there := third[name]; !there {
			t.Errorf("%s is gone", name)
		}
	}
}

// Whoever an interrupted audit did not come to is not said to be missing.
func TestInterruptedAuditRemindsNobody(t *testing.T) {
	result := audited(t, wounded(t), fiveSuppliers, 1)
	if !result.Interrupted || result.Submissions != 1 {
		t.Fatalf("%d submissions were audited", result.Submissions)
	}
	files := written(t, t.TempDir(), result, Options{})
	for name, text := range files {
		if strings.Contains(name, "saknas") {
			t.Errorf("%s is written", name)
		}
		if !strings.HasSuffix(name, ".xlsx") {
			silent(t, name, text, "har inte lämnat in någon plan")
		}
	}
	page := parsed(t, files)
	says(t, "the page", page.Text, "Granskningen avbröts", "0 har inte lämnat in", "planen kan vara bland dem som återstår")
}

// What a plan is called is a text, and leads nowhere.
func TestNamesAreTexts(t *testing.T) {
	hostile := []string{`=cmd|' /C calc'!A0`, "+1+1", "-2+3", "@SUM(A1)", "\t=1", "<script>alert(1)</script>", "../../etc/passwd", "\u202egnp.exe", "&lt;b&gt;"}
	var plans []plan
	for i, name := range hostile {
		plans = append(plans, plan{name + ".json", empty(fmt.Sprintf("namnd-%d", i), strings.ReplaceAll(name, `\`, ""), name)})
	}
	plans = append(plans, plan{"../x.json", empty("../../x", "X", "X")}, plan{"..", empty("..", "Y", "Y")}, plan{"", empty("con/nul", "Z", "Z")})
	folder := t.TempDir()
	files := written(t, folder, audited(t, plans, "", 0), Options{Reports: true})
	safe := regexp.MustCompile(`^((letters|reports)/[0-9]{4}-[a-z0-9-]+\.(txt|html)|audit\.json|audit\.xlsx|findings\.jsonl|index\.html)$`)
	for name := range files {
		if !safe.MatchString(name) {
			t.Errorf("a file is called %q", name)
		}
	}
	if want := 4 + 2*len(plans); len(files) != want {
		t.Errorf("%d files, wanted %d: two have the same name", len(files), want)
	}
	page := parsed(t, files)
	says(t, "the page", page.Text, "<script>alert(1)</script>", "&lt;b&gt;", "@SUM(A1)")
	silent(t, "the page", files["index.html"], "\u202e")
	for name, text := range files {
		if strings.HasPrefix(name, "letters/") {
			silent(t, name, text, "\u202e")
		}
	}
	book, err := excelize.OpenFile(filepath.Join(folder, "audit.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	found := 0
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, cell := range row {
				at, _ := excelize.CoordinatesToCellName(j+1, i+1)
				if formula, _ := book.GetCellFormula(sheet, at); formula != "" || strings.IndexAny(cell, "=+-@\t\r") == 0 {
					t.Errorf("%s %s holds %q (%q)", sheet, at, cell, formula)
				}
				if strings.Contains(cell, "@SUM(A1)") {
					found++
				}
			}
		}
	}
	if found == 0 {
		t.Error("no cell holds the name")
	}
}

func TestFileNames(t *testing.T) {
	for _, c := range []struct {
		source audit.Source
		want   string
	}{
		{audit.Source{Number: 7, Supplier: "namnd-a", Year: 2024}, "0007-namnd-a-2024"},
		{audit.Source{Number: 123456}, "123456-underlag"},
		{audit.Source{Number: 1, Supplier: "../..\\A b_c.d\x00:*", Year: 2024}, "0001-a-b-c-d-2024"},
		{audit.Source{Number: 2, Supplier: strings.Repeat("x", 400)}, "0002-" + strings.Repeat("x", 60)},
		{audit.Source{Number: 3, Supplier: "åäö"}, "0003-underlag"},
	} {
		got := fileName(c.source)
		if got != c.want {
			t.Errorf("%q is called %q, wanted %q", c.source.Supplier, got, c.want)
		}
		if !ours.MatchString(got + ".txt") {
			t.Errorf("%q is not known again", got)
		}
	}
}

func TestTextForATerminal(t *testing.T) {
	result := audited(t, wounded(t), fiveSuppliers, 0)
	o, err := look(result)
	if err != nil {
		t.Fatal(err)
	}
	text := func(options Options) string {
		t.Helper()
		var out bytes.Buffer
		if err := Text(&out, o, result, options); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	swedish := text(Options{Language: catalog.Swedish, Folder: "ut/2024"})
	says(t, "the text", swedish, "4 underlag, ", "DET SOM SAKNAS Nämnden E har inte lämnat in", "(--previous): last-year/", "Allt finns i mappen ut/2024: index.html")
	silent(t, "the text", swedish, "\x1b")
	silent(t, "the text", text(Options{Language: catalog.Swedish}), "Allt finns i mappen")
	says(t, "the text", text(Options{Language: catalog.English, Folder: "out"}), "4 submissions, ", "Nämnden E has not handed in", "All of it is in the folder out")
	coloured := text(Options{Language: catalog.Swedish, Folder: "ut/2024", Color: true})
	if plain := regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(coloured, ""); plain != swedish || plain == coloured {
		t.Errorf("with colours it is\n%q, without\n%q", coloured, swedish)
	}
	// All but the table is as narrow as it should be.
	table := regexp.MustCompile(`(?s)VILKA HAR LÄMNAT IN.*?\n\nDET`)
	narrow := text(Options{Language: catalog.Swedish, Width: 60})
	if !table.MatchString(narrow) {
		t.Fatal("there is no table")
	}
	for line := range strings.Lines(table.ReplaceAllString(narrow, "DET")) {
		if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > 60 && strings.Contains(strings.TrimSpace(line), " ") {
			t.Errorf("the line %q is long", line)
		}
	}
}

// More than 40 suppliers are counted, not listed.
func TestTextOfMany(t *testing.T) {
	var plans []plan
	for i := range 43 {
		plans = append(plans, plan{fmt.Sprintf("%d.json", i), empty(fmt.Sprintf("n%d", i), fmt.Sprintf("Nämnd %d", i), fmt.Sprintf("T%d", i))})
	}
	result := audited(t, plans, "", 0)
	o, err := look(result)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Text(&out, o, result, Options{Language: catalog.Swedish}); err != nil {
		t.Fatal(err)
	}
	says(t, "the text", out.String(), "43 underlag, ", "Här står de 40 med flest fel. Ytterligare 3 underlag finns i audit.json och audit.xlsx.")
	if n := strings.Count(out.String(), "\n  Nämnd "); n != rowsInText {
		t.Errorf("%d suppliers are listed", n)
	}
}

// A file is whole or not there: where the folder is none, nothing is left behind.
func TestFolderThatCannotBeWritten(t *testing.T) {
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(name, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := Files(audited(t, []plan{{"a.json", sound(t)}}, "", 0), Options{Language: catalog.Swedish, Folder: name})
	if pathErr := (*fs.PathError)(nil); !errors.As(err, &pathErr) {
		t.Errorf("the error is %v", err)
	}
}
