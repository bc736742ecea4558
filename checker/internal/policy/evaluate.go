package policy

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/plankoll/plankoll/checker/report"
)

// Remark is what one rule says of one place.
type Remark struct {
	Rule    string
	Pointer report.Pointer
	Variant string // or, for a place that was not evaluated, the reason
	Values  map[string]any
	RestsOn []report.Pointer
	Fix     []report.Change // of a finding, where one follows from the submission

	// Relation is the id of the rule's relation that does not hold, or the place of
	// a part that is missing, with the amounts in it; empty if it is neither.
	Relation string
}

// Outcome is what the rules say of one submission.
type Outcome struct {
	Findings     []Remark
	NotEvaluated []Remark
	Manual       []Remark
	Relations    []Relation
	Evaluated    []string         // ids of the rules that were asked, sorted
	Broken       map[string]error // the rules that failed, with the reason
}

// Evaluate runs the rules on one decoded submission. asOf is the day that dated
// rules judge by; empty means the submission's own. off tells which rules are
// switched off. A rule that fails is named in Broken and the others
// still speak; the error is for what concerns them all: the context has ended.
func (s *Set) Evaluate(ctx context.Context, submission map[string]any, asOf string, off func(rule string) bool) (*Outcome, error) {
	if err := ctx.Err(); err != nil {
		return nil, err // a small submission is done before the cancelling is noticed
	}
	input, err := asInput(submission, asOf, slices.DeleteFunc(s.Rules(), func(id string) bool { return !off(id) }))
	if err != nil {
		return nil, err
	}
	outcome := &Outcome{Broken: map[string]error{}}
	err = s.read(ctx, func(txn storage.Transaction) error {
		result, err := s.run(ctx, txn, s.all, input)
		if err == nil {
			if err = outcome.take(result); err == nil {
				return nil
			}
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		// One failure voids the whole query, so ask each rule by itself: the
		// broken one is named and the others are heard.
		*outcome = Outcome{Broken: map[string]error{}}
		return s.oneByOne(ctx, txn, input, off, outcome)
	})
	return outcome, err
}

func (s *Set) oneByOne(ctx context.Context, txn storage.Transaction, input *ast.Term, off func(rule string) bool, outcome *Outcome) error {
	for _, id := range s.Rules() {
		if off(id) {
			continue
		}
		result, err := s.run(ctx, txn, s.alone[id], input)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err == nil {
			err = outcome.takeRule(id, result)
		}
		if err != nil {
			outcome.Broken[id] = err
			continue
		}
		outcome.Evaluated = append(outcome.Evaluated, id)
	}
	return nil
}

// run evaluates a compiled query to the values of its variables.
func (s *Set) run(ctx context.Context, txn storage.Transaction, query ast.Body, input *ast.Term) (result map[string]ast.Value, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("the evaluation broke off: %v", cause)
		}
	}()
	cancel := topdown.NewCancel()
	defer context.AfterFunc(ctx, cancel.Cancel)()
	asked, measured := traced(ctx, topdown.NewQuery(query))
	if !measured { // what is known already would not be gone through
		known := s.memos.take()
		asked = asked.WithVirtualCache(known)
		defer func() {
			if err == nil {
				s.memos.giveBack(known)
			}
		}()
	}
	results, err := asked.
		WithCompiler(s.compiler).
		WithStore(s.store).
		WithTransaction(txn).
		WithInput(input).
		WithCancel(cancel).
		WithStrictBuiltinErrors(true).
		Run(ctx)
	if err != nil {
		return nil, err
	}
	if len(results) != 1 {
		return nil, errors.New("a rule that must always have a value has none")
	}
	result = map[string]ast.Value{}
	for name, term := range results[0] {
		result[string(name)] = term.Value
	}
	return result, nil
}

// asInput is the submission as the rules see it: with the day to judge by, and the
// rules that are not asked, in a field that no submission can have.
func asInput(submission map[string]any, asOf string, off []string) (*ast.Term, error) {
	if asOf != "" || len(off) > 0 {
		submission = maps.Clone(submission)
		submission["$run"] = map[string]any{"asOf": asOf, "switchedOff": off}
	}
	value, err := ast.InterfaceToValue(submission)
	if err != nil {
		return nil, err
	}
	return ast.NewTerm(value), nil
}

// take reads what package plankoll gathered.
func (o *Outcome) take(result map[string]ast.Value) error {
	for name, list := range o.lists("findings") {
		if err := members(result[name], func(member any) error {
			return add(list, list == &o.Findings, "", member)
		}); err != nil {
			return err
		}
	}
	if err := members(result["relations"], func(member any) error {
		return o.relate("", member)
	}); err != nil {
		return err
	}
	return members(result["evaluated"], func(member any) error {
		id, ok := member.(string)
		if !ok {
			return fmt.Errorf("%v is no id of a rule", member)
		}
		o.Evaluated = append(o.Evaluated, id)
		return nil
	})
}

// takeRule reads what one rule said.
func (o *Outcome) takeRule(id string, result map[string]ast.Value) error {
	taken := Outcome{}
	lists := taken.lists("finding")
	for _, name := range slices.Sorted(maps.Keys(lists)) {
		if value, ok := result[name]; ok {
			if err := members(value, func(member any) error {
				return add(lists[name], lists[name] == &taken.Findings, id, member)
			}); err != nil {
				return err
			}
		}
	}
	if value, ok := result["relation"]; ok {
		if err := members(value, func(member any) error { return taken.relate(id, member) }); err != nil {
			return err
		}
	}
	o.Relations = append(o.Relations, taken.Relations...)
	o.Findings = append(o.Findings, taken.Findings...)
	o.NotEvaluated = append(o.NotEvaluated, taken.NotEvaluated...)
	o.Manual = append(o.Manual, taken.Manual...)
	return nil
}

func (o *Outcome) lists(findings string) map[string]*[]Remark {
	return map[string]*[]Remark{findings: &o.Findings, "not_evaluated": &o.NotEvaluated, "manual": &o.Manual}
}

// members calls f with each member of a set, in OPA's order, as plain values.
func members(value ast.Value, f func(any) error) error {
	set, ok := value.(ast.Set)
	if !ok {
		return fmt.Errorf("a rule gave a %s where a set was expected", ast.ValueName(value))
	}
	for _, term := range set.Slice() {
		member, err := ast.JSON(term.Value)
		if err != nil {
			return err
		}
		if err := f(member); err != nil {
			return err
		}
	}
	return nil
}

// add reads one member {path, variant|reason, values, rests_on, relation, fix}. A
// member of another shape is the rule's fault, never silence. Only a finding is
// mended.
func add(list *[]Remark, mendable bool, id string, member any) error {
	fields, ok := member.(map[string]any)
	if !ok {
		return fmt.Errorf("a rule gave %v, not an object with a path", member)
	}
	remark := Remark{Rule: id, Values: map[string]any{}}
	var err error
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		value := fields[name]
		switch name {
		case "rule":
			if id == "" { // a rule cannot speak for another
				remark.Rule, ok = value.(string)
			}
		case "path":
			remark.Pointer, err = pointer(value)
		case "variant", "reason":
			remark.Variant, ok = value.(string)
		case "values":
			remark.Values, ok = value.(map[string]any)
		case "rests_on":
			remark.RestsOn, err = pointers(value)
		case "relation":
			var place report.Pointer
			place, err = pointer(value)
			remark.Relation = string(place)
		case "fix":
			ok = mendable
			remark.Fix, err = changes(value)
		default:
			ok = false
		}
		if err != nil {
			return fmt.Errorf("rule %s: %q has the wrong shape: %w", remark.Rule, name, err)
		}
		if !ok {
			return fmt.Errorf("rule %s: %q is not a field of a remark, or has the wrong shape", remark.Rule, name)
		}
	}
	if fields["path"] == nil {
		return fmt.Errorf("rule %s: a remark has no path", remark.Rule)
	}
	*list = append(*list, remark)
	return nil
}

func pointers(value any) ([]report.Pointer, error) {
	paths, ok := value.([]any)
	if !ok {
		return nil, errors.New("not a list of paths")
	}
	var list []report.Pointer
	for _, path := range paths {
		p, err := pointer(path)
		if err != nil {
			return nil, err
		}
		list = append(list, p)
	}
	slices.Sort(list)
	return slices.Compact(list), nil
}

func pointer(value any) (report.Pointer, error) {
	keys, ok := value.([]any)
	if !ok {
		return "", errors.New("not a path")
	}
	var p report.Pointer
	for _, key := range keys {
		switch key := key.(type) {
		case string:
			p = p.Join(key)
		case json.Number:
			p = p.Join(key.String())
		default:
			return "", errors.New("a path holds names and indices only")
		}
	}
	return p, nil
}
