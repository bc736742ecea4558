package checker

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/accountant"
	"github.com/plankoll/plankoll/checker/internal/policy"
	"github.com/plankoll/plankoll/checker/report"
)

// wrongFigure is the rule that the accountant's findings have.
const wrongFigure = "accountant/wrong-figure"

// disagreeing is what a rule found, and the relation of the rule that it found
// broken, if it is of that kind.
type disagreeing struct {
	relation string
	finding  report.Finding
}

// account takes in what the rules found. Where the accountant can say why amounts
// disagree, its finding stands for those of the rules; where it can't, theirs are
// heard as they are.
func (r *run) account(stated []policy.Relation, found []disagreeing) {
	l := ledger{outline: r.outline(), figures: map[string]policy.Term{}, rules: map[string]policy.Relation{}}
	// Rules that were asked one by one speak in another order.
	slices.SortStableFunc(found, func(a, b disagreeing) int {
		return cmp.Or(
			cmp.Compare(a.finding.Rule, b.finding.Rule),
			cmp.Compare(a.finding.Place.Pointer, b.finding.Place.Pointer),
			cmp.Compare(a.finding.Variant, b.finding.Variant),
		)
	})
	stated = slices.SortedFunc(slices.Values(stated), func(a, b policy.Relation) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.ID, b.ID))
	})
	for _, relation := range stated {
		if !r.relationRestsOnUnsound(relation) {
			l.enter(relation)
		}
	}
	disagreements, err := accountant.Explain(l.amounts, l.relations)
	if err != nil {
		r.fault("engine/rule-broken", "", map[string]any{"rule": wrongFigure, "cause": err.Error()})
	}
	for _, disagreement := range l.gather(disagreements) {
		var finding report.Finding
		if finding, found = l.explain(disagreement, found); len(finding.Replaces) > 0 {
			r.report.Findings = append(r.report.Findings, finding)
		}
	}
	for _, left := range found {
		r.report.Findings = append(r.report.Findings, left.finding)
	}
}

func (r *run) relationRestsOnUnsound(relation policy.Relation) bool {
	places := slices.Clone(relation.RestsOn)
	for _, term := range relation.Terms {
		places = append(places, term.Pointer)
	}
	return r.restsOnUnsound(policy.Remark{Rule: relation.Rule, Pointer: places[0], RestsOn: places})
}

// ledger is the relations that rules hold amounts to, as the accountant reads them.
type ledger struct {
	outline   outline
	amounts   []accountant.Figure
	relations []accountant.Relation
	figures   map[string]policy.Term     // by the id of the figure
	rules     map[string]policy.Relation // by the id of the relation
}

func figureID(term policy.Term) string { return string(term.Pointer) + "#" + term.At }

func relationID(rule, id string) string { return rule + "#" + id }

func (l *ledger) enter(stated policy.Relation) {
	relation := accountant.Relation{ID: relationID(stated.Rule, stated.ID), Kind: accountant.Kind(stated.Kind)}
	for _, term := range stated.Terms {
		id := figureID(term)
		if _, known := l.figures[id]; !known {
			l.figures[id] = term
			l.amounts = append(l.amounts, accountant.Figure{
				ID: id, Amount: term.Amount, Unit: term.Unit, Blank: term.Blank,
				Group: string(term.Pointer.Parent().Parent()),
			})
		}
		relation.Terms = append(relation.Terms, accountant.Term{Figure: id, Coefficient: term.Times})
	}
	if relation.Kind != accountant.Equality {
		relation.Total = relation.Terms[0].Figure
	}
	l.rules[relation.ID] = stated
	l.relations = append(l.relations, relation)
}

// gather makes one disagreement of those that come of the same missing part, such
// as the columns of a row that is not there.
func (l *ledger) gather(disagreements []accountant.Disagreement) []accountant.Disagreement {
	var gathered []accountant.Disagreement
	at := map[report.Pointer]int{}
	for _, d := range disagreements {
		part, ok := l.missingPart(d)
		i, known := at[part]
		if !ok || !known {
			if ok {
				at[part] = len(gathered)
			}
			gathered = append(gathered, d)
			continue
		}
		all, more := &gathered[i].Explanations[0], d.Explanations[0]
		gathered[i].Relations = append(gathered[i].Relations, d.Relations...)
		all.Corrections = append(all.Corrections, more.Corrections...)
		all.Repairs = append(all.Repairs, more.Repairs...)
		all.Support = append(all.Support, more.Support...)
		slices.Sort(all.Support)
		all.Support = slices.Compact(all.Support)
		all.Strained += more.Strained
	}
	return gathered
}

// missingPart is the part whose absence alone explains a disagreement.
func (l *ledger) missingPart(d accountant.Disagreement) (report.Pointer, bool) {
	if len(d.Explanations) != 1 {
		return "", false
	}
	parts := map[report.Pointer]bool{}
	for _, c := range d.Explanations[0].Corrections {
		if !l.figures[c.Figure].Blank {
			return "", false
		}
		parts[l.outline.absent(l.figures[c.Figure].Pointer)] = true
	}
	for part := range parts {
		return part, len(parts) == 1
	}
	return "", false
}

// explain is the finding on a disagreement, and what is left of those of the
// rules. It stands for those whose relations every explanation mends, and for what
// is said of a blank that every explanation fills.
func (l *ledger) explain(d accountant.Disagreement, found []disagreeing) (report.Finding, []disagreeing) {
	f := report.Finding{Rule: wrongFigure, Stage: report.Accountant}
	if len(d.Explanations) == 0 {
		return f, found
	}
	var left []disagreeing
	for _, candidate := range found {
		mended := true
		for _, e := range d.Explanations {
			mended = mended && l.mends(e, candidate)
		}
		if mended {
			f.Replaces = append(f.Replaces, candidate.finding)
			f.RestsOn = append(f.RestsOn, candidate.finding.Place.Pointer)
			f.RestsOn = append(f.RestsOn, candidate.finding.RestsOn...)
		} else {
			left = append(left, candidate)
		}
	}
	if len(f.Replaces) == 0 {
		return f, found
	}
	for _, e := range d.Explanations {
		f.Explanations = append(f.Explanations, l.explanation(e))
	}
	slices.Sort(f.RestsOn)
	f.RestsOn = slices.Compact(f.RestsOn)
	only := f.Explanations[0].Corrections
	missing, isMissing := l.missingPart(d)
	if len(d.Explanations) == 1 {
		f.Fix = l.fix(d.Explanations[0])
	}
	switch {
	case len(d.Explanations) > 1:
		f.Variant = "rivals"
		f.Place = f.Replaces[0].Place
		f.Values = map[string]any{"count": len(d.Explanations) + d.Omitted}
	case len(only) > 1 && isMissing:
		for i := range only {
			only[i].Variant = "part"
		}
		f.Variant = "absent"
		f.Place = report.Place{Pointer: missing}
		f.Values = map[string]any{"part": l.name(l.figures[d.Explanations[0].Corrections[0].Figure], missing)}
	case len(only) > 1:
		f.Variant = "several"
		f.Place = only[0].Place
		f.Values = map[string]any{"count": len(only)}
	default:
		f.Variant = only[0].Variant
		f.Place = only[0].Place
		f.Values = only[0].Values
	}
	return f, left
}

// mends tells whether an explanation mends the relation that a finding is on, or
// fills what it says is missing.
func (l *ledger) mends(e accountant.Explanation, candidate disagreeing) bool {
	if slices.Contains(e.Repairs, relationID(candidate.finding.Rule, candidate.relation)) {
		return true
	}
	return slices.ContainsFunc(e.Corrections, func(c accountant.Correction) bool {
		term := l.figures[c.Figure]
		missing := report.Pointer(candidate.relation)
		return term.Blank && (term.Pointer == candidate.finding.Place.Pointer || missing != "" && missing.Contains(term.Pointer))
	})
}

func (l *ledger) explanation(e accountant.Explanation) report.Explanation {
	var out report.Explanation
	for _, c := range e.Corrections {
		out.Corrections = append(out.Corrections, l.correction(c))
	}
	// What follows from another correction comes behind it.
	slices.SortStableFunc(out.Corrections, func(a, b report.Correction) int {
		return cmp.Compare(behind[a.Variant], behind[b.Variant])
	})
	count := func(n int) map[string]any { return map[string]any{"count": n} }
	if len(e.Repairs) > 1 {
		out.For = append(out.For, report.Argument{Term: "for.repairs", Values: count(len(e.Repairs))})
	}
	if len(e.Support) > 0 {
		term := "for.support"
		if len(e.Support) == 1 {
			term = "for.support-one"
		}
		out.For = append(out.For, report.Argument{Term: term, Values: count(len(e.Support))})
	}
	if only := e.Corrections[0]; len(e.Corrections) == 1 && only.Low < only.High {
		out.For = append(out.For, report.Argument{Term: "for.range", Values: map[string]any{
			"allowed": out.Corrections[0].Values["allowed"],
		}})
	}
	if len(e.Support) == 0 && len(e.Repairs) < 2 {
		out.Against = append(out.Against, report.Argument{Term: "against.unconfirmed"})
	}
	if e.Faults > 1 {
		out.Against = append(out.Against, report.Argument{Term: "against.faults", Values: count(e.Faults)})
	}
	if e.Strained > 0 {
		out.Against = append(out.Against, report.Argument{Term: "against.rounding"})
	}
	return out
}

var behind = map[string]int{"follows": 1}

func (l *ledger) correction(c accountant.Correction) report.Correction {
	term := l.figures[c.Figure]
	unit := unitName(term.Unit)
	out := report.Correction{
		Place:   report.Place{Pointer: term.Pointer},
		Variant: "one",
		Values: map[string]any{
			"figure":   l.name(term, term.Pointer),
			"stated":   inUnit(c.Stated, term.Unit),
			"proposed": inUnit(c.Proposed, term.Unit),
			"allowed":  map[string]any{"low": inUnit(c.Low, term.Unit)["amount"], "high": inUnit(c.High, term.Unit)["amount"], "unit": unit},
		},
	}
	switch cause := c.Causes[0].Kind; {
	case term.Blank:
		out.Variant = "blank"
	case cause == accountant.CarriedOver:
		out.Variant = "follows"
	case cause == accountant.Unknown:
		out.Variant = "unknown"
	}
	var causes []any
	for _, cause := range c.Causes {
		causes = append(causes, l.cause(cause, term.Unit))
	}
	out.Values["causes"] = map[string]any{"either": causes}
	return out
}

// cause is how the right amount may have become the stated one, as a part of a
// sentence.
func (l *ledger) cause(c accountant.Cause, unit int64) map[string]any {
	values := map[string]any{}
	if c.Figure != "" {
		values["figure"] = l.name(l.figures[c.Figure], l.figures[c.Figure].Pointer)
	}
	if c.Kind == accountant.UnitSlip {
		values["wrong"] = map[string]any{"term": "unit." + unitName(slipped(unit, c.Factor))}
		values["right"] = map[string]any{"term": "unit." + unitName(unit)}
	}
	return map[string]any{"term": "cause." + string(c.Kind), "values": values}
}

// slipped is the unit that an amount was written in by mistake.
func slipped(unit, factor int64) int64 {
	if factor < 0 {
		return unit / -factor
	}
	return unit * factor
}

// inUnit writes an amount with its unit. One of a text may count units that have no
// name, such as hundreds of thousands, and is written in kronor.
func inUnit(amount, unit int64) map[string]any {
	name := unitName(unit)
	if name == "kr" {
		amount *= unit
	}
	return map[string]any{"amount": int(amount), "unit": name}
}

func unitName(kronor int64) string {
	switch kronor {
	case 1000:
		return "tkr"
	case 1000000:
		return "mnkr"
	}
	return "kr"
}

// name is what a figure, or the part of the plan at a place above it, is called: its
// place in the form, and in a text how it is written.
func (l *ledger) name(term policy.Term, at report.Pointer) map[string]any {
	name := map[string]any{}
	for _, language := range catalog.Languages {
		switch {
		case term.Blank:
			name[string(language)] = l.outline.called(at, term.Words, language)
		case term.Words != "":
			name[string(language)] = fmt.Sprintf("%s (%s)", l.outline.called(at, "", language), term.Words)
		default:
			name[string(language)] = l.outline.called(at, "", language)
		}
	}
	return name
}
