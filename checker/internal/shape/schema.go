// Package shape holds a submission against its JSON Schema. What does not fit
// is told as findings in words of the project's own, and can be taken out, so
// that the rules are still run on the parts that are sound.
package shape

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/plankoll/plankoll/checker/report"
)

// Schema is a compiled JSON Schema. It is never changed after Compile, and can
// be used by many goroutines at once.
type Schema struct {
	compiled *jsonschema.Schema
	url      string // of the document, as it stands in keyword locations
	document any    // as decoded, to look up what a keyword asked for
}

// Compile reads a schema of draft 2020-12. Formats are asserted, and nothing
// is ever loaded from elsewhere: it is an error for the schema to refer to
// another document, to name another draft, or not to be a valid schema.
func Compile(schema []byte) (*Schema, error) {
	decoder := json.NewDecoder(bytes.NewReader(schema))
	decoder.UseNumber()
	var document any
	if err := decoder.Decode(&document); err != nil {
		return nil, fmt.Errorf("schema is not JSON: %w", err)
	}

	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft2020
	compiler.AssertFormat = true
	compiler.LoadURL = func(url string) (io.ReadCloser, error) {
		return nil, fmt.Errorf("the schema may not refer to another document, and it refers to %s", url)
	}
	const name = "urn:plankoll:schema"
	if err := compiler.AddResource(name, bytes.NewReader(schema)); err != nil {
		return nil, fmt.Errorf("read schema: %w", err)
	}
	compiled, err := compiler.Compile(name)
	if err != nil {
		return nil, fmt.Errorf("compile schema: %w", err)
	}
	if compiled.Draft != jsonschema.Draft2020 {
		return nil, errors.New("the schema must be of draft 2020-12")
	}
	url, _, _ := strings.Cut(compiled.Location, "#")
	return &Schema{compiled: compiled, url: url, document: document}, nil
}

// Validate returns all that does not fit, in the order of pointer and rule.
// The value is a tree of nil, bool, string, json.Number, []any and
// map[string]any. Severity, positions and words are left to others.
func (s *Schema) Validate(value any) []report.Finding {
	faults := unreadable("", value)
	readable := value
	if len(faults) > 0 {
		readable, _ = Sound(value, findings(faults))
	}
	err := s.compiled.Validate(readable)
	var broken *jsonschema.ValidationError
	switch {
	case err == nil:
	case errors.As(err, &broken):
		faults = append(faults, s.explain(broken, readable)...)
	default:
		// The schema runs in a loop. That is no fault of the submission, but
		// it has not been checked, and silence would say that it had.
		faults = append(faults, other("", "unchecked", nil))
	}
	return findings(settle(faults))
}
