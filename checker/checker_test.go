package checker_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

// One Checker may be used by many at once, and gives each the same bytes.
func TestTogether(t *testing.T) {
	plans := [][]byte{sample(t, "sound"), sample(t, "real"), []byte(`{"profile": "goteborg-2024"}`), []byte(`{`)}
	var want [][]byte
	for _, plan := range plans {
		want = append(want, written(t, check(t, plan)))
	}
	var all sync.WaitGroup
	for worker := range 8 {
		all.Go(func() {
			i := worker % len(plans)
			if got := written(t, check(t, plans[i])); !bytes.Equal(got, want[i]) {
				t.Errorf("worker %d has another report", worker)
			}
		})
	}
	all.Wait()
}

func written(t *testing.T, r *report.Report) []byte {
	var out bytes.Buffer
	for _, name := range format.Names() {
		if err := format.Write(&out, name, []*report.Report{r}, load(t).Catalog(), format.Options{Language: catalog.Swedish}); err != nil {
			t.Error(err)
		}
	}
	return out.Bytes()
}

// A check that was broken off never looks like one that passed.
func TestInterrupted(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	expired, cancel := context.WithDeadline(context.Background(), time.Unix(0, 0))
	defer cancel()
	small := []byte(`{"profile": "goteborg-2024", "reportYear": 2024, "submittedOn": "2023-03-31",
		"supplier": {"id": "n", "name": "N", "services": [{"id": "s", "name": "S"}]}}`)
	for variant, ctx := range map[string]context.Context{"stopped": cancelled, "too-long": expired} {
		for _, plan := range [][]byte{sample(t, "sound"), small} {
			for range 5 {
				result := load(t).Check(ctx, checker.Submission{Bytes: plan}, checker.Options{})
				if result.Verdict != report.Undecided {
					t.Errorf("%s: the verdict is %s", variant, result.Verdict)
				}
				if len(result.Findings) != 1 || result.Findings[0].Rule != "engine/interrupted" || result.Findings[0].Variant != variant {
					t.Errorf("%s: the findings are %+v", variant, result.Findings)
				}
				if len(result.Checked) != 0 {
					t.Errorf("%s: %d rules are said to have been asked", variant, len(result.Checked))
				}
			}
		}
	}
}

func TestProfile(t *testing.T) {
	const here = `"profile": "goteborg-2024",`
	for _, c := range []struct {
		name, profile string
		finding       string // the one that is not a rule's
		verdict       report.Verdict
	}{
		{"unknown", `"profile": "goteborg-1999",`, "engine/unknown-profile", report.Undecided},
		{"missing", ``, "schema/missing-field", report.Undecided},
		{"a number", `"profile": 2024,`, "schema/type", report.Undecided},
		{"nothing", `"profile": null,`, "schema/type", report.Undecided},
		{"empty", `"profile": "",`, "schema/pattern", report.Undecided},
		{"misspelt", `"porfile": "goteborg-2024",`, "schema/unknown-field", report.Undecided},
	} {
		t.Run(c.name, func(t *testing.T) {
			result := check(t, replaced(t, sample(t, "real"), here, c.profile))
			if result.Verdict != c.verdict || result.Profile != "" || len(result.Checked) != 0 {
				t.Errorf("%s, profile %q, %d rules asked", result.Verdict, result.Profile, len(result.Checked))
			}
			if !slices.ContainsFunc(result.Findings, func(f report.Finding) bool { return f.Rule == c.finding && f.Severity == report.Error }) {
				t.Errorf("no %s among %+v", c.finding, result.Findings)
			}
			// Every rule is named, so that none is taken for one that passed.
			var open []string
			for _, n := range result.NotEvaluated {
				if n.Reason == checker.NoProfile {
					open = append(open, n.Rule)
				}
			}
			if all := policyRules(t); !slices.Equal(open, all) {
				t.Errorf("not evaluated are %q, want %q", open, all)
			}
		})
	}
}

// policyRules are the ids of all rules of the template, sorted.
func policyRules(t *testing.T) []string {
	t.Helper()
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(c.Catalog().IDs(), func(id string) bool {
		return c.Catalog().Rule(id).Stage != report.Policy
	})
}

func TestReportYearOfAnotherProfile(t *testing.T) {
	result := check(t, replaced(t, sample(t, "sound"), `"reportYear": 2024`, `"reportYear": 2031`))
	var found []report.Pointer
	for _, f := range result.Findings {
		if f.Rule == "reference/report-year" {
			found = append(found, f.Place.Pointer)
		}
	}
	if !slices.Equal(found, []report.Pointer{"/reportYear"}) || result.Verdict != report.Rejected {
		t.Errorf("%s, found at %q", result.Verdict, found)
	}
}

func TestAsOf(t *testing.T) {
	c := load(t)
	check := func(asOf string) *report.Report {
		return c.Check(context.Background(), checker.Submission{Bytes: sample(t, "sound")}, checker.Options{AsOf: asOf})
	}
	for asOf, want := range map[string]string{"": "2023-03-31", "2023-03-30": "2023-03-30"} {
		if result := check(asOf); result.AsOf != want || result.Verdict != report.Accepted {
			t.Errorf("as of %q: counted from %s, %s", asOf, result.AsOf, result.Verdict)
		}
	}
	// Long before the plan was written nothing in it can have been done.
	early := check("2020-01-01")
	if !slices.ContainsFunc(early.Findings, func(f report.Finding) bool { return f.Variant == "done-in-the-future" }) {
		t.Errorf("%+v", early.Findings)
	}
	for _, asOf := range []string{"31/3", "2023-02-29", "2023-03-31T00:00:00Z"} {
		result := check(asOf)
		if result.Verdict != report.Undecided || len(result.Findings) != 1 || result.Findings[0].Rule != "engine/invalid-as-of" {
			t.Errorf("as of %q: %s, %+v", asOf, result.Verdict, result.Findings)
		}
	}
}

// The digest names everything that decides, so that two reports can be compared.
func TestRulesDigest(t *testing.T) {
	further := func(file, content string) string {
		c, err := checker.Load(fstest.MapFS{file: {Data: []byte(content)}})
		if err != nil {
			t.Fatal(err)
		}
		return c.RulesDigest()
	}
	own := load(t).RulesDigest()
	one := further("house/x.yaml", "x: 1")
	for what, other := range map[string]string{
		"nothing more": own, "other content": further("house/x.yaml", "x: 2"), "another name": further("house/y.yaml", "x: 1"),
	} {
		if one == other {
			t.Errorf("%s: the digest is the same", what)
		}
	}
	if again := further("house/x.yaml", "x: 1"); again != one {
		t.Error("the same files have two digests")
	}
	if test := further("house/x_test.rego", "package house"); test != own {
		t.Error("a test changes the digest, though it decides nothing")
	}
}

func TestLoadReportsAllThatIsWrong(t *testing.T) {
	_, err := checker.Load(fstest.MapFS{
		"rules/house/a/rule.yaml": {Data: []byte("severity: grave")},
		"rules/house/b/rule.yaml": {Data: []byte("kind: guess")},
	})
	if err == nil {
		t.Fatal("both are taken")
	}
	for _, said := range []string{"house/a: severity is \"grave\"", "house/a: lacks en.title", "house/b: kind is \"guess\""} {
		if !strings.Contains(err.Error(), said) {
			t.Errorf("%q is not in %v", said, err)
		}
	}
}

func TestLoadWithAFolderThatFails(t *testing.T) {
	missing := os.DirFS(filepath.Join(t.TempDir(), "missing"))
	if _, err := checker.Load(missing); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	if _, err := checker.Load(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "holds no policies") {
		t.Errorf("got %v", err)
	}
}

func TestUnreadable(t *testing.T) {
	c := load(t)
	for variant, cause := range map[string]error{
		"not-found":     fs.ErrNotExist,
		"no-permission": &fs.PathError{Op: "open", Path: "plan.json", Err: fs.ErrPermission},
		"other":         errors.New("the disk is gone"),
	} {
		result := c.Unreadable("plan.json", cause)
		if result.Verdict != report.Undecided || len(result.Findings) != 1 || result.Findings[0].Variant != variant {
			t.Errorf("%s: %s, %+v", variant, result.Verdict, result.Findings)
		}
		if result.Input != (report.Input{Name: "plan.json"}) || result.RulesDigest != c.RulesDigest() {
			t.Errorf("%s: %+v", variant, result.Input)
		}
	}
}

// Nothing that the template demands is passed over in silence.
func TestEveryRequirementIsCheckedOrSaidWhyNot(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	requirements := c.Catalog().Requirements()
	if len(requirements) != 79 {
		t.Errorf("the template has 79 rules, listed are %d", len(requirements))
	}
	for _, requirement := range requirements {
		checked := len(c.Catalog().CheckedBy(requirement.ID)) > 0
		if explained := requirement.Unchecked != nil; checked == explained {
			t.Errorf("%s: checked %v, explained %v", requirement.ID, checked, explained)
		}
	}
}
