package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Faults is what is wrong with a file that says how to check. As an error it keeps
// the check from being made.
type Faults []Finding

func (f Faults) Error() string {
	return fmt.Sprintf("%d faults, the first is %s at %q", len(f), f[0].Rule, f[0].Place.Pointer)
}

// InOrder returns the faults as they stand in their file.
func (f Faults) InOrder() Faults {
	return slices.SortedStableFunc(slices.Values(f), func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Place.Start.Line, b.Place.Start.Line),
			cmp.Compare(a.Place.Start.Column, b.Place.Start.Column),
			strings.Compare(string(a.Place.Pointer), string(b.Place.Pointer)),
		)
	})
}
