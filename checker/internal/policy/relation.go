package policy

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/report"
)

// Relation is what a rule holds amounts to: its terms add up to nothing where
// all of them are right.
type Relation struct {
	Rule    string
	ID      string // among those of its rule
	Kind    string // sum, raised, derivation or equality
	Terms   []Term // the first is worked out from the others, unless it is an equality
	RestsOn []report.Pointer
}

// Term is a figure of a relation and how often it counts there.
type Term struct {
	Pointer report.Pointer
	At      string // which amount of a text, empty for a field of its own
	Words   string // the amount as a text writes it
	Blank   bool   // nothing is stated
	Amount  int64
	Unit    int64 // kronor in one unit
	Times   *big.Rat
}

// relate reads one relation. One of another shape is the rule's fault.
func (o *Outcome) relate(id string, member any) error {
	relation := Relation{Rule: id}
	err := fields(member, map[string]func(any) error{
		"rule": func(value any) (err error) {
			if id == "" { // a rule cannot speak for another
				relation.Rule, err = text(value)
			}
			return err
		},
		"id": func(value any) error {
			place, err := pointer(value)
			relation.ID = string(place)
			return err
		},
		"kind": func(value any) (err error) {
			relation.Kind, err = text(value)
			return err
		},
		"rests_on": func(value any) (err error) {
			relation.RestsOn, err = pointers(value)
			return err
		},
		"terms": func(value any) error {
			list, ok := value.([]any)
			for _, member := range list {
				term, err := readTerm(member)
				if err != nil {
					return err
				}
				relation.Terms = append(relation.Terms, term)
			}
			if !ok || len(list) == 0 {
				return fmt.Errorf("a relation has no terms")
			}
			return nil
		},
	}, "id", "kind", "terms", "rests_on")
	if err != nil {
		return fmt.Errorf("rule %s: a relation: %w", relation.Rule, err)
	}
	o.Relations = append(o.Relations, relation)
	return nil
}

func readTerm(member any) (Term, error) {
	term := Term{Blank: true}
	err := fields(member, map[string]func(any) error{
		"path": func(value any) (err error) {
			term.Pointer, err = pointer(value)
			return err
		},
		"at": func(value any) error {
			place, err := pointer(value)
			term.At = string(place)
			return err
		},
		"words": func(value any) (err error) {
			term.Words, err = text(value)
			return err
		},
		"amount": func(value any) (err error) {
			term.Blank = false
			term.Amount, err = reckonable(value)
			return err
		},
		"unit": func(value any) (err error) {
			term.Unit, err = reckonable(value)
			return err
		},
		"times": func(value any) error {
			parts, ok := value.([]any)
			if !ok || len(parts) != 2 {
				return fmt.Errorf("not a numerator and a denominator")
			}
			var ends [2]*big.Int
			for i, part := range parts {
				var err error
				if ends[i], err = whole(part); err != nil {
					return err
				}
			}
			if ends[1].Sign() == 0 {
				return fmt.Errorf("a denominator of 0")
			}
			term.Times = new(big.Rat).SetFrac(ends[0], ends[1])
			return nil
		},
	}, "path", "unit", "times")
	return term, err
}

// fields reads the fields of an object, each in its own way; no other may be
// there, and none of the wanted may be missing.
func fields(member any, read map[string]func(any) error, wanted ...string) error {
	object, ok := member.(map[string]any)
	if !ok {
		return fmt.Errorf("%v is no object", member)
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if read[name] == nil {
			return fmt.Errorf("%q is not a field of it", name)
		}
		if err := read[name](object[name]); err != nil {
			return fmt.Errorf("%q: %w", name, err)
		}
	}
	for _, name := range wanted {
		if _, ok := object[name]; !ok {
			return fmt.Errorf("it lacks %s", strings.Join(wanted, ", "))
		}
	}
	return nil
}

func text(value any) (string, error) {
	s, ok := value.(string)
	if !ok {
		return "", fmt.Errorf("%v is no text", value)
	}
	return s, nil
}

// whole reads a whole number, which Rego may write with an exponent.
func whole(value any) (*big.Int, error) {
	number, _ := value.(json.Number)
	n, ok := new(big.Rat).SetString(number.String())
	if !ok || !n.IsInt() {
		return nil, fmt.Errorf("%v is no whole number", value)
	}
	return n.Num(), nil
}

func reckonable(value any) (int64, error) {
	n, err := whole(value)
	if err != nil {
		return 0, err
	}
	if !n.IsInt64() {
		return 0, fmt.Errorf("%v is too large to be reckoned with", value)
	}
	return n.Int64(), nil
}
