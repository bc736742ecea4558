package shape

import (
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// explain turns the library's tree of errors into faults. Its messages are
// never read: the keyword is in the location, what the keyword asked for is in
// the schema, and what was seen is in the value.
func (s *Schema) explain(err *jsonschema.ValidationError, value any) []fault {
	path := steps(err.KeywordLocation)
	if slices.ContainsFunc(path, func(s step) bool { return s.keyword == "propertyNames" }) {
		// From here on the library judges the name, but points at the value.
		return located(err, []fault{wrongName(pointer(err.InstanceLocation))})
	}
	var last step
	if len(path) > 0 {
		last = path[len(path)-1]
	}
	switch {
	case len(err.Causes) == 0, last.keyword == "minContains":
		return located(err, s.broken(err, last, value))
	case isChoice(last):
		return located(err, s.choose(err, last, value))
	}
	var faults []fault
	for _, cause := range err.Causes {
		faults = append(faults, s.explain(cause, value)...)
	}
	return faults
}

// isChoice tells whether a step is a whole anyOf or oneOf, not a branch of it.
func isChoice(last step) bool {
	return (last.keyword == "anyOf" || last.keyword == "oneOf") && len(last.args) == 0
}

func located(err *jsonschema.ValidationError, faults []fault) []fault {
	for i := range faults {
		if faults[i].location == "" {
			faults[i].location = err.AbsoluteKeywordLocation
		}
	}
	return faults
}
