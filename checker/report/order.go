package report

import (
	"cmp"
	"slices"
	"strings"
)

// Sort puts everything in the report in its one order: by section of the
// template, then as it stands in the file. Writers that group do so on top.
func (r *Report) Sort() {
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(
			compareSections(a.Section, b.Section),
			comparePlaces(a.Place, b.Place),
			cmp.Compare(b.Severity.Weight(), a.Severity.Weight()),
			strings.Compare(a.Rule, b.Rule),
			strings.Compare(a.Variant, b.Variant),
			strings.Compare(a.Fingerprint, b.Fingerprint),
		)
	})
	slices.SortStableFunc(r.NotEvaluated, func(a, b NotEvaluated) int {
		return cmp.Or(
			compareSections(a.Section, b.Section),
			comparePlaces(a.Place, b.Place),
			strings.Compare(a.Rule, b.Rule),
			strings.Compare(a.Reason, b.Reason),
		)
	})
	slices.SortStableFunc(r.Manual, func(a, b Manual) int {
		return cmp.Or(
			compareSections(a.Section, b.Section),
			comparePlaces(a.Place, b.Place),
			strings.Compare(a.Rule, b.Rule),
			strings.Compare(a.Variant, b.Variant),
		)
	})
}

// compareSections orders 0, 1.1, 1.2, 2, 10 as numbers; no section comes first.
func compareSections(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "."), strings.Split(b, "."), func(x, y string) int {
		return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y))
	})
}

func comparePlaces(a, b Place) int {
	return cmp.Or(
		cmp.Compare(a.Start.Offset, b.Start.Offset),
		strings.Compare(string(a.Pointer), string(b.Pointer)),
	)
}
