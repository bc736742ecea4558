package shape

import "github.com/plankoll/plankoll/checker/report"

// fault is a finding with what it takes to weigh it against others.
type fault struct {
	report.Finding
	location string // of the keyword in the schema; puts equals in order

	// What a fault of type or of allowed values asks for, so that the branches
	// of a choice can be told as one.
	seen    any
	types   []string
	allowed []any
	labels  map[string]any

	// A field that is left over only because its own fault made the library
	// lose sight of it. It counts if nothing else is wrong in its object.
	weak bool
}

func found(rule string, at report.Pointer, variant string, values map[string]any) fault {
	return fault{Finding: report.Finding{
		Rule:    rule,
		Stage:   report.Schema,
		Place:   report.Place{Pointer: at},
		Variant: variant,
		Values:  values,
	}}
}

func other(at report.Pointer, variant string, values map[string]any) fault {
	return found(otherFault, at, variant, values)
}

func (f fault) at() report.Pointer { return f.Place.Pointer }

func findings(faults []fault) []report.Finding {
	var all []report.Finding
	for _, f := range faults {
		all = append(all, f.Finding)
	}
	return all
}

// The stage's rules.
const (
	wrongType    = "schema/type"
	unknownField = "schema/unknown-field"
	missingField = "schema/missing-field"
	notAllowed   = "schema/not-allowed"
	wrongPattern = "schema/pattern"
	wrongDate    = "schema/date"
	outOfRange   = "schema/range"
	tooLong      = "schema/too-long"
	tooShort     = "schema/too-short"
	tooMany      = "schema/too-many"
	tooFew       = "schema/too-few"
	notMultiple  = "schema/multiple-of"
	otherFault   = "schema/other"
)
