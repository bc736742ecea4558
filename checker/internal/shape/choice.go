package shape

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/plankoll/plankoll/checker/report"
)

// choose tells what is wrong with the branch of an anyOf or oneOf that the
// value comes closest to. If several come as close, they are told as one where
// that can be done, and otherwise the choice itself is the fault.
func (s *Schema) choose(err *jsonschema.ValidationError, last step, value any) []fault {
	at := pointer(err.InstanceLocation)
	seen, _ := valueAt(value, at)
	list, _, _ := s.keyword(err.AbsoluteKeywordLocation, last)
	schemas, _ := list.([]any)

	var closest [][]fault
	var best closeness
	for _, cause := range err.Causes {
		faults := settle(s.explain(cause, value))
		var schema any
		if i, ok := index(branch(err, cause), len(schemas)); ok {
			schema = schemas[i]
		}
		c := measure(at, faults, s.signs(schema, seen))
		order := slices.Compare(c[:], best[:])
		if len(closest) == 0 || order < 0 {
			closest, best = nil, c
			order = 0
		}
		if order == 0 {
			closest = append(closest, faults)
		}
	}
	if faults, ok := asOne(at, closest); ok {
		return faults
	}
	return []fault{other(at, "choice", nil)}
}

// branch returns the index of the branch that a cause comes from, as text.
func branch(err, cause *jsonschema.ValidationError) string {
	rest := strings.TrimPrefix(cause.KeywordLocation, err.KeywordLocation+"/")
	i, _, _ := strings.Cut(rest, "/")
	return i
}

// closeness says how far a value is from a branch. The first number that
// differs decides, and the smaller is the closer: another kind of value,
// signs of this branch (negative), missing fields, unknown fields, other
// faults of the value and its fields, faults further in.
type closeness [6]int

func measure(at report.Pointer, faults []fault, signs int) closeness {
	c := closeness{1: -signs}
	for _, f := range faults {
		depth := strings.Count(string(f.at()), "/") - strings.Count(string(at), "/")
		switch {
		case depth > 1:
			c[5]++
		case f.Rule == wrongType && depth == 0:
			c[0]++
		case f.Rule == missingField:
			c[2]++
		case f.Rule == unknownField:
			c[3]++
		default:
			c[4]++
		}
	}
	return c
}

// signs counts the fields that have the one value this branch is known by.
func (s *Schema) signs(schema, seen any) int {
	object, _ := seen.(map[string]any)
	count := 0
	for _, part := range s.resolved(schema) {
		properties, _ := part["properties"].(map[string]any)
		for name, property := range properties {
			value, present := object[name]
			for _, p := range s.resolved(property) {
				if constant, ok := p["const"]; ok && present && reflect.DeepEqual(constant, value) {
					count++
				}
			}
		}
	}
	return count
}

// asOne tells the faults of equally close branches together: what they have in
// common, and of fields that only some of them miss, that one is needed.
func asOne(at report.Pointer, branches [][]fault) (faults []fault, ok bool) {
	if len(branches) < 2 {
		return slices.Concat(branches...), len(branches) == 1
	}
	for _, f := range branches[0] {
		together, common := f, true
		for _, branch := range branches[1:] {
			i := slices.IndexFunc(branch, func(g fault) bool { return f.at() == g.at() && f.Rule == g.Rule })
			if common = i >= 0; !common {
				break
			}
			if together, common = joined(together, branch[i]); !common {
				break
			}
		}
		if common {
			faults = append(faults, together)
		}
	}

	var either []string
	complete := 0
	for _, branch := range branches {
		rest := slices.DeleteFunc(slices.Clone(branch), func(f fault) bool {
			return slices.ContainsFunc(faults, func(g fault) bool { return f.at() == g.at() && f.Rule == g.Rule })
		})
		if slices.ContainsFunc(rest, func(f fault) bool { return f.Rule != missingField || f.at().Parent() != at }) {
			return nil, false
		}
		if len(rest) == 0 {
			complete++
			continue
		}
		if name := lastName(rest[0].at()); !slices.Contains(either, name) {
			either = append(either, name)
		}
	}
	switch complete {
	case len(branches):
		return faults, true
	case 0:
		return append(faults, found(missingField, at.Join(either[0]), "either", map[string]any{"names": either})), true
	}
	return nil, false
}

// joined tells two faults of one rule and place as one. It returns false if
// they ask for different things that can't be put in one list.
func joined(a, b fault) (fault, bool) {
	var f fault
	switch a.Rule {
	case wrongType:
		types := slices.Clone(a.types)
		for _, t := range b.types {
			if !slices.Contains(types, t) {
				types = append(types, t)
			}
		}
		f = typeFault(a.at(), a.seen, types)
	case notAllowed:
		allowed := slices.Clone(a.allowed)
		for _, value := range b.allowed {
			if !slices.ContainsFunc(allowed, func(v any) bool { return reflect.DeepEqual(v, value) }) {
				allowed = append(allowed, value)
			}
		}
		labels := maps.Clone(b.labels)
		if labels == nil {
			labels = map[string]any{}
		}
		maps.Copy(labels, a.labels)
		f = allowedFault(a.at(), a.seen, allowed, labels)
	default:
		return a, reflect.DeepEqual(a.Finding, b.Finding)
	}
	f.location = a.location
	return f, true
}
