package profile

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/form"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/schemas"
)

const texts = `{title: "-", why: "-", passes: "-", fails: "-", messages: {default: {message: "-", action: "-"}}}`

// rules is a catalog of two rules.
func rules(t *testing.T) *catalog.Catalog {
	t.Helper()
	labels, err := form.New([]byte(`{}`))
	if err != nil {
		t.Fatal(err)
	}
	entry := ": {severity: warning, kind: exact, requirements: [], sv: " + texts + ", en: " + texts + "}\n"
	c, err := catalog.Load(nil, labels, catalog.Source{Stage: report.Engine, Rules: []byte("house/one" + entry + "house/two" + entry)})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// ours is the profile of 2024 with one part of it changed.
func ours(t *testing.T, old, new string) map[string][]byte {
	t.Helper()
	raw, err := os.ReadFile("../../../policies/profiles/goteborg-2024/profile.yaml")
	if err != nil {
		t.Fatal(err)
	}
	// A year that weighs no rule differently is the simplest to change.
	raw = regexp.MustCompile(`(?s)\nrules:\n.*`).ReplaceAll(raw, []byte("\nrules: {}\n"))
	if n := strings.Count(string(raw), old); n != 1 {
		t.Fatalf("%q stands %d times", old, n)
	}
	return map[string][]byte{
		"profiles/house/profile.yaml": []byte(strings.Replace(string(raw), old, new, 1)),
		"profiles/house/words.yaml":   []byte("no: profile"),
		"profiles/profile.yaml":       []byte("no: profile"),
	}
}

func TestLoad(t *testing.T) {
	profiles, err := Load(ours(t, "reportYears: [2024]", "reportYears: [2025, 2026]"), schemas.Profile, rules(t))
	if err != nil {
		t.Fatal(err)
	}
	if names := slices.Collect(maps.Keys(profiles)); !slices.Equal(names, []string{"house"}) {
		t.Fatalf("the profiles are %q", names)
	}
	p := profiles["house"]
	if p.Name != "house" || p.TableUnit != "tkr" || p.Title["en"] == "" || !slices.Equal(p.Years, []int{2025, 2026}) || p.Verdict["error"] != report.Rejected {
		t.Errorf("%+v", p)
	}
}

func TestLoadRefuses(t *testing.T) {
	for _, c := range []struct{ name, old, new, said string }{
		{"unknown key", "tableUnit: tkr", "tableUnit: tkr\ntabelUnit: kr", "profiles/house/profile.yaml: /tabelUnit: schema/unknown-field"},
		{"missing key", "tableUnit: tkr", "", "/tableUnit: schema/missing-field"},
		{"unknown unit", "tableUnit: tkr", "tableUnit: sek", "/tableUnit: schema/not-allowed"},
		{"no years", "reportYears: [2024]", "reportYears: []", "/reportYears: schema/too-few"},
		{"unknown verdict", "error: rejected", "error: refused", "/verdict/error: schema/not-allowed"},
		{"no verdict", "  notEvaluated: undecided\n", "", "/verdict/notEvaluated: schema/missing-field"},
		{"unknown rule", "rules: {}", `rules: {house/three: [{from: "2024-01-01", severity: info, reason: x}]}`, "there is no rule house/three"},
		{"no reason", "rules: {}", `rules: {house/one: [{from: "2024-01-01", severity: info}]}`, "schema/missing-field"},
		{"no day", "rules: {}", `rules: {house/one: [{severity: info, reason: x}]}`, "schema/missing-field"},
		{"days in disorder", "rules: {}", `rules: {house/one: [{from: "2024-02-01", severity: info, reason: x}, {from: "2024-01-01", severity: error, reason: x}]}`,
			"house/one: the entries are not in the order of their days"},
		{"a key twice", "tableUnit: tkr", "tableUnit: tkr\ntableUnit: tkr", `key "tableUnit" already set`},
		{"no YAML", "tableUnit: tkr", "{", "profiles/house/profile.yaml: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Load(ours(t, c.old, c.new), schemas.Profile, rules(t)); err == nil || !strings.Contains(err.Error(), c.said) {
				t.Errorf("got %v, want %q", err, c.said)
			}
		})
	}
	if _, err := Load(nil, schemas.Profile, rules(t)); err == nil || err.Error() != "there are no profiles" {
		t.Errorf("got %v", err)
	}
}

// A rule can be phased in, and out, by the day that a plan is judged by.
func TestWeighing(t *testing.T) {
	profiles, err := Load(ours(t, "rules: {}", `rules:
  house/one:
    - {from: "2023-01-01", severity: info, reason: x}
    - {from: "2023-06-01", severity: error, reason: x}
    - {from: "2024-01-01", switchedOff: true, reason: x}`), schemas.Profile, rules(t))
	if err != nil {
		t.Fatal(err)
	}
	p, c := profiles["house"], rules(t)
	for _, step := range []struct {
		day      string
		severity report.Severity
		off      bool
	}{
		{"", report.Warning, false},
		{"2022-12-31", report.Warning, false},
		{"2023-01-01", report.Info, false},
		{"2023-05-31", report.Info, false},
		{"2023-06-01", report.Error, false},
		{"2024-01-01", report.Warning, true},
		{"2031-01-01", report.Warning, true},
	} {
		if got := p.Severity(c.Rule("house/one"), step.day); got != step.severity {
			t.Errorf("on %s it weighs %s, want %s", step.day, got, step.severity)
		}
		if got := p.Off("house/one", step.day); got != step.off {
			t.Errorf("on %s it is off: %v", step.day, got)
		}
		if p.Severity(c.Rule("house/two"), step.day) != report.Warning || p.Off("house/two", step.day) {
			t.Errorf("on %s another rule is weighed too", step.day)
		}
	}
	// Where the profile is not known, a rule weighs what it says itself.
	var none *Profile
	if none.Severity(c.Rule("house/one"), "2023-06-01") != report.Warning || none.Off("house/one", "2024-01-01") {
		t.Error("no profile weighs a rule")
	}
}

func TestJudge(t *testing.T) {
	p := &Profile{Verdict: map[string]report.Verdict{
		"error": report.Rejected, "warning": report.AcceptedWithRemarks, "info": report.Accepted, "notEvaluated": report.Undecided,
	}}
	found := func(stage report.Stage, severity report.Severity) report.Finding {
		return report.Finding{Stage: stage, Severity: severity}
	}
	waived := func(severity report.Severity) report.Finding {
		return report.Finding{Stage: report.Policy, Severity: severity, Status: report.Waived}
	}
	open := func(severity report.Severity) []report.NotEvaluated {
		return []report.NotEvaluated{{Severity: severity}}
	}
	for _, c := range []struct {
		name     string
		findings []report.Finding
		open     []report.NotEvaluated
		want     report.Verdict
	}{
		{"nothing", nil, nil, report.Accepted},
		{"info", []report.Finding{found(report.Policy, report.Info)}, nil, report.Accepted},
		{"warning", []report.Finding{found(report.Policy, report.Info), found(report.Policy, report.Warning)}, nil, report.AcceptedWithRemarks},
		{"error", []report.Finding{found(report.Policy, report.Error), found(report.Policy, report.Warning)}, nil, report.Rejected},
		{"error of the schema", []report.Finding{found(report.Schema, report.Error)}, nil, report.Rejected},
		{"open", nil, open(report.Error), report.Undecided},
		{"open, of a warning", nil, open(report.Warning), report.Accepted},
		{"open beside a warning", []report.Finding{found(report.Policy, report.Warning)}, open(report.Error), report.Undecided},
		{"open beside an error", []report.Finding{found(report.Policy, report.Error)}, open(report.Error), report.Rejected},
		{"unreadable", []report.Finding{found(report.Reader, report.Error)}, nil, report.Undecided},
		{"remark of the reader", []report.Finding{found(report.Reader, report.Info)}, nil, report.Accepted},
		{"waived error", []report.Finding{waived(report.Error)}, nil, report.AcceptedWithRemarks},
		{"waived info", []report.Finding{waived(report.Info)}, nil, report.Accepted},
		{"waived beside an error", []report.Finding{waived(report.Error), found(report.Policy, report.Error)}, nil, report.Rejected},
		{"waived, and open", []report.Finding{waived(report.Error)}, open(report.Error), report.Undecided},
		{"engine", []report.Finding{found(report.Engine, report.Error)}, nil, report.Undecided},
		{"engine, weighed less", []report.Finding{found(report.Engine, report.Info)}, nil, report.Undecided},
		{"engine beside an error", []report.Finding{found(report.Policy, report.Error), found(report.Engine, report.Error)}, nil, report.Undecided},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := p.Judge(&report.Report{Findings: c.findings, NotEvaluated: c.open}); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
