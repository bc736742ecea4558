package cases

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// Suite runs cases through the whole program. It may be used by several
// goroutines at once.
type Suite struct {
	checker *checker.Checker
	sound   []byte
	usual   []string // what a person has to judge of every plan

	once   sync.Once
	folder string // see cache
	failed error
}

// New makes a suite of wounds to a sound plan.
func New(ctx context.Context, c *checker.Checker, sound []byte) *Suite {
	healthy := c.Check(ctx, checker.Submission{Bytes: sound}, checker.Options{})
	return &Suite{checker: c, sound: sound, usual: questions(healthy)}
}

// Outcome is what came of the cases of one rule.
type Outcome struct {
	Ran    int
	Faults []string
	Fixes  int // that were applied
	Own    int // of them, the rule's own

	said map[string]bool // what the rule itself has said, by the place of the text
}

// Run runs the cases of a rule: all that is said of the wounded plan must be what
// the case says, it must come out in words in every language, what mends it must
// do so, and no text of the rule may be without a case.
func (s *Suite) Run(ctx context.Context, id string, cases []Case) *Outcome {
	o := &Outcome{said: map[string]bool{}}
	rule := s.checker.Catalog().Rule(id)
	if rule == nil {
		o.fault("the catalogue does not know this rule")
		return o
	}
	for _, c := range cases {
		if ctx.Err() != nil {
			o.fault("%s: not run: %v", c.Name, ctx.Err())
			continue
		}
		s.run(ctx, o, rule, c)
	}
	return o
}

func (s *Suite) run(ctx context.Context, o *Outcome, rule *catalog.Rule, c Case) {
	o.Ran++
	plan, asOf, err := Patch(s.sound, c.Wound)
	if err != nil {
		o.fault("%s: %v", c.Name, err)
		return
	}
	result := s.checker.Check(ctx, checker.Submission{Bytes: plan}, checker.Options{AsOf: asOf})
	for _, faults := range [][]string{
		c.differences(rule.ID, heard(result, s.usual)),
		o.supplied(result, rule),
		inWords(result, s.checker.Catalog()),
		c.proposed(rule.ID, result),
	} {
		for _, fault := range faults {
			o.fault("%s: %s", c.Name, fault)
		}
	}
	for _, f := range result.Findings {
		if f.Fix == nil {
			continue
		}
		o.Fixes++
		if f.Rule == rule.ID {
			o.Own++
		}
		for _, fault := range Unmended(ctx, s.checker, f, plan, asOf, result) {
			o.fault("%s: the fix of %s at %s: %s", c.Name, f.Rule, f.Place.Pointer, fault)
		}
	}
}

func (o *Outcome) fault(format string, args ...any) {
	o.Faults = append(o.Faults, fmt.Sprintf(format, args...))
}

// supplied notes what the rule itself says, and makes sure that it has a text for
// it and gives every value that the text uses.
func (o *Outcome) supplied(r *report.Report, rule *catalog.Rule) (faults []string) {
	check := func(part, text string, exists bool, values map[string]any) {
		o.said[part] = true
		if !exists {
			faults = append(faults, "rule.yaml has no "+part)
		}
		for _, value := range catalog.Placeholders(text) {
			if _, ok := values[value]; !ok {
				faults = append(faults, fmt.Sprintf("the rule gives no %s for %s", value, part))
			}
		}
	}
	text := rule.Texts[catalog.Swedish]
	for _, f := range r.Unexplained() {
		if f.Rule == rule.ID {
			variant := cmp.Or(f.Variant, catalog.Default)
			message, ok := text.Messages[variant]
			check("messages."+variant, message.Message+message.Action, ok, f.Values)
		}
	}
	for _, n := range r.NotEvaluated {
		if n.Rule == rule.ID {
			reason, ok := text.NotEvaluated[n.Reason]
			check("notEvaluated."+n.Reason, reason, ok, n.Values)
		}
	}
	for _, m := range r.Manual {
		if m.Rule == rule.ID {
			variant := cmp.Or(m.Variant, catalog.Default)
			question, ok := text.Manual[variant]
			check("manual."+variant, question, ok, m.Values)
		}
	}
	return faults
}

// Unsaid lists the texts of a rule that none of its cases has brought out.
func (o *Outcome) Unsaid(rule *catalog.Rule) []string {
	text := rule.Texts[catalog.Swedish]
	var parts []string
	for variant := range text.Messages {
		parts = append(parts, "messages."+variant)
	}
	for reason := range text.NotEvaluated {
		parts = append(parts, "notEvaluated."+reason)
	}
	for variant := range text.Manual {
		parts = append(parts, "manual."+variant)
	}
	slices.Sort(parts)
	return slices.DeleteFunc(parts, func(part string) bool { return o.said[part] })
}
