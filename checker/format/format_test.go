package format_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

var update = flag.Bool("update", false, "write the expected reports anew; then read them")

const testdata = "../../testdata"

// check runs a sample of testdata/submissions through the whole checker.
func check(t *testing.T, sample string) (*report.Report, *catalog.Catalog) {
	t.Helper()
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(testdata, "submissions", sample+".json"))
	if err != nil {
		t.Fatal(err)
	}
	result := c.Check(context.Background(), checker.Submission{Name: sample + ".json", Bytes: data}, checker.Options{})
	// It changes with every word of every rule, and says nothing of a report.
	result.RulesDigest = "sha256:" + strings.Repeat("0", 64)
	return result, c.Catalog()
}

// The expected reports are read by a person whenever they change: is each
// finding true, is it useful, would a clerk know what to do?
func TestReportsAreAsExpected(t *testing.T) {
	for _, sample := range []string{"sound", "real"} {
		result, rules := check(t, sample)
		for name, expected := range map[string]struct {
			format   string
			language catalog.Language
		}{
			sample + ".sv.txt":  {"text", catalog.Swedish},
			sample + ".en.txt":  {"text", catalog.English},
			sample + ".sv.json": {"json", catalog.Swedish},
			sample + ".en.json": {"json", catalog.English},
			sample + ".sv.html": {"html", catalog.Swedish},
			sample + ".en.html": {"html", catalog.English},
		} {
			t.Run(name, func(t *testing.T) {
				var out bytes.Buffer
				options := format.Options{Language: expected.language}
				if err := format.Write(&out, expected.format, []*report.Report{result}, rules, options); err != nil {
					t.Fatal(err)
				}
				file := filepath.Join(testdata, "reports", name)
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
	if err == nil || !strings.Contains(err.Error(), "html, json, text") {
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
