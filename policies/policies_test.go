package policies_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/authoring"
	"github.com/plankoll/plankoll/policies"
)

// TestPolicies runs the cases of all rules through the whole program, and the tests
// in Rego beside them. One rule's are run by `plankoll policy test --run
// <family>/<name>`; without --run it measures which lines they reach.
func TestPolicies(t *testing.T) {
	// Evaluation makes much short-lived garbage; this halves the time.
	defer debug.SetGCPercent(debug.SetGCPercent(800))
	tested, err := authoring.Test(t.Context(), authoring.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, failure := range tested.Failures {
		t.Errorf("%s\n\t%s", failure.Name, strings.Join(failure.Faults, "\n\t"))
	}
	if tested.Cases == 0 || tested.Tests == 0 || tested.Fixes == 0 {
		t.Errorf("%d cases and %d tests in Rego were run, and %d fixes applied", tested.Cases, tested.Tests, tested.Fixes)
	}
	t.Logf("%d cases, %d tests in Rego, %d fixes applied", tested.Cases, tested.Tests, tested.Fixes)
}

// ruleFolders lists the folders of the rules: rules/<family>/<name>, and audit/... of
// those across submissions.
func ruleFolders(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"rules/*/*", "audit/*/*"} {
		folders, err := filepath.Glob(pattern)
		if err != nil || len(folders) == 0 {
			t.Fatalf("no folders of rules: %v", err)
		}
		for _, folder := range folders {
			all = append(all, filepath.ToSlash(folder))
		}
	}
	return all
}

func TestEveryRuleFolderIsComplete(t *testing.T) {
	for _, folder := range ruleFolders(t) {
		for _, name := range []string{"rule.rego", "rule.yaml", "cases.yaml"} {
			if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
				t.Error(err)
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
