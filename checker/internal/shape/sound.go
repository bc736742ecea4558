package shape

import (
	"maps"
	"slices"

	"github.com/plankoll/plankoll/checker/report"
)

// Sound returns the value without the parts that the findings speak of, and
// the pointers, sorted, that nothing is known about: what was taken out, what
// is missing, the fields of which one is missing, and the field that a misspelt
// one was likely meant to be.
//
// Members of objects are removed; elements of lists become nil, so that the
// others keep their places. A fault at the root gives nil. The value itself is
// never changed, and parts that are sound are shared with it.
func Sound(value any, findings []report.Finding) (pruned any, unsound []report.Pointer) {
	var cuts cut
	for _, f := range findings {
		at := f.Place.Pointer
		unsound = append(unsound, at)
		if f.Rule != missingField {
			cuts.add(at.Segments())
		}
		for _, name := range meant(f) {
			unsound = append(unsound, at.Parent().Join(name))
		}
	}
	slices.Sort(unsound)
	unsound = slices.Compact(unsound)
	if cuts.here {
		return nil, unsound
	}
	return cuts.apply(value), unsound
}

// meant returns the names of the fields that a finding speaks of beside its own.
func meant(f report.Finding) []string {
	switch f.Rule {
	case missingField:
		names, _ := f.Values["names"].([]string)
		return names
	case unknownField:
		if near, ok := f.Values["near"].(string); ok {
			return []string{near}
		}
	}
	return nil
}

// cut is a tree of the places to take out.
type cut struct {
	here   bool
	inside map[string]*cut
}

func (c *cut) add(segments []string) {
	for _, segment := range segments {
		next := c.inside[segment]
		if next == nil {
			next = &cut{}
			if c.inside == nil {
				c.inside = map[string]*cut{}
			}
			c.inside[segment] = next
		}
		c = next
	}
	c.here = true
}

func (c *cut) apply(value any) any {
	if len(c.inside) == 0 {
		return value
	}
	switch value := value.(type) {
	case map[string]any:
		left := maps.Clone(value)
		for name, inner := range c.inside {
			member, ok := value[name]
			switch {
			case !ok:
			case inner.here:
				delete(left, name)
			default:
				left[name] = inner.apply(member)
			}
		}
		return left
	case []any:
		left := slices.Clone(value)
		for segment, inner := range c.inside {
			i, ok := index(segment, len(left))
			switch {
			case !ok:
			case inner.here:
				left[i] = nil
			default:
				left[i] = inner.apply(value[i])
			}
		}
		return left
	}
	return value
}
