package policies_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/report"
)

// TestFixesOfARealPlan applies all that is proposed for a plan with many faults.
func TestFixesOfARealPlan(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	patch := patcher(t)
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
		mended, _ := patch(t, plan, changes(t, f.Fix))
		after := c.Check(t.Context(), checker.Submission{Bytes: mended}, checker.Options{})
		for _, fault := range unmended(f, before, after) {
			t.Errorf("the fix of %s at %s: %s", f.Rule, f.Place.Pointer, fault)
		}
	}
	if applied == 0 {
		t.Error("nothing was proposed")
	}
	t.Logf("%d fixes were applied", applied)
}

// proposes tells whether a rule gives fixes at all.
func proposes(t *testing.T, rule string) bool {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("rules", rule, "rule.rego"))
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Contains(text, []byte(`"fix":`))
}

// changes writes a fix as JSON Patch.
func changes(t *testing.T, fix []report.Change) []byte {
	t.Helper()
	var operations []map[string]any
	for _, change := range fix {
		operation := map[string]any{"op": change.Op, "path": change.Path}
		if change.Op != report.Remove {
			operation["value"] = change.Value
		}
		operations = append(operations, operation)
	}
	text, err := json.Marshal(operations)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// proposed makes sure that the fixes are those that the case names.
func (w wounded) proposed(t *testing.T, rule string, r *report.Report) {
	t.Helper()
	for _, wanted := range w.Fires {
		if wanted.Fix == nil {
			continue
		}
		for _, f := range r.Findings {
			if f.Rule != rule || f.Place.Pointer != wanted.Path || f.Variant != wanted.Variant {
				continue
			}
			if got, want := changes(t, f.Fix), changes(t, *wanted.Fix); !bytes.Equal(got, want) {
				t.Errorf("%s: the fix at %s is %s, wanted %s", w.Name, wanted.Path, got, want)
			}
		}
	}
}

// unmended tells what is wrong with a plan after a fix: the finding still stands,
// an error is new, or something can no longer be judged.
func unmended(f report.Finding, before, after *report.Report) (faults []string) {
	place := func(at report.Pointer) report.Pointer { return at }
	if slices.ContainsFunc(f.Fix, removesElement) {
		place = anywhere
	}
	told, still := told(before, place), told(after, place)
	mended := []report.Finding{f}
	if f.Stage == report.Accountant {
		mended = f.Replaces
	}
	for _, m := range mended {
		if said := line("finding", m.Rule, place(m.Place.Pointer), m.Variant); still[said] >= told[said] {
			faults = append(faults, "still stands "+said)
		}
	}
	// What a rule could not judge for want of what is mended, others could not either.
	unclear := func(rule string, at report.Pointer) bool {
		return slices.ContainsFunc(before.NotEvaluated, func(n report.NotEvaluated) bool {
			return (n.Rule == rule || n.Rule == f.Rule) && n.Place.Pointer.Parent().Contains(at)
		})
	}
	for _, g := range after.Unexplained() {
		said := line("finding", g.Rule, place(g.Place.Pointer), g.Variant)
		// What a rule could not judge before, it may find now.
		if g.Severity == report.Error && still[said] > told[said] && !unclear(g.Rule, g.Place.Pointer) {
			faults = append(faults, "new is "+said)
		}
	}
	for _, n := range after.NotEvaluated {
		said := line("not evaluated", n.Rule, place(n.Place.Pointer), n.Reason)
		if still[said] > told[said] && !unclear(n.Rule, n.Place.Pointer) {
			faults = append(faults, "new is "+said)
		}
	}
	return faults
}

// told counts what a report says.
func told(r *report.Report, place func(report.Pointer) report.Pointer) map[string]int {
	counts := map[string]int{}
	for _, f := range r.Unexplained() {
		counts[line("finding", f.Rule, place(f.Place.Pointer), f.Variant)]++
	}
	for _, n := range r.NotEvaluated {
		counts[line("not evaluated", n.Rule, place(n.Place.Pointer), n.Reason)]++
	}
	return counts
}

// removesElement tells whether a change moves what stands behind it in a list.
func removesElement(change report.Change) bool {
	segments := change.Path.Segments()
	return change.Op == report.Remove && isIndex(segments[len(segments)-1])
}

// anywhere leaves out the places in lists.
func anywhere(at report.Pointer) report.Pointer {
	var general report.Pointer
	for _, segment := range at.Segments() {
		if isIndex(segment) {
			segment = "*"
		}
		general = general.Join(segment)
	}
	return general
}

func isIndex(segment string) bool {
	_, err := strconv.Atoi(segment)
	return err == nil
}
