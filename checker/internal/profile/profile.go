// Package profile reads what each year's template demands, as far as it is the
// program's to know: the rest of a profile is read by the rules.
package profile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/shape"
	"github.com/plankoll/plankoll/checker/report"
)

// Profile is one year's template.
type Profile struct {
	Name      string                    `json:"-"`
	Title     map[string]string         `json:"title"`
	TableUnit string                    `json:"tableUnit"`
	Years     []int                     `json:"reportYears"`
	Verdict   map[string]report.Verdict `json:"verdict"` // by severity, or notEvaluated
	Rules     map[string][]Weighing     `json:"rules"`   // by rule id
}

// Weighing is how a year weighs a rule differently than the rule itself does.
type Weighing struct {
	From     string          `json:"from"` // YYYY-MM-DD
	Severity report.Severity `json:"severity"`
	Off      bool            `json:"switchedOff"`
	Reason   string          `json:"reason"`
}

// Load reads every profile profiles/<name>/profile.yaml, by name. A profile that
// does not fit its schema, or that names a rule there is not, is an error.
func Load(policies map[string][]byte, schema []byte, rules *catalog.Catalog) (map[string]*Profile, error) {
	compiled, err := shape.Compile(schema)
	if err != nil {
		return nil, err
	}
	profiles := map[string]*Profile{}
	var faults []error
	for _, file := range slices.Sorted(maps.Keys(policies)) {
		if ok, _ := path.Match("profiles/*/profile.yaml", file); !ok {
			continue
		}
		profile := &Profile{Name: path.Base(path.Dir(file))}
		if err := profile.read(policies[file], compiled, rules); err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", file, err))
			continue
		}
		profiles[profile.Name] = profile
	}
	if len(profiles) == 0 && len(faults) == 0 {
		faults = append(faults, errors.New("there are no profiles"))
	}
	return profiles, errors.Join(faults...)
}

func (p *Profile) read(raw []byte, schema *shape.Schema, rules *catalog.Catalog) error {
	plain, err := yaml.YAMLToJSONStrict(raw)
	if err != nil {
		return err
	}
	decoder := json.NewDecoder(bytes.NewReader(plain))
	decoder.UseNumber()
	var content any
	if err := decoder.Decode(&content); err != nil {
		return err
	}
	var faults []error
	for _, finding := range schema.Validate(content) {
		faults = append(faults, fmt.Errorf("%s: %s", finding.Place.Pointer, finding.Rule))
	}
	if err := errors.Join(faults...); err != nil {
		return err
	}
	if err := json.Unmarshal(plain, p); err != nil {
		return err
	}
	ids := rules.IDs()
	for _, id := range slices.Sorted(maps.Keys(p.Rules)) {
		if !slices.Contains(ids, id) {
			faults = append(faults, fmt.Errorf("there is no rule %s", id))
			continue
		}
		for _, w := range p.Rules[id] {
			if !rules.Rule(id).MayBe(w.Severity) {
				faults = append(faults, fmt.Errorf("%s may be wrong, so it cannot be an error", id))
			}
		}
		if !slices.IsSortedFunc(p.Rules[id], func(a, b Weighing) int { return strings.Compare(a.From, b.From) }) {
			faults = append(faults, fmt.Errorf("%s: the entries are not in the order of their days", id))
		}
	}
	return errors.Join(faults...)
}

// Severity is how much a rule weighs on a day, YYYY-MM-DD.
func (p *Profile) Severity(rule *catalog.Rule, day string) report.Severity {
	if w := p.weighing(rule.ID, day); w.Severity != "" {
		return w.Severity
	}
	return rule.Severity
}

// Off tells whether a rule is switched off on a day, YYYY-MM-DD.
func (p *Profile) Off(rule, day string) bool { return p.weighing(rule, day).Off }

// Weighings are the rules that the year weighs differently on a day, YYYY-MM-DD, by
// their ids.
func (p *Profile) Weighings(day string) []report.Weighing {
	var all []report.Weighing
	if p == nil {
		return all
	}
	for _, id := range slices.Sorted(maps.Keys(p.Rules)) {
		if w := p.weighing(id, day); w.Reason != "" {
			all = append(all, report.Weighing{Rule: id, By: report.ByProfile, Severity: w.Severity, Reason: w.Reason})
		}
	}
	return all
}

// Demands tells whether a rule is an error on any day.
func (p *Profile) Demands(rule *catalog.Rule) bool {
	return rule.Severity == report.Error || slices.ContainsFunc(p.Rules[rule.ID], func(w Weighing) bool { return w.Severity == report.Error })
}

// weighing is the latest entry for a rule that is in force on a day.
func (p *Profile) weighing(rule, day string) Weighing {
	latest := Weighing{}
	if p == nil {
		return latest
	}
	for _, w := range p.Rules[rule] {
		if w.From <= day {
			latest = w
		}
	}
	return latest
}

// Judge is the verdict on a report: the worst that its severities mean this
// year. One that is waived weighs as a remark. A check that matters and could not be made leaves a submission open
// unless something else has decided against it already.
func (p *Profile) Judge(r *report.Report) report.Verdict {
	worst := report.Accepted
	worsen := func(other report.Verdict) {
		if slices.Index(worse, other) > slices.Index(worse, worst) {
			worst = other
		}
	}
	for _, finding := range r.Findings {
		if finding.Stage == report.Engine || finding.Stage == report.Reader && finding.Severity == report.Error {
			return report.Undecided
		}
		verdict := p.Verdict[string(finding.Severity)]
		if finding.Status == report.Waived && verdict != report.Accepted {
			verdict = report.AcceptedWithRemarks // somebody has answered for it
		}
		worsen(verdict)
	}
	for _, place := range r.NotEvaluated {
		if place.Severity == report.Error {
			worsen(p.Verdict["notEvaluated"])
		}
	}
	return worst
}

// worse lists the verdicts from the best to the one that outweighs the others.
var worse = []report.Verdict{report.Accepted, report.AcceptedWithRemarks, report.Undecided, report.Rejected}
