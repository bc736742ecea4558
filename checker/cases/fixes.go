package cases

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/report"
)

// changes writes a fix as JSON Patch.
func changes(fix []report.Change) ([]byte, error) {
	operations := []map[string]any{}
	for _, change := range fix {
		operation := map[string]any{"op": change.Op, "path": change.Path}
		if change.Op != report.Remove {
			operation["value"] = change.Value
		}
		operations = append(operations, operation)
	}
	return json.Marshal(operations)
}

// proposed tells where the fixes are not those that the case names.
func (c Case) proposed(rule string, r *report.Report) (faults []string) {
	for _, wanted := range c.Fires {
		if wanted.Fix == nil {
			continue
		}
		for _, f := range r.Findings {
			if f.Rule != rule || f.Place.Pointer != wanted.Path || f.Variant != wanted.Variant {
				continue
			}
			got, err := changes(f.Fix)
			if err != nil {
				faults = append(faults, err.Error())
			}
			want, err := changes(*wanted.Fix)
			if err != nil {
				faults = append(faults, err.Error())
			}
			if !bytes.Equal(got, want) {
				faults = append(faults, fmt.Sprintf("the fix at %s is %s, wanted %s", wanted.Path, got, want))
			}
		}
	}
	return faults
}

// Unmended applies the fix of a finding to the plan it was found in, and tells
// what is wrong then: the finding still stands, an error is new, or something can
// no longer be judged.
func Unmended(ctx context.Context, c *checker.Checker, f report.Finding, plan []byte, asOf string, before *report.Report) (faults []string) {
	patch, err := changes(f.Fix)
	if err != nil {
		return []string{err.Error()}
	}
	mended, _, err := Patch(plan, patch)
	if err != nil {
		return []string{err.Error()}
	}
	after := c.Check(ctx, checker.Submission{Bytes: mended}, checker.Options{AsOf: asOf})
	return unmended(f, before, after)
}

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
		if said := Line("finding", m.Rule, place(m.Place.Pointer), m.Variant); still[said] >= told[said] {
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
		said := Line("finding", g.Rule, place(g.Place.Pointer), g.Variant)
		// What a rule could not judge before, it may find now.
		if g.Severity == report.Error && still[said] > told[said] && !unclear(g.Rule, g.Place.Pointer) {
			faults = append(faults, "new is "+said)
		}
	}
	for _, n := range after.NotEvaluated {
		said := Line("not evaluated", n.Rule, place(n.Place.Pointer), n.Reason)
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
		counts[Line("finding", f.Rule, place(f.Place.Pointer), f.Variant)]++
	}
	for _, n := range r.NotEvaluated {
		counts[Line("not evaluated", n.Rule, place(n.Place.Pointer), n.Reason)]++
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
