package policies_test

import (
	"os"
	"testing"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/cases"
)

// TestFixesOfARealPlan applies all that is proposed for a plan with many faults.
func TestFixesOfARealPlan(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	plan, err := os.ReadFile("../testdata/submissions/real.json")
	if err != nil {
		t.Fatal(err)
	}
	before := c.Check(t.Context(), checker.Submission{Bytes: plan}, checker.Options{})
	applied := 0
	for _, f := range before.Findings {
		if f.Fix == nil {
			continue
		}
		applied++
		for _, fault := range cases.Unmended(t.Context(), c, f, plan, "", before) {
			t.Errorf("the fix of %s at %s: %s", f.Rule, f.Place.Pointer, fault)
		}
	}
	if applied == 0 {
		t.Error("nothing was proposed")
	}
	t.Logf("%d fixes were applied", applied)
}
