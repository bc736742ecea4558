package format_test

import (
	"context"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

func TestSARIFFitsTheSchemaOfOASIS(t *testing.T) {
	schema, err := jsonschema.Compile(testdata + "/schemas/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, reports := range kinds(t) {
		for _, language := range catalog.Languages {
			var log any
			if err := json.Unmarshal([]byte(write(t, "sarif", language, reports...)), &log); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if err := schema.Validate(log); err != nil {
				t.Errorf("%s in %s: %#v", name, language, err)
			}
			run := log.(map[string]any)["runs"].([]any)[0].(map[string]any)
			run["unknown"] = true
			if schema.Validate(log) == nil {
				t.Error("the schema takes anything")
			}
		}
	}
}

// run is what the tests read of a SARIF log.
type run struct {
	Tool struct {
		Driver struct {
			Rules []struct {
				ID                                      string
				ShortDescription, FullDescription, Help struct{ Text, Markdown string }
				DefaultConfiguration                    struct{ Level string }
			}
		}
	}
	Invocations []struct {
		ExecutionSuccessful        bool
		ToolExecutionNotifications []struct{ AssociatedRule struct{ ID string } }
	}
	Results []result
}

type result struct {
	RuleID, Kind, Level, BaselineState string
	RuleIndex                          int
	Message                            struct{ Text string }
	Locations, RelatedLocations        []location
	PartialFingerprints                map[string]string
	Suppressions                       []struct{ Kind, Status, Justification string }
	Fixes                              []fix
}

type region struct{ StartLine, StartColumn, EndLine, EndColumn int }

type fix struct {
	Description     struct{ Text string }
	ArtifactChanges []struct {
		ArtifactLocation struct{ URI string }
		Replacements     []struct {
			DeletedRegion   region
			InsertedContent struct{ Text string }
		}
	}
}

type location struct {
	PhysicalLocation struct {
		ArtifactLocation struct{ URI string }
		Region           region
	}
	LogicalLocations []struct{ FullyQualifiedName string }
}

func sarif(t *testing.T, reports ...*report.Report) run {
	t.Helper()
	var log struct{ Runs []run }
	if err := json.Unmarshal([]byte(write(t, "sarif", catalog.Swedish, reports...)), &log); err != nil {
		t.Fatal(err)
	}
	if len(log.Runs) != 1 {
		t.Fatalf("%d runs", len(log.Runs))
	}
	return log.Runs[0]
}

func TestSARIFSaysWhatTheReportDoes(t *testing.T) {
	real, _ := check(t, "real")
	got := sarif(t, real)
	if n := len(real.Findings) + len(real.NotEvaluated) + len(real.Manual); len(got.Results) != n {
		t.Errorf("%d results, want %d", len(got.Results), n)
	}
	kinds := map[string]int{}
	related := 0
	fingerprints := map[string]bool{}
	for _, result := range got.Results {
		kinds[result.Kind+" "+result.Level]++
		related += len(result.RelatedLocations)
		fingerprints[result.PartialFingerprints["plankoll/v1"]] = true
		if rule := got.Tool.Driver.Rules[result.RuleIndex]; rule.ID != result.RuleID {
			t.Errorf("the index of %s stands for %s", result.RuleID, rule.ID)
		}
	}
	for kind, want := range map[string]int{
		"fail error": real.Summary.Errors, "fail warning": real.Summary.Warnings, "fail note": real.Summary.Infos,
		"open none": real.Summary.NotEvaluated, "review none": real.Summary.Manual,
	} {
		if kinds[kind] != want || want == 0 {
			t.Errorf("%s: %d, want %d", kind, kinds[kind], want)
		}
	}
	if len(fingerprints) != len(got.Results) {
		t.Errorf("%d fingerprints for %d results", len(fingerprints), len(got.Results))
	}
	if related == 0 {
		t.Error("nothing is told of what the accountant replaces")
	}
	for _, rule := range got.Tool.Driver.Rules {
		if rule.ShortDescription.Text == "" || rule.FullDescription.Text == "" || rule.Help.Text == "" || rule.Help.Markdown == "" || rule.DefaultConfiguration.Level == "" {
			t.Errorf("%s is not described", rule.ID)
		}
	}
	if !got.Invocations[0].ExecutionSuccessful {
		t.Error("a rejected submission is no check that failed")
	}
}

// A region is what an editor would mark, which counts in UTF-16.
func TestSARIFRegionsAreUTF16(t *testing.T) {
	plan, err := os.ReadFile(testdata + "/submissions/sound.json")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(strings.Join(strings.Fields(string(plan)), " "), `"submittedOn"`, `"å😀𝕏": "å", "submittedOn"`, 1)
	text = strings.Replace(text, `"submittedOn": "`, `"submittedOn": "x`, 1)
	result := load(t).Check(context.Background(), checker.Submission{Name: "one line.json", Bytes: []byte(text)}, checker.Options{})
	units := utf16.Encode([]rune(text))
	seen := false
	for _, result := range sarif(t, result).Results {
		if len(result.Locations[0].LogicalLocations) == 0 || result.Locations[0].LogicalLocations[0].FullyQualifiedName != "/submittedOn" {
			continue
		}
		seen = true
		region := result.Locations[0].PhysicalLocation.Region
		marked := string(utf16.Decode(units[region.StartColumn-1 : region.EndColumn-1]))
		if !strings.HasPrefix(marked, `"x20`) || !strings.HasSuffix(marked, `"`) || strings.Count(marked, `"`) != 2 {
			t.Errorf("marked is %q", marked)
		}
		if uri := result.Locations[0].PhysicalLocation.ArtifactLocation.URI; uri != "one%20line.json" {
			t.Errorf("the address is %s", uri)
		}
	}
	if !seen {
		t.Error("there is nothing to look at")
	}
}

// A fix is applied as a program would that knows nothing but SARIF. What it mends is
// then found no more.
func TestSARIFFixesMend(t *testing.T) {
	plan, err := os.ReadFile(testdata + "/submissions/real.json")
	if err != nil {
		t.Fatal(err)
	}
	layouts := map[string]string{
		"as it is":    string(plan),
		"of Windows":  "\ufeff" + strings.ReplaceAll(string(plan), "\n", "\r\n"),
		"on one line": strings.Replace(strings.Join(strings.Fields(string(plan)), " "), "{", `{"å😀": "𝕏",`, 1),
	}
	for layout, text := range layouts {
		results := func(text string) (results []result) {
			r := load(t).Check(context.Background(), checker.Submission{Name: "the plan.json", Bytes: []byte(text)}, checker.Options{})
			return sarif(t, r).Results
		}
		mended := 0
		for _, result := range results(text) {
			for _, fix := range result.Fixes {
				mended++
				if len(fix.ArtifactChanges) != 1 || fix.ArtifactChanges[0].ArtifactLocation.URI != "the%20plan.json" || fix.Description.Text == "" {
					t.Fatalf("%s: %+v", layout, fix)
				}
				after := text
				// Those behind come first, so that the others stay where they are.
				for _, r := range slices.Backward(fix.ArtifactChanges[0].Replacements) {
					start := offset(text, r.DeletedRegion.StartLine, r.DeletedRegion.StartColumn)
					end := offset(text, r.DeletedRegion.EndLine, r.DeletedRegion.EndColumn)
					after = after[:start] + r.InsertedContent.Text + after[end:]
				}
				for _, left := range results(after) {
					if left.PartialFingerprints["plankoll/v1"] == result.PartialFingerprints["plankoll/v1"] {
						t.Errorf("%s: %s is still found after %q", layout, result.RuleID, fix.Description.Text)
					}
					if left.Level == "error" && strings.HasPrefix(left.RuleID, "reader/") {
						t.Errorf("%s: %q breaks the plan: %s", layout, fix.Description.Text, left.Message.Text)
					}
				}
			}
		}
		if mended < 3 {
			t.Errorf("%s: there are %d fixes", layout, mended)
		}
	}
}

// offset is where a line and a column of UTF-16, counted from 1, stand in a text.
func offset(text string, line, column int) int {
	lines := strings.SplitAfter(text, "\n")
	units := utf16.Encode([]rune(lines[line-1]))
	return len(strings.Join(lines[:line-1], "")) + len(string(utf16.Decode(units[:column-1])))
}

func TestSARIFTellsOfAnswers(t *testing.T) {
	r := answered(t)
	for i, result := range sarif(t, r).Results[:len(r.Findings)] {
		state := []string{"new", "unchanged", ""}[i%3]
		if result.BaselineState != state {
			t.Errorf("%d: the state is %q, want %q", i, result.BaselineState, state)
		}
		waived := r.Findings[i].Status == report.Waived
		if waived != (len(result.Suppressions) == 1) {
			t.Errorf("%d: the suppressions are %+v", i, result.Suppressions)
		}
		if waived && (result.Suppressions[0].Kind != "external" || result.Suppressions[0].Status != "accepted" || !strings.Contains(result.Suppressions[0].Justification, "Väntar på beslut")) {
			t.Errorf("%d: the suppression is %+v", i, result.Suppressions[0])
		}
	}
	open, _ := check(t, "real")
	for _, result := range sarif(t, open).Results {
		if result.BaselineState != "" || result.Suppressions != nil {
			t.Fatalf("there is neither baseline nor waiver, but %+v", result)
		}
	}
}

func TestSARIFTellsThatNothingCouldBeChecked(t *testing.T) {
	all := kinds(t)
	for _, name := range []string{"cut off", "missing", "not made", "several"} {
		if got := sarif(t, all[name]...); got.Invocations[0].ExecutionSuccessful || len(got.Results) == 0 {
			t.Errorf("%s: looks like a check that was made", name)
		}
	}
	for _, name := range []string{"missing", "not made"} {
		if got := sarif(t, all[name]...); len(got.Invocations[0].ToolExecutionNotifications) != 1 {
			t.Errorf("%s: what kept it is not told", name)
		}
	}
}

// Programs that show SARIF make links of [text](target) and look for arguments in
// braces.
func TestSARIFTextsAreInert(t *testing.T) {
	for _, result := range sarif(t, hostile(t)).Results {
		if strings.Contains(result.Message.Text, "](") || strings.Contains(result.Message.Text, "{0}") {
			t.Errorf("%q", result.Message.Text)
		}
	}
}

func TestSARIFAddresses(t *testing.T) {
	for name, want := range map[string]string{
		"plan.json":             "plan.json",
		"./planer/år 2024.json": "planer/%C3%A5r%202024.json",
		"../plan.json":          "../plan.json",
		"a:b.json":              "./a:b.json",
		"100%.json":             "100%25.json",
		"a?b#c.json":            "a%3Fb%23c.json",
		"/srv/plan.json":        "file:///srv/plan.json",
		"C:/planer/plan.json":   "file:///C:/planer/plan.json",
	} {
		r := load(t).Unreadable(name, os.ErrNotExist)
		if got := sarif(t, r).Results[0].Locations[0].PhysicalLocation.ArtifactLocation.URI; got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}
