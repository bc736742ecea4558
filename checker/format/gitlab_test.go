package format_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"testing"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

type issue struct {
	Description string
	CheckName   string `json:"check_name"`
	Fingerprint string
	Severity    string
	Location    struct {
		Path  string
		Lines struct{ Begin int }
	}
}

func gitlab(t *testing.T, reports ...*report.Report) []issue {
	t.Helper()
	var issues []issue
	if err := json.Unmarshal([]byte(write(t, "gitlab", catalog.Swedish, reports...)), &issues); err != nil {
		t.Fatal(err)
	}
	if issues == nil {
		t.Fatal("GitLab wants a list even where there is nothing to say")
	}
	return issues
}

// What GitLab documents of each issue.
func TestGitLabIssuesAreWhole(t *testing.T) {
	severities := []string{"info", "minor", "major", "critical", "blocker"}
	for name, reports := range kinds(t) {
		for _, i := range gitlab(t, reports...) {
			if i.Description == "" || i.CheckName == "" || i.Location.Path == "" || i.Location.Lines.Begin < 1 || !slices.Contains(severities, i.Severity) {
				t.Errorf("%s: %+v", name, i)
			}
			if !regexp.MustCompile(`^[0-9a-f]{32}$`).MatchString(i.Fingerprint) {
				t.Errorf("%s: the fingerprint is %q", name, i.Fingerprint)
			}
		}
	}
}

func TestGitLabSaysWhatTheReportDoes(t *testing.T) {
	real, _ := check(t, "real")
	counts := map[string]int{}
	for _, i := range gitlab(t, real) {
		counts[i.Severity]++
	}
	if n := len(real.Findings) + len(real.NotEvaluated) + len(real.Manual); counts["critical"] != real.Summary.Errors || counts["blocker"] != 0 ||
		counts["critical"]+counts["major"]+counts["minor"]+counts["info"] != n {
		t.Errorf("%v, but the report has %+v", counts, real.Summary)
	}
	for _, name := range []string{"missing", "not made"} {
		if got := gitlab(t, kinds(t)[name]...); len(got) != 1 || got[0].Severity != "blocker" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// A fingerprint is unique in a report of several submissions, and no line changes it.
func TestGitLabFingerprints(t *testing.T) {
	real, _ := check(t, "real")
	other, _ := check(t, "real")
	other.Input.Name = "other.json"
	seen := map[string]bool{}
	both := gitlab(t, real, other)
	for _, i := range both {
		seen[i.Fingerprint] = true
	}
	if len(seen) != len(both) {
		t.Errorf("%d fingerprints for %d issues", len(seen), len(both))
	}
	moved, _ := check(t, "real")
	moved.Input.Name = "./real.json"
	moved.NotEvaluated, moved.Manual = slices.Clone(moved.NotEvaluated), slices.Clone(moved.Manual)
	for i := range moved.Findings {
		moved.Findings[i].Place.Start.Line += 7
	}
	for i := range moved.NotEvaluated {
		moved.NotEvaluated[i].Place.Start.Line += 7
	}
	for i := range moved.Manual {
		moved.Manual[i].Place.Start.Line += 7
	}
	for n, i := range gitlab(t, moved) {
		if i.Fingerprint != both[n].Fingerprint || i.Location.Path != "real.json" {
			t.Errorf("%+v was %+v", i, both[n])
		}
	}
}
