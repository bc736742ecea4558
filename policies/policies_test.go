package policies_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/tester"
	"github.com/open-policy-agent/opa/v1/topdown"
	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/policies"
)

const soundPlan = "../testdata/submissions/sound.json"

// missed is how many lines of each folder the tests do not reach yet. It may only
// be lowered; where it is 0 every line is reached.
var missed = map[string]int{"language": 39, "money": 0, "plan": 4, "plankoll": 0, "rules": 22}

// TestRego runs the tests in Rego, the cases among them, as `opa test` does.
func TestRego(t *testing.T) {
	// Evaluation makes much short-lived garbage; this halves the time.
	defer debug.SetGCPercent(debug.SetGCPercent(800))
	modules, store, err := tester.Load([]string{"."}, nil)
	if err != nil {
		t.Fatal(err)
	}
	coverage := &coverage{Cover: cover.New()}
	results, err := tester.NewRunner().
		SetStore(store).
		SetModules(modules).
		SetCoverageQueryTracer(coverage).
		RaiseBuiltinErrors(true).
		SetTimeout(10*time.Minute).
		RunTests(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	for result := range results {
		ran++
		if !result.Pass() {
			t.Errorf("%s\n%s", result, result.Output)
			if result.Error != nil {
				t.Error(result.Error)
			}
		}
	}
	if ran == 0 {
		t.Error("no test was run")
	}
	uncovered(t, coverage.Cover, modules)
}

// coverage passes on the first time that each line is reached. The tests reach
// the same lines hundreds of times, which OPA's own bookkeeping is slow with.
type coverage struct {
	*cover.Cover
	reached sync.Map
}

func (c *coverage) TraceEvent(event topdown.Event) {
	switch event.Node.(type) {
	case *ast.Expr:
		if event.Op != topdown.EvalOp {
			return
		}
	case *ast.Rule:
		if event.Op != topdown.ExitOp {
			return
		}
	default:
		return
	}
	if _, before := c.reached.LoadOrStore(event.Node, true); !before {
		c.Cover.TraceEvent(event)
	}
}

func uncovered(t *testing.T, coverage *cover.Cover, modules map[string]*ast.Module) {
	decisions := map[string]*ast.Module{}
	for file, module := range modules {
		if !strings.HasSuffix(file, "_test.rego") {
			decisions[file] = module
		}
	}
	covered, all := map[string]int{}, map[string]int{}
	result := coverage.Report(decisions)
	for file := range decisions {
		lines := result.Files[file]
		folder, _, _ := strings.Cut(filepath.ToSlash(file), "/")
		covered[folder] += lines.CoveredLines
		all[folder] += lines.CoveredLines + lines.NotCoveredLines
		for _, line := range lines.NotCovered {
			t.Logf("no test reaches policies/%s:%d", file, line.Start.Row)
		}
	}
	for folder := range all {
		t.Logf("%s: %d of %d lines covered", folder, covered[folder], all[folder])
	}
	for folder, allowed := range missed {
		if all[folder] == 0 {
			t.Errorf("there is nothing to cover in %s", folder)
		}
		if n := all[folder] - covered[folder]; n > allowed {
			t.Errorf("%d lines of %s are not reached, %d at most may be", n, folder, allowed)
		}
	}
}

// A case as it stands in cases.yaml.
type wounded struct {
	Name         string          `json:"name"`
	Wound        json.RawMessage `json:"wound"`
	Fires        []remark        `json:"fires"`
	Also         []remark        `json:"also,omitempty"`
	NotEvaluated []remark        `json:"not_evaluated,omitempty"`
	Manual       []remark        `json:"manual,omitempty"`
}

type remark struct {
	Rule    string         `json:"rule,omitempty"`
	Path    report.Pointer `json:"path"`
	Variant string         `json:"variant,omitempty"`
	Reason  string         `json:"reason,omitempty"`

	// What must be proposed, if the case says: an empty list is nothing.
	Fix *[]report.Change `json:"fix,omitempty"`
}

func cases(t *testing.T, rule string) []wounded {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("rules", rule, "cases.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Cases []wounded `json:"cases"`
	}
	if err := yaml.UnmarshalStrict(text, &file); err != nil {
		t.Fatalf("%s: %v", rule, err)
	}
	return file.Cases
}

// ruleFolders lists rules/<family>/<name> as ids.
func ruleFolders(t *testing.T) []string {
	t.Helper()
	folders, err := filepath.Glob("rules/*/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no folders of rules: %v", err)
	}
	for i, folder := range folders {
		folders[i] = strings.TrimPrefix(filepath.ToSlash(folder), "rules/")
	}
	return folders
}

func TestEveryRuleFolderIsComplete(t *testing.T) {
	for _, id := range ruleFolders(t) {
		for _, name := range []string{"rule.rego", "rule.yaml", "cases.yaml"} {
			if _, err := os.Stat(filepath.Join("rules", id, name)); err != nil {
				t.Error(err)
			}
		}
	}
}

// TestCases runs every case through the whole program: the wounded plan must
// still be of the right shape, all that is said must be what the case says, it
// must come out in words in every language, and what mends it must do so.
func TestCases(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	patch := patcher(t)
	healthy, err := os.ReadFile(soundPlan)
	if err != nil {
		t.Fatal(err)
	}
	var applied atomic.Int64
	t.Cleanup(func() { t.Logf("%d fixes were applied", applied.Load()) })
	usual := heard(c.Check(t.Context(), checker.Submission{Bytes: healthy}, checker.Options{}))
	for _, id := range ruleFolders(t) {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			rule := c.Catalog().Rule(id)
			if rule == nil {
				t.Fatal("the catalogue does not know this rule")
			}
			said := map[string]bool{}
			fixes := 0 // of the rule itself
			for _, wounded := range cases(t, id) {
				plan, asOf := patch(t, healthy, wounded.Wound)
				result := c.Check(t.Context(), checker.Submission{Bytes: plan}, checker.Options{AsOf: asOf})
				seen := slices.DeleteFunc(heard(result), func(line string) bool {
					return slices.Contains(usual, line) // for a person, in every plan
				})
				wanted := wounded.wanted(id, seen)
				if !slices.Equal(seen, wanted) {
					t.Errorf("%s\nseen:\n\t%s\nwanted:\n\t%s", wounded.Name, strings.Join(seen, "\n\t"), strings.Join(wanted, "\n\t"))
				}
				supplied(t, wounded.Name, result, rule, said)
				inWords(t, wounded.Name, result, c.Catalog())
				wounded.proposed(t, id, result)
				for _, f := range result.Findings {
					if f.Fix == nil {
						continue
					}
					applied.Add(1)
					if f.Rule == id {
						fixes++
					}
					mended, _ := patch(t, plan, changes(t, f.Fix))
					again := c.Check(t.Context(), checker.Submission{Bytes: mended}, checker.Options{AsOf: asOf})
					for _, fault := range unmended(f, result, again) {
						t.Errorf("%s: the fix of %s at %s: %s", wounded.Name, f.Rule, f.Place.Pointer, fault)
					}
				}
			}
			if proposes(t, id) && fixes == 0 {
				t.Error("no case has a finding with a fix")
			}
			text := rule.Texts[catalog.Swedish]
			for variant := range text.Messages {
				if !said["messages."+variant] {
					t.Errorf("no case has a finding with the variant %q", variant)
				}
			}
			for reason := range text.NotEvaluated {
				if !said["notEvaluated."+reason] {
					t.Errorf("no case has a place that is not evaluated because of %q", reason)
				}
			}
			for variant := range text.Manual {
				if !said["manual."+variant] {
					t.Errorf("no case has a place for a person with the variant %q", variant)
				}
			}
		})
	}
}

// patcher returns a function that changes a plan, and gives the day to judge by
// if the change holds one.
func patcher(t *testing.T) func(t *testing.T, plan, changes []byte) (changed []byte, asOf string) {
	query, err := rego.New(
		rego.Query("plan := json.patch(input.plan, input.changes)"),
		rego.StrictBuiltinErrors(true),
	).PrepareForEval(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return func(t *testing.T, plan, changes []byte) ([]byte, string) {
		t.Helper()
		input, err := ast.ValueFromReader(strings.NewReader(fmt.Sprintf(`{"plan": %s, "changes": %s}`, plan, changes)))
		if err != nil {
			t.Fatal(err)
		}
		results, err := query.Eval(context.Background(), rego.EvalParsedInput(input))
		if err != nil || len(results) != 1 {
			t.Fatalf("the changes %s cannot be made: %v", changes, err)
		}
		changed := results[0].Bindings["plan"].(map[string]any)
		asOf := ""
		if run, ok := changed["$run"].(map[string]any); ok {
			asOf = run["asOf"].(string)
			delete(changed, "$run")
		}
		text, err := json.Marshal(changed)
		if err != nil {
			t.Fatal(err)
		}
		return text, asOf
	}
}

// named is a line for another rule, whose variant a case may leave open.
func named(kind string, r remark, seen []string) string {
	if r.Variant == "" {
		prefix := strings.TrimSuffix(line(kind, r.Rule, r.Path, "default"), "default")
		for _, candidate := range seen {
			if strings.HasPrefix(candidate, prefix) {
				return candidate
			}
		}
	}
	return line(kind, r.Rule, r.Path, r.Variant)
}

// heard lists all that a report says, of whatever stage, sorted.
func heard(r *report.Report) []string {
	var list []string
	for _, f := range r.Unexplained() {
		list = append(list, line("finding", f.Rule, f.Place.Pointer, f.Variant))
	}
	for _, n := range r.NotEvaluated {
		list = append(list, line("not evaluated", n.Rule, n.Place.Pointer, n.Reason))
	}
	for _, m := range r.Manual {
		list = append(list, line("manual", m.Rule, m.Place.Pointer, m.Variant))
	}
	slices.Sort(list)
	return list
}

// wanted lists all that a case says, sorted.
func (w wounded) wanted(rule string, seen []string) []string {
	var list []string
	for _, f := range w.Fires {
		list = append(list, line("finding", rule, f.Path, f.Variant))
	}
	for _, f := range w.Also {
		list = append(list, named("finding", f, seen))
	}
	for _, n := range w.NotEvaluated {
		list = append(list, line("not evaluated", n.Rule, n.Path, n.Reason))
	}
	for _, m := range w.Manual {
		list = append(list, named("manual", m, seen))
	}
	slices.Sort(list)
	return list
}

func line(kind, rule string, at report.Pointer, variant string) string {
	return fmt.Sprintf("%s: %s %s %s", kind, rule, at, cmp.Or(variant, catalog.Default))
}

// supplied notes what the rule itself says, and makes sure that it has a text for
// it and gives every value that the text uses.
func supplied(t *testing.T, name string, r *report.Report, rule *catalog.Rule, said map[string]bool) {
	check := func(part, text string, exists bool, values map[string]any) {
		said[part] = true
		if !exists {
			t.Errorf("%s: rule.yaml has no %s", name, part)
		}
		for _, value := range catalog.Placeholders(text) {
			if _, ok := values[value]; !ok {
				t.Errorf("%s: the rule gives no %s for %s", name, value, part)
			}
		}
	}
	text := rule.Texts[catalog.Swedish]
	for _, f := range r.Unexplained() {
		if f.Rule == rule.ID {
			variant := cmp.Or(f.Variant, catalog.Default)
			message, ok := text.Messages[variant]
			check("messages."+variant, message.Message+message.Action, ok, f.Values)
		}
	}
	for _, n := range r.NotEvaluated {
		if n.Rule == rule.ID {
			reason, ok := text.NotEvaluated[n.Reason]
			check("notEvaluated."+n.Reason, reason, ok, n.Values)
		}
	}
	for _, m := range r.Manual {
		if m.Rule == rule.ID {
			variant := cmp.Or(m.Variant, catalog.Default)
			question, ok := text.Manual[variant]
			check("manual."+variant, question, ok, m.Values)
		}
	}
}

// A value that was not written, and a number that no reader understands.
var (
	unwritten  = regexp.MustCompile(`\{|\(the value`)
	scientific = regexp.MustCompile(`[0-9][eE][+-]?[0-9]`)
)

func inWords(t *testing.T, name string, r *report.Report, c *catalog.Catalog) {
	for _, language := range catalog.Languages {
		var text bytes.Buffer
		if err := format.Write(&text, "json", []*report.Report{r}, c, format.Options{Language: language}); err != nil {
			t.Fatal(err)
		}
		var written struct {
			Findings     []struct{ Message, Action string }
			NotEvaluated []struct{ Reason string }
			Manual       []struct{ Message string }
		}
		if err := json.Unmarshal(text.Bytes(), &written); err != nil {
			t.Fatal(err)
		}
		var words []string
		for _, f := range written.Findings {
			words = append(words, f.Message, f.Action)
		}
		for _, n := range written.NotEvaluated {
			words = append(words, n.Reason)
		}
		for _, m := range written.Manual {
			words = append(words, m.Message)
		}
		for _, text := range words {
			if text == "" || unwritten.MatchString(text) || scientific.MatchString(text) {
				t.Errorf("%s: in %s it reads %q", name, language, text)
			}
		}
	}
}

// The program needs the rules, not the test that runs their cases.
func TestTheProgramCarriesNoCaseTests(t *testing.T) {
	err := fs.WalkDir(policies.Files, ".", func(name string, _ fs.DirEntry, err error) error {
		if name == "cases" {
			t.Error("policies/cases is embedded")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
