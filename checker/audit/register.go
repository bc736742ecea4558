package audit

import (
	"bytes"
	"context"
	"encoding/json"

	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/internal/settings"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/schemas"
)

// Register is who is to hand in a plan for a year, and for which services.
type Register struct {
	ReportYear int
	LastDay    string // that a plan may be handed in on, YYYY-MM-DD
	Suppliers  []Supplier

	raw      []byte
	document map[string]any
}

// Supplier is a supplier as the register has it.
type Supplier struct {
	ID, Name string
	Services []struct{ ID, Name string }
}

// ParseRegister reads a register: YAML or JSON that fits schemas/register.schema.json.
// The error is of type report.Faults if the file is at fault.
func ParseRegister(raw []byte) (*Register, error) {
	r := &Register{raw: raw}
	if _, err := settings.ReadWithin(raw, settings.MaxBytes*8, schemas.Register, r); err != nil {
		return nil, err
	}
	plain, err := yaml.YAMLToJSON(raw)
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(plain))
	decoder.UseNumber()
	return r, decoder.Decode(&r.document)
}

// facts are what the rules need to know of the register.
func (r *Register) facts(ctx context.Context, c *checker.Checker) ([]report.Fact, error) {
	return c.RegisterFacts(ctx, r.document)
}
