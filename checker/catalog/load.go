package catalog

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker/internal/form"
	"github.com/plankoll/plankoll/checker/report"
)

// Source is where the rules of one stage stand.
type Source struct {
	Stage report.Stage
	Rules []byte // YAML: an entry for each rule id
	Terms []byte // YAML: term: {sv: ..., en: ...}; may be empty
}

// entry is a rule as it stands in YAML.
type entry struct {
	Severity     report.Severity `json:"severity"`
	Kind         Kind            `json:"kind"`
	Requirements []string        `json:"requirements"`
	Reads        []Pattern       `json:"reads,omitempty"`
	Needs        []Need          `json:"needs,omitempty"`
	Swedish      Text            `json:"sv"`
	English      Text            `json:"en"`
}

// folders are where the rules of a stage stand, <family>/<name> below each.
var folders = map[string]report.Stage{"rules": report.Policy, "audit": report.Audit}

// Load reads the rule.yaml of every rule folder, those across submissions among them,
// and the rules of the stages that are not policies. A rule that is incomplete is an
// error that says what is missing; all errors are reported at once.
func Load(policies map[string][]byte, labels *form.Form, stages ...Source) (*Catalog, error) {
	c := &Catalog{rules: map[string]*Rule{}, terms: map[string]form.Label{}, form: labels}
	var faults []error
	for _, file := range slices.Sorted(maps.Keys(policies)) {
		if ok, _ := path.Match("*/*/*/rule.yaml", file); !ok {
			continue
		}
		rule, err := Read(file, policies[file])
		if err != nil {
			faults = append(faults, err)
			continue
		}
		rule.cases = policies[path.Join(path.Dir(file), "cases.yaml")]
		faults = append(faults, c.add(rule))
	}
	for _, stage := range stages {
		var entries map[string]entry
		if err := yaml.UnmarshalStrict(stage.Rules, &entries); err != nil {
			return nil, fmt.Errorf("texts of the %s stage: %w", stage.Stage, err)
		}
		for _, id := range slices.Sorted(maps.Keys(entries)) {
			faults = append(faults, c.add(entries[id].rule(id, stage.Stage)))
		}
		if err := yaml.UnmarshalStrict(stage.Terms, &c.terms); err != nil {
			return nil, fmt.Errorf("terms of the %s stage: %w", stage.Stage, err)
		}
	}
	faults = append(faults, c.loadRequirements(policies["requirements.yaml"]), c.loadRetired(policies["retired.yaml"]))
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return c, nil
}

// Read reads the rule.yaml of one rule, complete or not.
func Read(file string, text []byte) (*Rule, error) {
	var e entry
	if err := yaml.UnmarshalStrict(text, &e); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	folder, id, _ := strings.Cut(path.Dir(file), "/")
	stage, ok := folders[folder]
	if !ok {
		return nil, fmt.Errorf("%s: rules stand below rules/ and audit/", file)
	}
	return e.rule(id, stage), nil
}

func (e entry) rule(id string, stage report.Stage) *Rule {
	return &Rule{
		ID: id, Stage: stage, Severity: e.Severity, Kind: e.Kind,
		Requirements: e.Requirements, Reads: e.Reads, Needs: e.Needs,
		Texts: map[Language]Text{Swedish: e.Swedish, English: e.English},
	}
}

func (c *Catalog) add(rule *Rule) error {
	if c.rules[rule.ID] != nil {
		return faultOf(rule.ID, "", "two rules with this id")
	}
	c.rules[rule.ID] = rule
	return rule.complete()
}

// ValidID tells whether a rule may be called so.
func ValidID(id string) bool { return idForm.MatchString(id) }

var (
	idForm          = regexp.MustCompile(`^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$`)
	requirementForm = regexp.MustCompile(`^R[0-9]+(\.[0-9]+)*$`)
)

// complete reports all that is missing or contradictory in a rule.
func (r *Rule) complete() error {
	var faults []error
	fault := func(part, format string, args ...any) {
		faults = append(faults, faultOf(r.ID, part, format, args...))
	}
	lacks := func(part string) { fault(part, "lacks %s", part) }
	if !idForm.MatchString(r.ID) {
		fault("", "an id is family/name in small letters, digits and hyphens")
	}
	if r.Severity.Weight() == 0 {
		fault("severity", "severity is %q, not error, warning or info", r.Severity)
	}
	if !slices.Contains([]Kind{Exact, Heuristic, ByHand}, r.Kind) {
		fault("kind", "kind is %q, not exact, heuristic or manual", r.Kind)
	}
	if !r.MayBe(r.Severity) {
		fault("kind", "a heuristic may be wrong, so it cannot be an error")
	}
	if r.Stage == report.Policy {
		if len(r.Requirements) == 0 {
			fault("requirements", "names none of the template's rules (requirements)")
		}
		if len(r.Reads) == 0 {
			fault("reads", "does not say what it reads (reads)")
		}
	}
	for _, need := range r.Needs {
		if r.Stage != report.Audit || need != Register && need != Previous {
			fault("needs", "%q is nothing that a rule across submissions can need", need)
		}
	}
	for _, requirement := range r.Requirements {
		if !requirementForm.MatchString(requirement) {
			fault("requirements", "%q is no number of a template rule", requirement)
		}
	}
	for _, language := range Languages {
		text := r.Texts[language]
		for name, value := range map[string]string{
			"title": text.Title, "why": text.Why, "passes": text.Passes, "fails": text.Fails,
		} {
			example := name == "passes" || name == "fails"
			if strings.TrimSpace(value) == "" && (!example || r.Kind != ByHand) {
				lacks(string(language) + "." + name)
			}
		}
		if r.Kind == ByHand && len(text.Manual) == 0 {
			lacks(string(language) + ".manual")
		}
		if len(text.Messages) == 0 && r.Kind != ByHand {
			lacks(string(language) + ".messages")
		}
		for part, value := range text.parts() {
			if strings.TrimSpace(value) == "" {
				lacks(string(language) + "." + part)
			}
		}
	}
	for part, values := range r.placeholders(Swedish) {
		if other, ok := r.placeholders(English)[part]; !ok {
			fault("sv."+part, "%s exists in sv but not in en", part)
		} else if !slices.Equal(values, other) {
			fault("en."+part, "%s uses %v in sv and %v in en", part, values, other)
		}
	}
	for part := range r.placeholders(English) {
		if _, ok := r.placeholders(Swedish)[part]; !ok {
			fault("en."+part, "%s exists in en but not in sv", part)
		}
	}
	slices.SortFunc(faults, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return errors.Join(faults...)
}

var placeholder = regexp.MustCompile(`\{([A-Za-z][A-Za-z0-9]*)\}`)

// placeholders returns the values that each text of a rule uses, sorted.
func (r *Rule) placeholders(language Language) map[string][]string {
	text := r.Texts[language]
	used := map[string][]string{}
	for variant, message := range text.Messages {
		used["messages."+variant] = Placeholders(message.Message + message.Action)
	}
	for variant, reason := range text.NotEvaluated {
		used["notEvaluated."+variant] = Placeholders(reason)
	}
	for variant, question := range text.Manual {
		used["manual."+variant] = Placeholders(question)
	}
	return used
}

// parts returns every text that a finding may be told with, by its place.
func (t Text) parts() map[string]string {
	parts := map[string]string{}
	for variant, message := range t.Messages {
		parts["messages."+variant+".message"] = message.Message
		parts["messages."+variant+".action"] = message.Action
	}
	for variant, reason := range t.NotEvaluated {
		parts["notEvaluated."+variant] = reason
	}
	for variant, question := range t.Manual {
		parts["manual."+variant] = question
	}
	return parts
}

// Placeholders returns the names that stand in braces in a text, sorted, each
// once.
func Placeholders(text string) []string {
	var names []string
	for _, match := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, match[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}
