package format_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

// page writes reports as a page and makes sure that it is one, whole and alone.
func page(t *testing.T, c *catalog.Catalog, language catalog.Language, many bool, reports ...*report.Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := format.Write(&out, "html", reports, c, format.Options{Language: language, Many: many}); err != nil {
		t.Fatal(err)
	}
	wellFormed(t, out.String())
	return out.String()
}

// wellFormed holds a page to XML, which is stricter than HTML: every element is
// closed in its turn. No two have the same id, every link within the page has its
// goal, and nothing is asked of anyone else.
func wellFormed(t *testing.T, page string) {
	t.Helper()
	allowed := map[string]bool{}
	for name := range strings.FieldsSeq(`html head meta title style body a header div p h1 h2 h3 h4 h5 h6 main section
		article ul ol li dl dt dd table caption thead tbody tr th td span strong b svg path circle rect footer`) {
		allowed[name] = true
	}
	ids, goals := map[string]bool{}, map[string]bool{}
	level := 0
	decoder := xml.NewDecoder(strings.NewReader(page))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("the page is not well formed: %v", err)
		}
		element, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		name := element.Name.Local
		if !allowed[name] {
			t.Errorf("the page has an element %s", name)
		}
		if len(name) == 2 && name[0] == 'h' && unicode.IsDigit(rune(name[1])) {
			if next := int(name[1] - '0'); next > level+1 {
				t.Errorf("a heading of level %d follows one of level %d", next, level)
			} else {
				level = next
			}
		}
		for _, attribute := range element.Attr {
			switch key := attribute.Name.Local; {
			case key == "id":
				if ids[attribute.Value] {
					t.Errorf("the id %q stands twice", attribute.Value)
				}
				ids[attribute.Value] = true
			case key == "href":
				if strings.HasPrefix(attribute.Value, "https://github.com/plankoll/plankoll/blob/main/policies/") {
					break // the page of a rule
				}
				goal, within := strings.CutPrefix(attribute.Value, "#")
				if !within {
					t.Errorf("a link goes to %q", attribute.Value)
				}
				goals[goal] = true
			case key == "aria-labelledby":
				goals[attribute.Value] = true
			case key == "src" || key == "srcset" || key == "style" || strings.HasPrefix(key, "on"):
				t.Errorf("%s has an attribute %s", name, key)
			}
		}
	}
	for goal := range goals {
		if !ids[goal] {
			t.Errorf("nothing has the id %q that is pointed at", goal)
		}
	}
	// Links lead to the pages of the rules; nothing is fetched from there.
	page = strings.ReplaceAll(page, `<a href="https://github.com/plankoll/plankoll/blob/main/policies/`, "")
	for _, foreign := range []string{"http://", "https://", "src=", "url(", "@import"} {
		if strings.Contains(page, foreign) {
			t.Errorf("the page holds %s", foreign)
		}
	}
}

func TestPageIsWhole(t *testing.T) {
	for _, sample := range []string{"sound", "real"} {
		result, c := check(t, sample)
		for _, language := range catalog.Languages {
			got := page(t, c, language, false, result)
			for _, said := range []string{
				`<html lang="` + string(language) + `">`, "<main ", `content="default-src 'none'; style-src 'unsafe-inline'`,
				`<a class="skip" href="#content">`,
			} {
				if !strings.Contains(got, said) {
					t.Errorf("%s, %s: the page lacks %s", sample, language, said)
				}
			}
			for _, f := range result.Findings {
				if !strings.Contains(got, `id="f-`+f.Fingerprint+`"`) {
					t.Errorf("%s, %s: the page lacks the finding of %s at %s", sample, language, f.Rule, f.Place.Pointer)
				}
			}
		}
	}
}

// Nobody is told to mend what somebody has answered for, nor left without what
// nobody has.
func TestPageSaysWhatIsLeft(t *testing.T) {
	result, c := check(t, "real")
	var first *report.Finding
	errors := 0
	for i := range result.Findings {
		if f := &result.Findings[i]; f.Severity == report.Error {
			errors++
			if first == nil {
				first = f
			}
		}
	}
	links := func() int {
		_, left, _ := strings.Cut(page(t, c, catalog.English, false, result), `class="steps"`)
		left, _, _ = strings.Cut(left, "</ol>")
		return strings.Count(left, `href="#f-`)
	}
	if got := links(); got != errors {
		t.Errorf("%d errors are left by the page, want %d", got, errors)
	}
	first.Status = report.Waived
	first.Waiver = &report.Waiver{Reason: "The table comes later", ApprovedBy: "Office", LastDay: "2024-05-31"}
	if got := links(); got != errors-1 {
		t.Errorf("%d errors are left by the page with one waived, want %d", got, errors-1)
	}
	if !strings.Contains(page(t, c, catalog.English, false, result), "Exempt until 31\u00a0May 2024, approved by Office: The table comes later") {
		t.Error("the page does not say who waived an error, and until when")
	}
}

// The cells that do not agree are marked where they stand, with what is said of them.
func TestPageMarksAmounts(t *testing.T) {
	result, c := check(t, "real")
	got := page(t, c, catalog.Swedish, false, result)
	suspected := ""
	for _, f := range result.Findings {
		if f.Rule == "accountant/wrong-figure" && f.Place.Pointer == "/costs/management/rows/1/budget" {
			suspected = "#f-" + f.Fingerprint
		}
	}
	for _, cell := range []string{
		"50\u00a0733 <a href=\"" + suspected + "\">troligen 50\u00a0773\u00a0tkr</a>",
		"53\u00a0820 <a href=\"" + suspected + "\">går inte ihop</a>",
		"77\u00a0587 <a href=\"" + suspected + "\">går inte ihop</a>",
		"<span>25\u00a0003</span>",
	} {
		if !strings.Contains(got, cell) {
			t.Errorf("the table lacks %s", cell)
		}
	}
}

// What somebody wrote, in a submission or in a file's name, is text and nothing else.
func TestPageIsNotSteeredByTexts(t *testing.T) {
	_, c := check(t, "sound")
	data, err := os.ReadFile(filepath.Join(testdata, "submissions", "real.json"))
	if err != nil {
		t.Fatal(err)
	}
	hostile := `</style></title></p><script>alert(1)</script><img onerror=alert(1)>"' onload="alert(1) {{.}} ]]>` +
		"<!-- \u202e\u2066\u200f\u2028 &#60;b&#62; \uffff"
	inJSON := strings.NewReplacer(`"`, `\"`).Replace(hostile) + `\u0000\u0007\u001b[31m\u0085`
	plan := strings.NewReplacer(
		`"name": "Nämnden för demokrati och medborgarservice"`, `"name": "`+inJSON+`"`,
		`"name": "Revidering goteborg.se"`, `"name": "`+inJSON+`"`,
		`"name": "Extern service och kommunikation"`, `"name": "`+inJSON+`"`,
		`Besökarna hittar det innehåll som de efterfrågar.`, inJSON,
		`"unit": "tkr"`, `"unit": "`+inJSON+`"`,
		`"plan": "Bolagen"`, `"`+inJSON+`": "Bolagen"`,
	).Replace(string(data))
	if strings.Count(plan, "alert(1)</script>") < 6 {
		t.Fatal("the sample has other texts now")
	}
	checks, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	result := checks.Check(context.Background(), checker.Submission{Name: hostile, Bytes: []byte(plan)}, checker.Options{})
	for _, many := range []bool{false, true} {
		got := page(t, c, catalog.Swedish, many, result)
		if !strings.Contains(got, "&lt;script&gt;alert(1)&lt;/script&gt;") {
			t.Error("the texts are not shown as they stand")
		}
		for _, r := range got {
			if r != '\n' && unicode.In(r, unicode.Cc, unicode.Bidi_Control, unicode.Noncharacter_Code_Point) {
				t.Errorf("the page holds %U", r)
			}
		}
	}
}

// A file that could not be read has a page too, and so has a check that could not
// be made.
func TestPageWithoutAPlan(t *testing.T) {
	checks, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	for name, result := range map[string]*report.Report{
		"no file":  checks.Unreadable("plan.json", fs.ErrNotExist),
		"not made": checks.NotMade("Reglerna saknas.", "The rules are missing."),
		"no JSON":  checks.Check(context.Background(), checker.Submission{Name: "plan.json", Bytes: []byte("{")}, checker.Options{}),
		"no plan":  checks.Check(context.Background(), checker.Submission{Name: "plan.json", Bytes: []byte("[7]")}, checker.Options{}),
		"other shape": checks.Check(context.Background(), checker.Submission{Name: "plan.json", Bytes: []byte(
			`{"profile": "goteborg-2024", "reportYear": {}, "supplier": 7, "costs": {"management": {"unit": [], "rows": {"0": 1}, "totals": [1]},
			"development": {"rows": [7, {"service": 8, "budget": {"x": "y"}, "impact": "much"}]}}}`)}, checker.Options{}),
	} {
		t.Run(name, func(t *testing.T) {
			got := page(t, checks.Catalog(), catalog.English, false, result)
			if !strings.Contains(got, "Could not be decided") && !strings.Contains(got, "Rejected") {
				t.Error("the page does not give the verdict")
			}
			for _, f := range result.Findings {
				if !strings.Contains(got, `id="f-`+f.Fingerprint+`"`) {
					t.Errorf("the page lacks the finding of %s", f.Rule)
				}
			}
		})
	}
}

// Several submissions are listed first, each with a link to its own report.
func TestPageOfSeveral(t *testing.T) {
	sound, c := check(t, "sound")
	real, _ := check(t, "real")
	got := page(t, c, catalog.English, true, sound, real, sound)
	index, _, _ := strings.Cut(got, "<article")
	for _, said := range []string{`href="#r1-verdict"`, `href="#r2-verdict"`, `href="#r3-verdict"`, "Rejected", "Review of 3 submissions"} {
		if !strings.Contains(index, said) {
			t.Errorf("the list lacks %s", said)
		}
	}
	if n := strings.Count(got, "<article"); n != 3 {
		t.Errorf("there are %d reports, want 3", n)
	}
}
