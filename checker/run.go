package checker

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/document"
	"github.com/plankoll/plankoll/checker/internal/policy"
	"github.com/plankoll/plankoll/checker/internal/profile"
	"github.com/plankoll/plankoll/checker/internal/shape"
	"github.com/plankoll/plankoll/checker/report"
)

// run is one check under way.
type run struct {
	checker  *Checker
	options  Options
	report   *report.Report
	document *document.Document
	profile  *profile.Profile
	unsound  []report.Pointer // parts that the rules cannot be asked about
}

// check goes through the stages: reader, schema, policy. All of them speak in
// one run, as far as there is something for them to speak of.
func (r *run) check(ctx context.Context, data []byte) {
	var findings []report.Finding
	r.document, findings = document.Read(data, document.DefaultLimits)
	r.report.Findings = append(r.report.Findings, findings...)
	r.report.Input.Digest = document.Digest(data)
	if r.document == nil {
		return
	}
	if _, err := time.Parse(time.DateOnly, r.report.AsOf); err != nil && r.report.AsOf != "" {
		r.fault("engine/invalid-as-of", "", map[string]any{"asOf": r.report.AsOf})
		return
	}
	findings = r.checker.schema.Validate(r.document.Value)
	r.report.Findings = append(r.report.Findings, findings...)
	var sound any
	sound, r.unsound = shape.Sound(r.document.Value, findings)

	submission, _ := sound.(map[string]any)
	r.identify(submission)
	if !r.chooseProfile(submission) {
		r.leaveOut(r.checker.rules.Rules(), "no-profile")
		return
	}
	if r.report.AsOf == "" {
		r.report.AsOf, _ = submission["submittedOn"].(string)
	}
	r.ask(ctx, submission)
}

// identify notes whose submission it is, and for which year.
func (r *run) identify(submission map[string]any) {
	if supplier, ok := submission["supplier"].(map[string]any); ok {
		r.report.Supplier, _ = supplier["id"].(string)
		r.report.SupplierName, _ = supplier["name"].(string)
	}
	if year, ok := submission["reportYear"].(json.Number); ok {
		r.report.ReportYear, _ = strconv.Atoi(year.String())
	}
}

// chooseProfile finds the profile that the submission names.
func (r *run) chooseProfile(submission map[string]any) bool {
	name, ok := submission["profile"].(string)
	if !ok {
		return false // the schema has said so
	}
	r.profile = r.checker.profiles[name]
	if r.profile == nil {
		r.fault("engine/unknown-profile", "/profile", map[string]any{
			"profile": name, "known": r.checker.Profiles(),
		})
		return false
	}
	r.report.Profile = name
	return true
}

// ask runs the rules and takes in what they say, except where they would be
// speaking of parts that the schema has found unsound.
func (r *run) ask(ctx context.Context, submission map[string]any) {
	r.weigh()
	outcome, err := r.checker.rules.Evaluate(ctx, submission, r.report.AsOf, r.off)
	if err != nil {
		r.interrupted(err)
		return
	}
	for _, id := range slices.Sorted(maps.Keys(outcome.Broken)) {
		r.fault("engine/rule-broken", "", map[string]any{"rule": id, "cause": outcome.Broken[id].Error()})
	}
	r.report.Checked = outcome.Evaluated
	for _, id := range r.checker.rules.Rules() {
		asked := slices.Contains(outcome.Evaluated, id) || outcome.Broken[id] != nil
		if !asked && !r.off(id) {
			r.fault("engine/rule-broken", "", map[string]any{"rule": id, "cause": "the rule was not asked"})
		}
	}

	var broken []disagreeing
	for _, remark := range outcome.Findings {
		if r.restsOnUnsound(remark) {
			continue
		}
		broken = append(broken, disagreeing{remark.Relation, report.Finding{
			Rule: remark.Rule, Stage: report.Policy, Place: report.Place{Pointer: remark.Pointer},
			RestsOn: remark.RestsOn, Variant: remark.Variant, Values: remark.Values, Fix: r.fix(remark),
		}})
	}
	r.account(outcome.Relations, broken)
	for _, remark := range outcome.Manual {
		if !r.restsOnUnsound(remark) {
			r.report.Manual = append(r.report.Manual, report.Manual{
				Rule: remark.Rule, Place: report.Place{Pointer: remark.Pointer},
				RestsOn: remark.RestsOn, Variant: remark.Variant, Values: remark.Values,
			})
		}
	}
	for _, remark := range outcome.NotEvaluated {
		if !r.restsOnUnsound(remark) {
			r.report.NotEvaluated = append(r.report.NotEvaluated, report.NotEvaluated{
				Rule: remark.Rule, Place: report.Place{Pointer: remark.Pointer},
				RestsOn: remark.RestsOn, Reason: remark.Variant, Values: remark.Values,
			})
		}
	}
	r.nameUnsound(outcome.Evaluated)
	if r.options.Facts {
		r.gather(ctx, submission)
	}
}

// gather notes what rules across submissions need to know of this one.
func (r *run) gather(ctx context.Context, submission map[string]any) {
	facts, err := r.checker.rules.Facts(ctx, submission)
	if err != nil && ctx.Err() != nil {
		r.interrupted(err)
	} else if err != nil {
		r.fault("engine/rule-broken", "", map[string]any{"rule": "facts", "cause": err.Error()})
	}
	r.report.Facts, r.report.Whole = facts, len(r.unsound) == 0
}

// weigh notes which rules are switched off or weigh otherwise. Whoever checks has no
// say in what the year has switched off: it is not in force.
func (r *run) weigh() {
	for _, w := range r.profile.Weighings(r.report.AsOf) {
		if _, ours := r.options.Weighings[w.Rule]; w.Off() || !ours {
			r.report.Weighings = append(r.report.Weighings, w)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.options.Weighings)) {
		if !r.profile.Off(id, r.report.AsOf) {
			r.report.Weighings = append(r.report.Weighings, r.options.Weighings[id])
		}
	}
	slices.SortFunc(r.report.Weighings, func(a, b report.Weighing) int { return strings.Compare(a.Rule, b.Rule) })
}

// off tells whether a rule is not to be asked.
func (r *run) off(rule string) bool {
	w, ours := r.options.Weighings[rule]
	return r.profile.Off(rule, r.report.AsOf) || ours && w.Off()
}

// severity is how much a rule weighs in this check.
func (r *run) severity(rule *catalog.Rule) report.Severity {
	if w, ours := r.options.Weighings[rule.ID]; ours && !w.Off() {
		return w.Severity
	}
	return r.profile.Severity(rule, r.report.AsOf)
}

// interrupted says that the rules could not be asked to the end.
func (r *run) interrupted(cause error) {
	r.fault("engine/interrupted", "", nil)
	interruption := &r.report.Findings[len(r.report.Findings)-1]
	interruption.Variant = "stopped"
	if errors.Is(cause, context.DeadlineExceeded) {
		interruption.Variant = "too-long"
	}
}

// restsOnUnsound tells whether a remark speaks of, or was concluded from,
// something that the schema has found unsound and that its rule reads.
func (r *run) restsOnUnsound(remark policy.Remark) bool {
	rule := r.checker.catalog.Rule(remark.Rule)
	for _, unsound := range r.unsound {
		if !rule.ReadsAt(unsound) {
			continue
		}
		for _, place := range append([]report.Pointer{remark.Pointer}, remark.RestsOn...) {
			if place.Contains(unsound) || unsound.Contains(place) {
				return true
			}
		}
	}
	return false
}

// fix is what a rule proposes, unless it would change a part that the rule has
// not seen all of: a row that seems to be empty may hold what was taken out.
func (r *run) fix(remark policy.Remark) []report.Change {
	for _, change := range remark.Fix {
		for _, unsound := range r.unsound {
			if change.Path.Contains(unsound) || unsound.Contains(change.Path) {
				return nil
			}
		}
	}
	return remark.Fix
}

// nameUnsound says of each rule where it could not judge because what it reads
// has the wrong shape.
func (r *run) nameUnsound(rules []string) {
	for _, id := range rules {
		for _, pointer := range r.unsound {
			if r.checker.catalog.Rule(id).ReadsAt(pointer) {
				r.report.NotEvaluated = append(r.report.NotEvaluated, report.NotEvaluated{
					Rule: id, Place: report.Place{Pointer: pointer}, Reason: Unsound,
				})
			}
		}
	}
}

// Reasons why a rule was not evaluated that are the same for all rules.
const (
	Unsound   = "unsound"    // what it reads has the wrong shape
	NoProfile = "no-profile" // nobody knows which template to judge by
)

func (r *run) leaveOut(rules []string, reason string) {
	for _, id := range rules {
		r.report.NotEvaluated = append(r.report.NotEvaluated, report.NotEvaluated{
			Rule: id, Reason: reason, Place: report.Place{Pointer: "/profile"},
		})
	}
}

// fault adds a finding of the engine: the check itself could not be made.
func (r *run) fault(rule string, at report.Pointer, values map[string]any) {
	r.report.Findings = append(r.report.Findings, report.Finding{
		Rule: rule, Stage: report.Engine, Place: report.Place{Pointer: at}, Values: values,
	})
}
