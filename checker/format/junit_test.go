package format_test

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

func TestJUnitFitsTheSchemaOfJenkins(t *testing.T) {
	xmllint, err := exec.LookPath("xmllint")
	if err != nil && os.Getenv("CI") == "" {
		t.Skip("xmllint is not installed (Debian: libxml2-utils), so JUnit reports are not held against their schema")
	} else if err != nil {
		t.Fatal(err)
	}
	for name, reports := range kinds(t) {
		for _, language := range catalog.Languages {
			file := filepath.Join(t.TempDir(), "report.xml")
			if err := os.WriteFile(file, []byte(write(t, "junit", language, reports...)), 0o644); err != nil {
				t.Fatal(err)
			}
			said, err := exec.Command(xmllint, "--noout", "--nonet", "--schema", testdata+"/schemas/jenkins-junit.xsd", file).CombinedOutput()
			if err != nil {
				t.Errorf("%s in %s: %v\n%.2000s", name, language, err, said)
			}
		}
	}
}

type suites struct {
	Tests    int     `xml:"tests,attr"`
	Failures int     `xml:"failures,attr"`
	Errors   int     `xml:"errors,attr"`
	Suites   []suite `xml:"testsuite"`
}

type suite struct {
	Name     string     `xml:"name,attr"`
	Tests    int        `xml:"tests,attr"`
	Failures int        `xml:"failures,attr"`
	Errors   int        `xml:"errors,attr"`
	Skipped  int        `xml:"skipped,attr"`
	Cases    []testcase `xml:"testcase"`
}

type testcase struct {
	Class   string  `xml:"classname,attr"`
	Name    string  `xml:"name,attr"`
	Skipped *string `xml:"skipped"`
	Error   *string `xml:"error"`
	Failure *string `xml:"failure"`
	Output  *string `xml:"system-out"`
}

// outcome is what those who read JUnit reports make of a test.
func (c testcase) outcome() string {
	switch {
	case c.Error != nil:
		return "error"
	case c.Failure != nil:
		return "failure"
	case c.Skipped != nil:
		return "skipped"
	}
	return "passed"
}

func (c testcase) rule() string {
	name, _, _ := strings.Cut(c.Name, ":")
	return c.Class + "/" + name
}

func junit(t *testing.T, reports ...*report.Report) suites {
	t.Helper()
	var all suites
	if err := xml.Unmarshal([]byte(write(t, "junit", catalog.Swedish, reports...)), &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// Nothing passes that a report speaks against, and only errors fail.
func TestJUnitOutcomes(t *testing.T) {
	real, _ := check(t, "real")
	broken := map[string]report.Severity{}
	for _, f := range real.Findings {
		for _, f := range append(f.Replaces, f) {
			if f.Severity.Weight() > broken[f.Rule].Weight() {
				broken[f.Rule] = f.Severity
			}
		}
	}
	open := map[string]bool{}
	for _, n := range real.NotEvaluated {
		open[n.Rule] = true
	}
	for _, m := range real.Manual {
		open[m.Rule] = true
	}
	seen := map[string]int{}
	cases := junit(t, real).Suites[0].Cases
	for _, c := range cases[1:] { // the first is the verdict
		want := "passed"
		switch {
		case broken[c.rule()] == report.Error:
			want = "failure"
		case open[c.rule()]:
			want = "skipped"
		}
		if c.outcome() != want {
			t.Errorf("%s: %s, want %s", c.rule(), c.outcome(), want)
		}
		if told := c.Output != nil; broken[c.rule()] == report.Warning && !told {
			t.Errorf("%s: the warning is not told", c.rule())
		}
		seen[c.outcome()]++
	}
	if seen["failure"] == 0 || seen["skipped"] == 0 || seen["passed"] == 0 {
		t.Errorf("there is too little to look at: %v", seen)
	}
	for _, id := range real.Checked {
		if !slices.ContainsFunc(cases, func(c testcase) bool { return c.rule() == id }) {
			t.Errorf("%s was asked, but is no test", id)
		}
	}
}

func TestJUnitVerdict(t *testing.T) {
	for name, want := range map[string]string{
		"with errors": "failure", "without remarks": "passed", "cut off": "error", "missing": "error", "not made": "error",
	} {
		if got := junit(t, kinds(t)[name]...).Suites[0].Cases[0].outcome(); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestJUnitCounts(t *testing.T) {
	all := junit(t, kinds(t)["several"]...)
	var total suites
	for _, s := range all.Suites {
		counts := map[string]int{}
		for _, c := range s.Cases {
			counts[c.outcome()]++
		}
		if s.Tests != len(s.Cases) || s.Failures != counts["failure"] || s.Errors != counts["error"] || s.Skipped != counts["skipped"] {
			t.Errorf("%s: the counts are not those of its tests, %v", s.Name, counts)
		}
		total.Tests += s.Tests
		total.Failures += s.Failures
		total.Errors += s.Errors
	}
	if len(all.Suites) != 5 || all.Tests != total.Tests || all.Failures != total.Failures || all.Errors != total.Errors {
		t.Errorf("%d suites, with the counts %d, %d, %d", len(all.Suites), all.Tests, all.Failures, all.Errors)
	}
}

func TestJUnitOfAnsweredFindings(t *testing.T) {
	r := answered(t)
	for i := range r.Findings {
		r.Findings[i].Status = report.Known
		r.Findings[i].Replaces = nil
	}
	for _, c := range junit(t, r).Suites[0].Cases[1:] {
		if c.outcome() == "failure" {
			t.Errorf("%s fails for what was known", c.rule())
		}
	}
}

func TestJUnitTextsAreInert(t *testing.T) {
	all := junit(t, hostile(t))
	if len(all.Suites) != 1 || len(all.Suites[0].Cases) != 2 {
		t.Fatalf("there are not only the verdict and a rule: %+v", all)
	}
	text := *all.Suites[0].Cases[1].Error + *all.Suites[0].Cases[1].Output
	for _, whole := range []string{"]]> <failure/> &amp; ]]>", "<script>alert(1)</script>"} {
		if !strings.Contains(text, whole) {
			t.Errorf("%q is not told as it was written", whole)
		}
	}
}
