package shape

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/plankoll/plankoll/checker/report"
)

// step is one keyword on the way through a schema, with the property, pattern
// or index that it was followed by.
type step struct {
	keyword string
	args    []string
}

// steps reads a keyword location such as /properties/id/$ref/pattern. A
// property may be called "enum" or "not", so the keywords that take a name or
// an index must be known.
func steps(location string) []step {
	var path []step
	segments := pointer(location).Segments()
	for len(segments) > 0 {
		next := step{keyword: segments[0]}
		n := min(1+arguments(next.keyword), len(segments))
		next.args = segments[1:n]
		path = append(path, next)
		segments = segments[n:]
	}
	return path
}

func arguments(keyword string) int {
	switch keyword {
	case "properties", "patternProperties", "dependentSchemas", "prefixItems", "allOf", "anyOf", "oneOf":
		return 1
	case "dependentRequired":
		return 2
	}
	return 0
}

// pointer turns a location of the library, which is percent-encoded, into a
// JSON pointer.
func pointer(location string) report.Pointer {
	if decoded, err := url.PathUnescape(location); err == nil {
		location = decoded
	}
	return report.Pointer(location)
}

// keyword returns what stands at an absolute location in the schema, and the
// schema object that holds the keyword. It returns false if the location is
// in another document, such as the schema of schemas.
func (s *Schema) keyword(absolute string, last step) (value any, holder map[string]any, ok bool) {
	document, fragment, _ := strings.Cut(absolute, "#")
	if document != s.url {
		return nil, nil, false
	}
	at := pointer(fragment)
	value, ok = valueAt(s.document, at)
	for range 1 + len(last.args) {
		at = at.Parent()
	}
	held, _ := valueAt(s.document, at)
	holder, _ = held.(map[string]any)
	return value, holder, ok
}

// resolved returns the schema objects that hold for the same value as schema:
// itself and those it refers to within the document, nearest first.
func (s *Schema) resolved(schema any) []map[string]any {
	var chain []map[string]any
	var followed []string
	for {
		object, ok := schema.(map[string]any)
		if !ok {
			return chain
		}
		chain = append(chain, object)
		reference, target := s.reference(object)
		if slices.Contains(followed, reference) {
			return chain
		}
		followed = append(followed, reference)
		schema = target
	}
}

// reference returns where a schema object refers to within the document, and
// the schema that stands there. The schema is nil if there is none to be found.
func (s *Schema) reference(object map[string]any) (reference string, target any) {
	reference, _ = object["$ref"].(string)
	if reference == "#" || strings.HasPrefix(reference, "#/") {
		target, _ = valueAt(s.document, pointer(reference[1:]))
	}
	return reference, target
}

// valueAt returns what the pointer names in a decoded document.
func valueAt(value any, at report.Pointer) (any, bool) {
	for _, segment := range at.Segments() {
		switch holder := value.(type) {
		case map[string]any:
			member, ok := holder[segment]
			if !ok {
				return nil, false
			}
			value = member
		case []any:
			i, ok := index(segment, len(holder))
			if !ok {
				return nil, false
			}
			value = holder[i]
		default:
			return nil, false
		}
	}
	return value, true
}

func index(segment string, length int) (int, bool) {
	i, err := strconv.Atoi(segment)
	return i, err == nil && i >= 0 && i < length && strconv.Itoa(i) == segment
}
