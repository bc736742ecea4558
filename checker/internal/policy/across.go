package policy

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker/report"
)

// Across is what a rule across submissions says of a fact in a group.
type Across struct {
	Rule    string
	On      int // which of the facts
	Beside  []int
	Variant string // or, for a fact that was not judged, the reason
	Values  map[string]any
}

// AcrossOutcome is what the rules say of one group.
type AcrossOutcome struct {
	Findings     []Across
	NotEvaluated []Across
	Broken       map[string]error // the rules that failed, with the reason
}

// GroupKind is how the facts of a group are seen together; see
// policies/facts/groups.yaml.
type GroupKind struct {
	Least   int      `json:"least"`   // how many there must be for a rule to speak of them
	Sources int      `json:"sources"` // from how many submissions, the register among them
	Alone   []string `json:"alone"`   // what makes one of these enough: register, previous
	Whole   bool     `json:"whole"`   // they are never taken in parts

	Previous bool `json:"previous"` // those of an earlier year are among them
	Asked    bool `json:"asked"`    // there are rules that look at them
	Totals   bool `json:"totals"`   // their values are added up for the overview
}

// Groups are the groups that facts are seen together in, by name.
func (s *Set) Groups() map[string]GroupKind { return s.groups }

func readGroups(file []byte) (map[string]GroupKind, error) {
	var read struct {
		Groups map[string]GroupKind `json:"groups"`
	}
	if err := yaml.UnmarshalStrict(file, &read); err != nil {
		return nil, fmt.Errorf("facts/groups.yaml: %w", err)
	}
	for name, kind := range read.Groups {
		for _, what := range kind.Alone {
			if what != "register" && what != "previous" {
				return nil, fmt.Errorf("facts/groups.yaml: the group %s has %q in alone, which must be register or previous", name, what)
			}
		}
	}
	return read.Groups, nil
}

// AcrossRules returns the ids of the rules across submissions, sorted.
func (s *Set) AcrossRules() []string { return slices.Sorted(maps.Keys(s.across)) }

// Facts are what the rules across submissions need to know of one submission. Of a
// place only the pointer is filled in. It has facts of this submission as it is
// decoded, or of the register.
func (s *Set) Facts(ctx context.Context, document map[string]any) ([]report.Fact, error) {
	return s.facts(ctx, func(a *audit) ast.Body { return a.facts }, document)
}

// RegisterFacts are those of a register.
func (s *Set) RegisterFacts(ctx context.Context, register map[string]any) ([]report.Fact, error) {
	return s.facts(ctx, func(a *audit) ast.Body { return a.register }, register)
}

func (s *Set) facts(ctx context.Context, query func(*audit) ast.Body, document map[string]any) (facts []report.Fact, err error) {
	audit, err := s.audit()
	if err != nil {
		return nil, err
	}
	value, err := ast.InterfaceToValue(document)
	if err != nil {
		return nil, err
	}
	err = s.read(ctx, func(txn storage.Transaction) error {
		result, err := s.run(ctx, txn, query(audit), ast.NewTerm(value))
		if err != nil {
			return err
		}
		return members(result["fact"], func(member any) error {
			fact, err := readFact(member)
			if _, known := s.groups[fact.Group]; err == nil && !known {
				err = fmt.Errorf("a fact is of the group %q, which facts/groups.yaml does not name", fact.Group)
			}
			facts = append(facts, fact)
			return err
		})
	})
	return facts, err
}

func readFact(member any) (fact report.Fact, err error) {
	part := func(into *json.RawMessage) func(any) error {
		return func(value any) error {
			text, err := json.Marshal(value) // with sorted keys
			*into = text
			return err
		}
	}
	read := map[string]func(any) error{
		"group": func(value any) (err error) { fact.Group, err = text(value); return },
		"kind":  func(value any) (err error) { fact.Kind, err = text(value); return },
		"path":  func(value any) (err error) { fact.Place.Pointer, err = pointer(value); return },
		"key":   part(&fact.Key),
		"value": part(&fact.Value),
		"about": part(&fact.About),
	}
	return fact, fields(member, read, "group", "kind", "path", "key", "value")
}

// Across asks the rules across submissions of one group, as package group describes it.
// A rule that fails is named in Broken and the others still speak; the error is for
// what concerns them all.
func (s *Set) Across(ctx context.Context, group []byte) (*AcrossOutcome, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	value, err := ast.ValueFromReader(bytes.NewReader(group))
	if err != nil {
		return nil, err
	}
	input := ast.NewTerm(value)
	audit, err := s.audit()
	if err != nil {
		return nil, err
	}
	outcome := &AcrossOutcome{Broken: map[string]error{}}
	err = s.read(ctx, func(txn storage.Transaction) error {
		result, err := s.run(ctx, txn, audit.all, input)
		if err == nil {
			if err = outcome.take(result, ""); err == nil {
				return s.allAsked(result)
			}
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		*outcome = AcrossOutcome{Broken: map[string]error{}}
		for _, id := range s.AcrossRules() {
			result, err := s.run(ctx, txn, audit.alone[id], input)
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if err == nil {
				err = outcome.take(result, id)
			}
			if err != nil {
				outcome.Broken[id] = err
			}
		}
		return nil
	})
	return outcome, err
}

// allAsked makes sure that no rule has vanished: that would look like one that passed.
func (s *Set) allAsked(result map[string]ast.Value) error {
	asked := map[string]bool{}
	if err := members(result["evaluated"], func(member any) error {
		id, err := text(member)
		asked[id] = true
		return err
	}); err != nil {
		return err
	}
	for _, id := range s.AcrossRules() {
		if !asked[id] {
			return fmt.Errorf("the rule %s was not asked", id)
		}
	}
	return nil
}

func (o *AcrossOutcome) take(result map[string]ast.Value, rule string) error {
	for _, list := range []struct {
		name string
		into *[]Across
	}{{"findings", &o.Findings}, {"not_evaluated", &o.NotEvaluated}} {
		value, ok := result[list.name]
		if !ok {
			continue
		}
		if err := members(value, func(member any) error {
			said, err := readAcross(member, rule)
			*list.into = append(*list.into, said)
			return err
		}); err != nil {
			return err
		}
	}
	return nil
}

func readAcross(member any, rule string) (said Across, err error) {
	said = Across{Rule: rule, Values: map[string]any{}}
	number := func(value any, into *int) error {
		n, err := reckonable(value)
		*into = int(n)
		return err
	}
	read := map[string]func(any) error{
		"on":      func(value any) error { return number(value, &said.On) },
		"rule":    func(value any) (err error) { said.Rule, err = text(value); return },
		"variant": func(value any) (err error) { said.Variant, err = text(value); return },
		"reason":  func(value any) (err error) { said.Variant, err = text(value); return },
		"values": func(value any) error {
			values, ok := value.(map[string]any)
			if !ok {
				return errors.New("not an object")
			}
			said.Values = values
			return nil
		},
		"beside": func(value any) error {
			list, ok := value.([]any)
			if !ok {
				return errors.New("not a list")
			}
			for _, member := range list {
				var n int
				if err := number(member, &n); err != nil {
					return err
				}
				said.Beside = append(said.Beside, n)
			}
			slices.Sort(said.Beside)
			return nil
		},
	}
	if err := fields(member, read, "on"); err != nil {
		return said, fmt.Errorf("rule %s: %w", said.Rule, err)
	}
	return said, nil
}

// acrossRules finds the rules across submissions by their packages
// audit/<family>/<name>, with the sets that each says something in.
func acrossRules(compiler *ast.Compiler) (map[string][]string, error) {
	says := map[string][]string{}
	var faults []error
	for file, module := range compiler.Modules {
		id, isRule := strings.CutPrefix(packagePath(module), "audit/")
		if !isRule {
			continue
		}
		says[id] = append(says[id], []string{}...)
		for _, rule := range module.Rules {
			name := string(rule.Head.Name)
			if name != "finding" && name != "not_evaluated" {
				continue
			}
			if len(rule.Head.Reference) != 1 || rule.Head.RuleKind() != ast.MultiValue {
				faults = append(faults, fmt.Errorf("%s: %s must be a set: write `%s contains … if …`", file, name, name))
			} else if !slices.Contains(says[id], name) {
				says[id] = append(says[id], name)
			}
		}
	}
	for id, sets := range says {
		if !slices.Contains(sets, "finding") {
			faults = append(faults, fmt.Errorf("audit/%s: the rule has no `finding contains … if …`", id))
		}
	}
	slices.SortFunc(faults, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return says, errors.Join(faults...)
}

// audit is the compiled queries of an audit, which most checks do not need.
type audit struct {
	facts, register, all ast.Body
	alone                map[string]ast.Body // what one rule says, by id
}

func (s *Set) prepareAudit() (*audit, error) {
	a := &audit{alone: map[string]ast.Body{}}
	for query, into := range map[string]*ast.Body{
		"fact = data.facts.fact":    &a.facts,
		"fact = data.register.fact": &a.register,
		"evaluated = data.plankoll.audit.evaluated; findings = data.plankoll.audit.findings; not_evaluated = data.plankoll.audit.not_evaluated": &a.all,
	} {
		body, err := s.compile(query)
		if err != nil {
			return nil, err
		}
		*into = body
	}
	for id, sets := range s.across {
		family, name, _ := strings.Cut(id, "/")
		var query []string
		for _, set := range sets {
			query = append(query, fmt.Sprintf("%s = data.audit[%q][%q].%s", plural[set], family, name, set))
		}
		body, err := s.compile(strings.Join(query, "; "))
		if err != nil {
			return nil, err
		}
		a.alone[id] = body
	}
	return a, nil
}

var plural = map[string]string{"finding": "findings", "not_evaluated": "not_evaluated"}
