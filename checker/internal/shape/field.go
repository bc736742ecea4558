package shape

import (
	"maps"
	"regexp"
	"slices"

	"github.com/plankoll/plankoll/checker/report"
)

// brokenField tells which fields there should be, and which not.
func brokenField(at report.Pointer, last step, seen, wanted any, holder map[string]any) (faults []fault, named bool) {
	object, _ := seen.(map[string]any)
	switch last.keyword {
	case "required":
		for _, name := range listed(wanted) {
			if _, ok := object[name]; !ok {
				faults = append(faults, found(missingField, at.Join(name), "", map[string]any{"name": name}))
			}
		}
		return faults, len(faults) > 0
	case "dependentRequired":
		name, _ := wanted.(string)
		values := map[string]any{"name": name, "because": last.args[0]}
		return []fault{found(missingField, at.Join(name), "dependent", values)}, true
	}
	if allowed, ok := wanted.(bool); !ok || allowed {
		return nil, false
	}

	// The schema false. The library lists the fields of additionalProperties at
	// their object, and points at every other value that is refused.
	if last.keyword == "additionalProperties" {
		known := knownFields(holder)
		for _, name := range slices.Sorted(maps.Keys(object)) {
			if !known.holds(name) {
				faults = append(faults, unknownFault(at.Join(name), object, known))
			}
		}
		return faults, len(faults) > 0
	}
	return []fault{other(at, "forbidden", map[string]any{"seen": shown(seen)})}, true
}

// fields are the names an object may have.
type fields struct {
	names    []string // sorted
	patterns []*regexp.Regexp
}

func (f fields) holds(name string) bool {
	_, ok := slices.BinarySearch(f.names, name)
	return ok || slices.ContainsFunc(f.patterns, func(p *regexp.Regexp) bool { return p.MatchString(name) })
}

func knownFields(schemas ...map[string]any) fields {
	var known fields
	for _, schema := range schemas {
		properties, _ := schema["properties"].(map[string]any)
		known.names = slices.AppendSeq(known.names, maps.Keys(properties))
		patterns, _ := schema["patternProperties"].(map[string]any)
		for pattern := range patterns {
			if compiled, err := regexp.Compile(pattern); err == nil {
				known.patterns = append(known.patterns, compiled)
			}
		}
	}
	slices.Sort(known.names)
	known.names = slices.Compact(known.names)
	return known
}

// fieldsOfParts also counts the fields that the schema's parts know.
func (s *Schema) fieldsOfParts(schema map[string]any) fields {
	var parts []map[string]any
	var followed []string // schemas may refer to each other in a ring
	var gather func(part any)
	gather = func(part any) {
		object, ok := part.(map[string]any)
		if !ok {
			return
		}
		parts = append(parts, object)
		for _, keyword := range []string{"allOf", "anyOf", "oneOf"} {
			branches, _ := object[keyword].([]any)
			for _, branch := range branches {
				gather(branch)
			}
		}
		for _, keyword := range []string{"if", "then", "else"} {
			gather(object[keyword])
		}
		dependent, _ := object["dependentSchemas"].(map[string]any)
		for _, branch := range dependent {
			gather(branch)
		}
		if reference, target := s.reference(object); !slices.Contains(followed, reference) {
			followed = append(followed, reference)
			gather(target)
		}
	}
	gather(schema)
	return knownFields(parts...)
}

// leftOver tells of a field that unevaluatedProperties refuses.
func (s *Schema) leftOver(at report.Pointer, value any, holder map[string]any) fault {
	parent, _ := valueAt(value, at.Parent())
	siblings, _ := parent.(map[string]any)
	known := s.fieldsOfParts(holder)
	f := unknownFault(at, siblings, known)
	f.weak = known.holds(lastName(at))
	return f
}

// unknownFault tells of a field that no part of the schema knows. A name that
// is already used beside it can't be what was meant.
func unknownFault(at report.Pointer, siblings map[string]any, known fields) fault {
	name := lastName(at)
	unused := slices.DeleteFunc(slices.Clone(known.names), func(name string) bool {
		_, used := siblings[name]
		return used
	})
	values := map[string]any{"name": name}
	if near, only := Nearest(name, unused); near != "" {
		values["near"] = near
		f := found(unknownField, at, "near", values)
		if only && siblings[name] != nil {
			f.Fix = []report.Change{
				{Op: report.Remove, Path: at},
				{Op: report.Add, Path: at.Parent().Join(near), Value: siblings[name]},
			}
		}
		return f
	}
	const overseeable = 12
	if len(unused) > 0 && len(unused) <= overseeable {
		values["known"] = unused
		return found(unknownField, at, "known", values)
	}
	return found(unknownField, at, "", values)
}

// wrongName tells that a field's name breaks propertyNames.
func wrongName(at report.Pointer) fault {
	return other(at, "name", map[string]any{"name": lastName(at)})
}

func lastName(at report.Pointer) string {
	segments := at.Segments()
	if len(segments) == 0 {
		return ""
	}
	return segments[len(segments)-1]
}
