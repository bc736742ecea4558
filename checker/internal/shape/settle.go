package shape

import (
	"cmp"
	"slices"

	"github.com/plankoll/plankoll/checker/report"
)

// settle leaves one fault for each cause, in the order of pointer and rule.
// The library goes through fields in no order, so what is kept must not depend
// on what came first.
func settle(faults []fault) []fault {
	slices.SortFunc(faults, func(a, b fault) int {
		return cmp.Or(
			cmp.Compare(a.at(), b.at()),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.location, b.location),
			cmp.Compare(a.Variant, b.Variant),
		)
	})
	faults = withoutConsequences(faults)

	condemned := map[report.Pointer]fault{}
	byPlace := map[report.Pointer][]string{}
	misspelt := map[report.Pointer]bool{}
	for _, f := range faults {
		if worst, ok := condemned[f.at()]; condemns(f) > 0 && (!ok || condemns(f) > condemns(worst)) {
			condemned[f.at()] = f
		}
		byPlace[f.at()] = append(byPlace[f.at()], f.Rule)
		if near, ok := f.Values["near"].(string); ok && f.Rule == unknownField {
			misspelt[f.at().Parent().Join(near)] = true
		}
	}
	var kept []fault
	for _, f := range faults {
		switch last := len(kept) - 1; {
		case last >= 0 && kept[last].at() == f.at() && kept[last].Rule == f.Rule:
		case f.Rule == missingField && misspelt[f.at()]:
		case within(f.at(), condemned):
		default:
			worst, ok := condemned[f.at()]
			if ok && worst.Rule == f.Rule || !ok && !overruled(f.Rule, byPlace[f.at()]) {
				kept = append(kept, f)
			}
		}
	}
	return kept
}

// condemns tells how surely a fault makes all else at its place, and within
// it, not worth telling. Zero is not at all.
func condemns(f fault) int {
	switch {
	case f.Rule == otherFault && f.Variant == "unreadable":
		return 3
	case f.Rule == unknownField:
		return 2
	case f.Rule == wrongType:
		return 1
	}
	return 0
}

// within tells whether the place lies inside one that is condemned.
func within(at report.Pointer, condemned map[report.Pointer]fault) bool {
	for at != "" {
		at = at.Parent()
		if _, ok := condemned[at]; ok {
			return true
		}
	}
	return false
}

// overruled tells whether a fault of the rule is only another view of one by
// the other rules at the same place.
func overruled(rule string, others []string) bool {
	switch rule {
	case wrongPattern:
		return slices.Contains(others, wrongDate) || slices.Contains(others, notAllowed)
	case wrongDate, outOfRange, tooLong, tooShort, notMultiple:
		return slices.Contains(others, notAllowed)
	}
	return false
}

// withoutConsequences drops the fields that are left over only because
// something else in their object is wrong.
func withoutConsequences(faults []fault) []fault {
	if !slices.ContainsFunc(faults, func(f fault) bool { return f.weak }) {
		return faults
	}
	wrong := map[report.Pointer]bool{}
	for _, f := range faults {
		if f.weak {
			continue
		}
		for at := f.at(); !wrong[at]; at = at.Parent() {
			wrong[at] = true
		}
	}
	return slices.DeleteFunc(faults, func(f fault) bool { return f.weak && wrong[f.at().Parent()] })
}
