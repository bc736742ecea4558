package waiver

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/report"
)

func print(digit string) string { return strings.Repeat(digit, 32) }

// found is a report with two findings, one of which stands for two others.
func found() *report.Report {
	finding := func(rule, digit string, at report.Pointer, replaces ...report.Finding) report.Finding {
		return report.Finding{
			Rule: rule, Stage: report.Policy, Severity: report.Error, Fingerprint: print(digit), Status: report.Open,
			Object: "o", Place: report.Place{Pointer: at}, Replaces: replaces,
		}
	}
	return &report.Report{
		Supplier: "s", ReportYear: 2024, AsOf: "2023-03-31",
		Findings: []report.Finding{
			finding("a/one", "1", "/rows/0/name"),
			finding("accountant/x", "2", "/rows/1/amount",
				finding("b/two", "3", "/rows/1/amount"), finding("b/three", "4", "/total")),
		},
	}
}

// given is a waiver of the first finding, changed.
func given(change func(*Waiver)) Waiver {
	w := Waiver{
		Rule: "a/one", Object: "o", Path: "/rows/0/name", Supplier: "s", ReportYear: 2024, Fingerprint: print("1"),
		Reason: "R", ApprovedBy: "A", LastDay: "2023-12-31",
	}
	if change != nil {
		change(&w)
	}
	return w
}

func TestApply(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Waiver)
		waived bool
		said   string // rule and variant
	}{
		"as given":                           {nil, true, ""},
		"by object alone":                    {func(w *Waiver) { w.Path = "" }, true, ""},
		"by path alone":                      {func(w *Waiver) { w.Object = "" }, true, ""},
		"moved since":                        {func(w *Waiver) { w.Path = "/rows/7/name" }, true, ""},
		"31 days left":                       {func(w *Waiver) { w.LastDay = "2023-05-01" }, true, ""},
		"30 days left":                       {func(w *Waiver) { w.LastDay = "2023-04-30" }, true, "waiver/ends-soon"},
		"the last day":                       {func(w *Waiver) { w.LastDay = "2023-03-31" }, true, "waiver/ends-soon"},
		"the day after":                      {func(w *Waiver) { w.LastDay = "2023-03-30" }, false, "waiver/expired default"},
		"no date":                            {func(w *Waiver) { w.LastDay = "31/12" }, false, "waiver/expired malformed"},
		"no such day":                        {func(w *Waiver) { w.LastDay = "2023-02-30" }, false, "waiver/expired malformed"},
		"an empty day":                       {func(w *Waiver) { w.LastDay = "" }, false, "waiver/expired malformed"},
		"a date that goes on":                {func(w *Waiver) { w.LastDay = "2023-12-31T00:00:00Z" }, false, "waiver/expired malformed"},
		"other content":                      {func(w *Waiver) { w.Fingerprint = print("9") }, false, "waiver/lapsed"},
		"other content, moved":               {func(w *Waiver) { w.Fingerprint, w.Path = print("9"), "/rows/3/name" }, false, "waiver/lapsed"},
		"other content in another field":     {func(w *Waiver) { w.Fingerprint, w.Path = print("9"), "/rows/0/text" }, false, "waiver/unused"},
		"other content, by object alone":     {func(w *Waiver) { w.Fingerprint, w.Path = print("9"), "" }, false, "waiver/lapsed"},
		"another object":                     {func(w *Waiver) { w.Object = "p" }, false, "waiver/unused"},
		"another rule":                       {func(w *Waiver) { w.Rule = "a/two" }, false, "waiver/unused"},
		"another rule with that fingerprint": {func(w *Waiver) { w.Rule = "b/two" }, false, "waiver/unused"},
		"another supplier":                   {func(w *Waiver) { w.Supplier = "t" }, false, ""},
		"another year":                       {func(w *Waiver) { w.ReportYear = 2025 }, false, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := found()
			var said []string
			for _, f := range Apply(r, []Waiver{given(c.change)}) {
				said = append(said, strings.TrimSpace(f.Rule+" "+f.Variant))
			}
			if got := strings.Join(said, ", "); got != c.said {
				t.Errorf("it says %q, not %q", got, c.said)
			}
			if waived := r.Findings[0].Status == report.Waived; waived != c.waived || (r.Findings[0].Waiver != nil) != c.waived {
				t.Errorf("waived: %v, not %v", waived, c.waived)
			}
			if r.Findings[1].Status != report.Open {
				t.Error("the other finding is waived too")
			}
		})
	}
}

// A day is needed to tell whether a waiver holds; without one it does not.
func TestNoDay(t *testing.T) {
	r := found()
	r.AsOf = ""
	said := Apply(r, []Waiver{given(nil)})
	if len(said) != 1 || said[0].Variant != "no-day" || r.Findings[0].Status != report.Open {
		t.Errorf("%+v", said)
	}
}

// What an explanation stands for can be waived with it, or each by itself.
func TestExplanations(t *testing.T) {
	whole := given(func(w *Waiver) { w.Rule, w.Fingerprint = "accountant/x", print("2") })
	first := given(func(w *Waiver) { w.Rule, w.Fingerprint, w.LastDay = "b/two", print("3"), "2023-11-30" })
	second := given(func(w *Waiver) { w.Rule, w.Fingerprint, w.LastDay = "b/three", print("4"), "2023-10-31" })
	for name, c := range map[string]struct {
		waivers []Waiver
		want    string // the status of the explanation and of those it stands for
		lastDay string
	}{
		"the explanation": {[]Waiver{whole}, "waived waived waived", "2023-12-31"},
		"one of them":     {[]Waiver{first}, "open waived open", ""},
		"the other":       {[]Waiver{second}, "open open waived", ""},
		"both":            {[]Waiver{first, second}, "waived waived waived", "2023-10-31"},
		"all":             {[]Waiver{whole, first, second}, "waived waived waived", "2023-12-31"},
	} {
		t.Run(name, func(t *testing.T) {
			r := found()
			if said := Apply(r, c.waivers); len(said) > 0 {
				t.Errorf("it says %+v", said)
			}
			f := r.Findings[1]
			if got := fmt.Sprint(f.Status, " ", f.Replaces[0].Status, " ", f.Replaces[1].Status); got != c.want {
				t.Errorf("%s, not %s", got, c.want)
			}
			if c.lastDay != "" && f.Waiver.LastDay != c.lastDay {
				t.Errorf("until %s, not %s", f.Waiver.LastDay, c.lastDay)
			}
		})
	}
}

// Where a rule could not judge it is not known whether a waiver is needed.
func TestNothingIsSaidOfWhatWasNotJudged(t *testing.T) {
	w := given(func(w *Waiver) { w.Rule = "a/two" })
	for name, spoil := range map[string]func(*report.Report){
		"the rule":  func(r *report.Report) { r.NotEvaluated = []report.NotEvaluated{{Rule: "a/two"}} },
		"the check": func(r *report.Report) { r.Findings = append(r.Findings, report.Finding{Stage: report.Engine}) },
		"the file": func(r *report.Report) {
			r.Findings = append(r.Findings, report.Finding{Stage: report.Reader, Severity: report.Error})
		},
	} {
		r := found()
		spoil(r)
		if said := Apply(r, []Waiver{w}); len(said) > 0 {
			t.Errorf("%s: it says %+v", name, said)
		}
	}
	r := found()
	r.NotEvaluated = []report.NotEvaluated{{Rule: "a/three"}}
	if said := Apply(r, []Waiver{w}); !slices.ContainsFunc(said, func(f report.Finding) bool { return f.Rule == "waiver/unused" }) {
		t.Error("another rule that could not judge keeps it from being told")
	}
}
