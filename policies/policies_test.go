package policies_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/tester"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/authoring"
	"github.com/plankoll/plankoll/checker/cases"
	"github.com/plankoll/plankoll/policies"
)

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
	coverage := authoring.NewCoverage()
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
	uncovered(t, coverage, modules)
}

func uncovered(t *testing.T, coverage *authoring.Coverage, modules map[string]*ast.Module) {
	decisions := map[string]*ast.Module{}
	for file, module := range modules {
		if !strings.HasSuffix(file, "_test.rego") {
			decisions[file] = module
		}
	}
	covered, all := map[string]int{}, map[string]int{}
	for _, file := range coverage.Files(decisions) {
		folder, _, _ := strings.Cut(filepath.ToSlash(file.File), "/")
		covered[folder] += file.Covered
		all[folder] += file.Covered + file.Missed
		for _, line := range file.Lines {
			t.Logf("no test reaches policies/%s:%d", file.File, line)
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

func casesOf(t *testing.T, rule string) []cases.Case {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("rules", rule, "cases.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	list, err := cases.Read(text)
	if err != nil {
		t.Fatalf("%s: %v", rule, err)
	}
	return list
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

// TestCases runs every case through the whole program.
func TestCases(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	suite := cases.New(t.Context(), c, policies.Sound)
	var applied atomic.Int64
	t.Cleanup(func() { t.Logf("%d fixes were applied", applied.Load()) })
	for _, id := range ruleFolders(t) {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			outcome := suite.Run(t.Context(), id, casesOf(t, id))
			for _, fault := range outcome.Faults {
				t.Error(fault)
			}
			applied.Add(int64(outcome.Fixes))
			if proposes(t, id) && outcome.Own == 0 {
				t.Error("no case has a finding with a fix")
			}
			if rule := c.Catalog().Rule(id); rule != nil {
				for _, part := range outcome.Unsaid(rule) {
					t.Errorf("no case brings out %s", part)
				}
			}
		})
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
