package format_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

var update = flag.Bool("update", false, "write the expected reports anew; then read them")

const testdata = "../../testdata"

// loaded is the checker, which takes a while to load.
var loaded = sync.OnceValues(func() (*checker.Checker, error) { return checker.Load() })

func load(t *testing.T) *checker.Checker {
	t.Helper()
	c, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var samples = map[string]*report.Report{}

// check runs a sample of testdata/submissions through the whole checker, once. What
// it returns may be changed.
func check(t *testing.T, sample string) (*report.Report, *catalog.Catalog) {
	t.Helper()
	c := load(t)
	if samples[sample] == nil {
		data, err := os.ReadFile(filepath.Join(testdata, "submissions", sample+".json"))
		if err != nil {
			t.Fatal(err)
		}
		result := c.Check(context.Background(), checker.Submission{Name: sample + ".json", Bytes: data}, checker.Options{})
		// It changes with every word of every rule, and says nothing of a report.
		result.RulesDigest = "sha256:" + strings.Repeat("0", 64)
		samples[sample] = result
	}
	result := *samples[sample]
	result.Findings = slices.Clone(result.Findings)
	return &result, c.Catalog()
}

// write writes reports in a format.
func write(t *testing.T, name string, language catalog.Language, reports ...*report.Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := format.Write(&out, name, reports, load(t).Catalog(), format.Options{Language: language, Many: len(reports) != 1}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// The expected reports are read by a person whenever they change: is each
// finding true, is it useful, would a clerk know what to do?
func TestReportsAreAsExpected(t *testing.T) {
	for _, sample := range []string{"sound", "real"} {
		result, rules := check(t, sample)
		for name, ending := range map[string]string{
			"text": ".txt", "json": ".json", "sarif": ".sarif", "junit": ".junit.xml",
			"github": ".github.txt", "gitlab": ".gitlab.json", "csv": ".csv", "markdown": ".md", "html": ".html",
		} {
			for _, language := range catalog.Languages {
				file := filepath.Join(testdata, "reports", sample+"."+string(language)+ending)
				t.Run(filepath.Base(file), func(t *testing.T) {
					var out bytes.Buffer
					if err := format.Write(&out, name, []*report.Report{result}, rules, format.Options{Language: language}); err != nil {
						t.Fatal(err)
					}
					if *update {
						if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
							t.Fatal(err)
						}
					}
					want, err := os.ReadFile(file)
					if err != nil {
						t.Fatal(err)
					}
					if !bytes.Equal(want, out.Bytes()) {
						t.Errorf("the report differs from %s; if it is right, run go test ./checker/format -update", file)
					}
				})
			}
		}
	}
}

// The same reports give the same bytes, whatever the order of maps.
func TestSameBytes(t *testing.T) {
	real, _ := check(t, "real")
	for _, name := range format.Names() {
		first := write(t, name, catalog.Swedish, real)
		for range 9 {
			if write(t, name, catalog.Swedish, real) != first {
				t.Fatalf("%s: two reports differ", name)
			}
		}
	}
}

func TestTextKeepsToTheWidth(t *testing.T) {
	result, rules := check(t, "real")
	for _, width := range []int{40, 60, 100} {
		var out bytes.Buffer
		if err := format.Write(&out, "text", []*report.Report{result}, rules, format.Options{Language: catalog.Swedish, Width: width}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			line = strings.TrimSuffix(line, "\n")
			longWord := len(strings.Fields(line)) == 1
			if n := utf8.RuneCountInString(line); n > width && !longWord {
				t.Errorf("width %d: a line of %d characters: %q", width, n, line)
			}
			if strings.TrimRight(line, " ") != line {
				t.Errorf("width %d: spaces at the end of %q", width, line)
			}
		}
	}
}

func TestUnknownFormatIsRefused(t *testing.T) {
	result, rules := check(t, "sound")
	var out bytes.Buffer
	err := format.Write(&out, "txt", []*report.Report{result}, rules, format.Options{Language: catalog.Swedish})
	if err == nil || !strings.Contains(err.Error(), "csv, github, gitlab, html, json, junit, markdown, sarif, text") {
		t.Errorf("got %v, want an error that names the formats", err)
	}
	if out.Len() > 0 {
		t.Errorf("something was written: %q", out.String())
	}
}

// Every finding, in whatever language, is said in full: a placeholder that was
// not filled in would show as a brace.
func TestNoTextIsLeftUnfilled(t *testing.T) {
	result, rules := check(t, "real")
	for _, language := range catalog.Languages {
		var out bytes.Buffer
		if err := format.Write(&out, "text", []*report.Report{result}, rules, format.Options{Language: language}); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(out.String(), "{}") {
			t.Errorf("%s: a text is not filled in", language)
		}
	}
}
