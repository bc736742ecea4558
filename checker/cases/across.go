package cases

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/audit"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// AcrossCase is an audit of a few plans, each a wound to the sound plan, with what the
// rules across submissions must say then, all of it.
type AcrossCase struct {
	Name     string            `json:"name"`
	Plans    []json.RawMessage `json:"plans"`              // changes to the sound plan, or a plan
	Previous []json.RawMessage `json:"previous,omitempty"` // the same, of an earlier year
	Register json.RawMessage   `json:"register,omitempty"`

	// Interrupted breaks the audit off when the plans have been checked, as if there
	// were more.
	Interrupted bool `json:"interrupted,omitempty"`

	Fires        []AcrossRemark `json:"fires"`          // what the rule itself finds
	Also         []AcrossRemark `json:"also,omitempty"` // what others rightly find
	NotEvaluated []AcrossRemark `json:"not_evaluated,omitempty"`
}

// AcrossRemark is one thing that must be said of a plan.
type AcrossRemark struct {
	Rule    string         `json:"rule,omitempty"`
	Plan    int            `json:"plan"` // from 1; 0 is the register
	Path    report.Pointer `json:"path"`
	Variant string         `json:"variant,omitempty"`
	Reason  string         `json:"reason,omitempty"`
}

// ReadAcross reads the cases.yaml of a rule across submissions.
func ReadAcross(text []byte) ([]AcrossCase, error) {
	var file struct {
		Cases []AcrossCase `json:"cases"`
	}
	err := yaml.UnmarshalStrict(text, &file)
	return file.Cases, err
}

// RunAcross runs the cases of a rule across submissions.
func (s *Suite) RunAcross(ctx context.Context, id string, cases []AcrossCase) *Outcome {
	o := &Outcome{said: map[string]bool{}}
	rule := s.checker.Catalog().Rule(id)
	if rule == nil {
		o.fault("the catalogue does not know this rule")
		return o
	}
	for _, c := range cases {
		o.Ran++
		faults, err := s.across(ctx, o, rule, c)
		if err != nil {
			faults = append(faults, err.Error())
		}
		for _, fault := range faults {
			o.fault("%s: %s", c.Name, fault)
		}
	}
	return o
}

func (s *Suite) across(ctx context.Context, o *Outcome, rule *catalog.Rule, c AcrossCase) (faults []string, err error) {
	cache, err := s.cache()
	if err != nil {
		return nil, err
	}
	current, err := s.patched(c.Plans, "plan")
	if err != nil {
		return nil, err
	}
	var previous audit.Submissions
	if c.Previous != nil {
		if previous, err = s.patched(c.Previous, "previous"); err != nil {
			return nil, err
		}
	}
	var register *audit.Register
	if c.Register != nil {
		if register, err = audit.ParseRegister(c.Register); err != nil {
			return nil, err
		}
	}
	going, interrupt := context.WithCancel(ctx)
	defer interrupt()
	result, err := audit.Run(going, current, previous, register, audit.Options{
		Rules:       func() (*checker.Checker, error) { return s.checker, nil },
		RulesDigest: s.checker.RulesDigest(), Cache: cache, Jobs: 1,
		Progress: func(p audit.Progress) {
			if c.Interrupted && p.Done == len(c.Plans) {
				interrupt()
			}
		},
	})
	if err != nil {
		return nil, err
	}
	defer func() { err = cmp.Or(err, result.Close()) }()
	var findings, unjudged []audit.Finding
	for _, broken := range result.Broken {
		faults = append(faults, fmt.Sprintf("%s: %v", broken.Rule, broken.Values))
	}
	general, err := result.Register()
	if err != nil {
		return nil, err
	}
	findings = append(findings, general...)
	if err := result.Each(func(e audit.Entry) error {
		findings = append(findings, e.Across...)
		unjudged = append(unjudged, e.NotEvaluated...)
		return nil
	}); err != nil {
		return nil, err
	}
	var seen []string
	as := report.Report{}
	for _, f := range findings {
		seen = append(seen, acrossLine("finding", f.Rule, f.On.Number, f.Place.Pointer, f.Variant))
		as.Findings = append(as.Findings, f.Finding)
	}
	for _, f := range unjudged {
		seen = append(seen, acrossLine("not evaluated", f.Rule, f.On.Number, f.Place.Pointer, f.Variant))
		as.NotEvaluated = append(as.NotEvaluated, report.NotEvaluated{Rule: f.Rule, Place: f.Place, Reason: f.Variant, Values: f.Values})
	}
	wanted := c.wanted(rule.ID)
	slices.Sort(seen)
	for _, line := range less(wanted, seen) {
		faults = append(faults, "missing is "+line)
	}
	for _, line := range less(seen, wanted) {
		faults = append(faults, "unexpected is "+line)
	}
	faults = append(faults, o.supplied(&as, rule)...)
	return append(faults, inWords(&as, s.checker.Catalog())...), nil
}

func (c AcrossCase) wanted(rule string) []string {
	var list []string
	for _, f := range c.Fires {
		list = append(list, acrossLine("finding", rule, f.Plan, f.Path, f.Variant))
	}
	for _, f := range c.Also {
		list = append(list, acrossLine("finding", f.Rule, f.Plan, f.Path, f.Variant))
	}
	for _, n := range c.NotEvaluated {
		list = append(list, acrossLine("not evaluated", cmp.Or(n.Rule, rule), n.Plan, n.Path, n.Reason))
	}
	slices.Sort(list)
	return list
}

func acrossLine(kind, rule string, plan int, at report.Pointer, variant string) string {
	return fmt.Sprintf("%s: %s plan %d %s %s", kind, rule, plan, at, cmp.Or(variant, catalog.Default))
}

// patched are the plans of a case.
func (s *Suite) patched(changes []json.RawMessage, name string) (audit.Submissions, error) {
	var items []audit.Item
	for i, change := range changes {
		plan := []byte(change)
		if !bytes.HasPrefix(plan, []byte("{")) {
			var err error
			if plan, _, err = Patch(s.sound, change); err != nil {
				return nil, err
			}
		}
		items = append(items, audit.Item{
			Name: fmt.Sprintf("%s-%d.json", name, i+1),
			Read: func() ([]byte, error) { return plan, nil },
		})
	}
	return slices.Values(items), nil
}

// cache is a folder that the plans of all cases are kept in: many are the same. It
// lasts as long as the suite.
func (s *Suite) cache() (string, error) {
	s.once.Do(func() { s.folder, s.failed = os.MkdirTemp("", "plankoll-cases-*") })
	return s.folder, s.failed
}

// Close removes what the suite kept.
func (s *Suite) Close() error {
	if s.folder == "" {
		return nil
	}
	return os.RemoveAll(s.folder)
}
