package baseline

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/report"
)

var digest = "sha256:" + strings.Repeat("0", 64)

func finding(stage report.Stage, rule, digit string, replaces ...report.Finding) report.Finding {
	return report.Finding{
		Rule: rule, Stage: stage, Severity: report.Error, Status: report.Open,
		Fingerprint: strings.Repeat(digit, 32), Replaces: replaces,
	}
}

func found(findings ...report.Finding) *report.Report {
	return &report.Report{
		RulesDigest: digest, Supplier: "s", ReportYear: 2024, Checked: []string{"a/one", "a/two"},
		Input: report.Input{Name: "plan.json"}, Findings: findings,
	}
}

// written is a baseline that has been written and read.
func written(t *testing.T, reports ...*report.Report) *Baseline {
	t.Helper()
	b, err := New(reports)
	if err != nil {
		t.Fatal(err)
	}
	text, err := b.Write()
	if err != nil {
		t.Fatal(err)
	}
	read, err := Parse(text)
	if err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return read
}

func one(digit string) report.Finding { return finding(report.Policy, "a/one", digit) }

func explained(digit string, replaces ...report.Finding) report.Finding {
	return finding(report.Accountant, "accountant/x", digit, replaces...)
}

func waived(f report.Finding) report.Finding {
	f.Status, f.Waiver = report.Waived, &report.Waiver{}
	return f
}

func TestCompare(t *testing.T) {
	for name, c := range map[string]struct {
		before, after []report.Finding
		want          string // statuses of what is found
		gone          string // fingerprints, and whether judged
	}{
		"the same":                            {[]report.Finding{one("1"), one("2")}, []report.Finding{one("2"), one("1")}, "known known", ""},
		"new":                                 {nil, []report.Finding{one("1")}, "open", ""},
		"gone":                                {[]report.Finding{one("1")}, nil, "", "1 true"},
		"swapped for another of its kind":     {[]report.Finding{one("1")}, []report.Finding{one("2")}, "open", "1 true"},
		"that of another rule":                {[]report.Finding{one("1")}, []report.Finding{finding(report.Policy, "a/two", "1")}, "open", "1 true"},
		"explained since":                     {[]report.Finding{one("1"), one("2")}, []report.Finding{explained("9", one("1"), one("2"))}, "known", ""},
		"explained otherwise":                 {[]report.Finding{explained("8", one("1"))}, []report.Finding{explained("9", one("1"))}, "known", ""},
		"explained no more":                   {[]report.Finding{explained("8", one("1"))}, []report.Finding{one("1")}, "known", ""},
		"explained with something new":        {[]report.Finding{explained("8", one("1"))}, []report.Finding{explained("8", one("1"), one("2"))}, "open", ""},
		"waived when it was written":          {[]report.Finding{waived(one("1"))}, []report.Finding{one("1")}, "open", ""},
		"waived since":                        {[]report.Finding{one("1")}, []report.Finding{waived(one("1"))}, "waived", ""},
		"explained, the rest waived":          {[]report.Finding{one("1")}, []report.Finding{explained("9", one("1"), waived(one("2")))}, "known", ""},
		"an expired waiver is told each time": {[]report.Finding{finding(report.Waivers, "waiver/expired", "5")}, []report.Finding{finding(report.Waivers, "waiver/expired", "5")}, "open", ""},
		"gone, but its rule was not asked":    {[]report.Finding{finding(report.Policy, "a/three", "1")}, nil, "", "1 false"},
		"gone with a fault of shape":          {[]report.Finding{finding(report.Schema, "schema/type", "1")}, nil, "", "1 true"},
		"gone, but the check was not made":    {[]report.Finding{one("1")}, []report.Finding{finding(report.Engine, "engine/interrupted", "7")}, "open", "1 false"},
	} {
		t.Run(name, func(t *testing.T) {
			b, r := written(t, found(c.before...)), found(c.after...)
			b.Compare(r)
			var statuses, gone []string
			for _, f := range r.Findings {
				statuses = append(statuses, string(f.Status))
			}
			for _, g := range r.Comparison.Gone {
				gone = append(gone, fmt.Sprint(g.Fingerprint[:1], " ", g.Judged))
			}
			if got := strings.Join(statuses, " "); got != c.want {
				t.Errorf("%s, not %s", got, c.want)
			}
			if got := strings.Join(gone, ", "); got != c.gone {
				t.Errorf("gone are %q, not %q", got, c.gone)
			}
			if n := strings.Count(c.want, "known"); r.Summary.Known != n {
				t.Errorf("%d are known", r.Summary.Known)
			}
			if n := strings.Count(c.want, "open"); r.Comparison.New != n {
				t.Errorf("%d are new", r.Comparison.New)
			}
		})
	}
}

func TestARuleThatCouldNotJudge(t *testing.T) {
	r := found()
	r.NotEvaluated = []report.NotEvaluated{{Rule: "a/one"}}
	written(t, found(one("1"))).Compare(r)
	if r.Comparison.Gone[0].Judged {
		t.Error("what could not be judged is told as mended")
	}
}

func TestOtherSubmissionsAndRules(t *testing.T) {
	b := written(t, found(one("1")))
	if r := found(one("1")); true {
		r.RulesDigest = "sha256:" + strings.Repeat("1", 64)
		b.Compare(r)
		if r.Comparison.SameRules || !r.Comparison.Found || r.Findings[0].Status != report.Known {
			t.Errorf("other rules: %+v", r.Comparison)
		}
	}
	for name, change := range map[string]func(*report.Report){
		"another supplier": func(r *report.Report) { r.Supplier = "t" },
		"another year":     func(r *report.Report) { r.ReportYear = 2025 },
		"not known whose":  func(r *report.Report) { r.Supplier = "" },
	} {
		r := found(one("1"))
		change(r)
		b.Compare(r)
		if r.Comparison.Found || r.Findings[0].Status != report.Open || len(r.Comparison.Gone) > 0 {
			t.Errorf("%s: %+v", name, r.Comparison)
		}
	}
}

func TestNew(t *testing.T) {
	var unknown *UnknownError
	if _, err := New([]*report.Report{found(finding(report.Engine, "engine/interrupted", "1"))}); !errors.As(err, &unknown) {
		t.Errorf("a check that was not made: %v", err)
	}
	nobody := found()
	nobody.Supplier = ""
	if _, err := New([]*report.Report{nobody}); !errors.As(err, &unknown) {
		t.Errorf("nobody's plan: %v", err)
	}
	var twice *TwiceError
	if _, err := New([]*report.Report{found(), found()}); !errors.As(err, &twice) {
		t.Errorf("one plan twice: %v", err)
	}
	// The order of what is checked is not seen in the file.
	other := found(one("3"), one("1"))
	other.Supplier = "a"
	first, second := written(t, found(one("2")), other), written(t, other, found(one("2")))
	if a, b := fmt.Sprint(first), fmt.Sprint(second); a != b || !slices.IsSortedFunc(first.Submissions, func(a, b Submission) int { return strings.Compare(a.Supplier, b.Supplier) }) {
		t.Errorf("%s\n%s", a, b)
	}
}

func TestParseRefuses(t *testing.T) {
	sound := `{"rulesDigest": "` + digest + `", "submissions": []}`
	if _, err := Parse([]byte(sound)); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ text, rule string }{
		"nothing":        {"", "reader/empty"},
		"not JSON":       {"rulesDigest: x", "reader/syntax"},
		"a key twice":    {strings.Replace(sound, "{", `{"submissions": [], `, 1), "reader/duplicate-key"},
		"an unknown key": {strings.Replace(sound, "{", `{"submission": [], `, 1), "schema/unknown-field"},
		"too deep":       {strings.Repeat("[", 10_000), "reader/too-deep"},
		"no digest":      {`{"submissions": []}`, "schema/missing-field"},
		"an old digest":  {strings.Replace(sound, "0", "", 1), "schema/pattern"},
	} {
		_, err := Parse([]byte(c.text))
		var faults report.Faults
		if !errors.As(err, &faults) || faults[0].Rule != c.rule {
			t.Errorf("%s: %v", name, err)
		}
	}
}
