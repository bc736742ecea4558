package waiver_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/checker/waiver"
)

// entry is a waiver as it is written to a file.
func entry(t *testing.T) string {
	t.Helper()
	f := report.Finding{Rule: "budget/index", Object: "lokalbokning", Fingerprint: strings.Repeat("0", 32), Place: report.Place{Pointer: "/costs/management/rows/1/forecast"}}
	w := waiver.Of(f, &report.Report{Supplier: "s", ReportYear: 2024})
	w.Reason, w.ApprovedBy, w.LastDay = "R: \"#\" 'x'", "Anna Ek", "2023-12-31"
	text, err := waiver.Entry(w, "one\n- rule: two")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	text := entry(t)
	for name, text := range map[string]string{
		"as it is":     text,
		"a plain date": strings.ReplaceAll(text, `"2023-12-31"`, "2023-12-31"),
	} {
		read, err := waiver.Parse([]byte(text), c.Catalog())
		if err != nil || len(read) != 1 || read[0].Rule != "budget/index" || read[0].Reason != "R: \"#\" 'x'" || read[0].LastDay != "2023-12-31" || read[0].ReportYear != 2024 {
			t.Errorf("%s: %v, %+v from\n%s", name, err, read, text)
		}
	}
	for _, nothing := range []string{"", "# none\n", "[]\n"} {
		if read, err := waiver.Parse([]byte(nothing), c.Catalog()); err != nil || len(read) != 0 {
			t.Errorf("%q: %v, %+v", nothing, err, read)
		}
	}
	for name, want := range map[string]struct{ old, new, rule, variant string }{
		"unknown key":        {"reason:", "raeson:", "schema/unknown-field", "near"},
		"unknown rule":       {"rule: budget/index", "rule: budget/indx", "engine/settings", "no-rule-near"},
		"no such rule":       {"rule: budget/index", "rule: x", "engine/settings", "no-rule"},
		"the reader":         {"rule: budget/index", "rule: reader/duplicate-key", "engine/settings", "not-waived"},
		"the engine":         {"rule: budget/index", "rule: engine/rule-broken", "engine/settings", "not-waived"},
		"a waiver":           {"rule: budget/index", "rule: waiver/expired", "engine/settings", "not-waived"},
		"nobody":             {"approvedBy: Anna Ek", "approvedBy: ''", "schema/too-short", "empty"},
		"steers":             {"approvedBy: Anna Ek", `approvedBy: "\e[2J"`, "schema/pattern", ""},
		"turns the writing":  {"approvedBy: Anna Ek", `approvedBy: "\u202e"`, "schema/pattern", ""},
		"no day":             {"  lastDay: \"2023-12-31\"\n", "", "schema/missing-field", ""},
		"a day in a list":    {"lastDay: ", "lastDay: [x]\nx: ", "engine/settings", "syntax"},
		"no place":           {"  object: lokalbokning\n  path: /costs/management/rows/1/forecast\n", "", "schema/missing-field", "either"},
		"given twice":        {text, text + text, "engine/settings", "waived-twice"},
		"no list":            {"- rule: budget", "  rule: budget", "schema/type", ""},
		"another finger":     {"fingerprint: ", "fingerprint: x", "schema/pattern", ""},
		"a path of no place": {"path: /costs", "path: costs", "schema/pattern", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(text, want.old) {
				t.Fatalf("%q does not stand in\n%s", want.old, text)
			}
			_, err := waiver.Parse([]byte(strings.Replace(text, want.old, want.new, 1)), c.Catalog())
			var faults report.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("%v", err)
			}
			found := false
			for _, f := range faults {
				found = found || f.Rule == want.rule && (want.variant == "" || f.Variant == want.variant)
			}
			if !found {
				t.Errorf("%+v", faults)
			}
		})
	}
}
