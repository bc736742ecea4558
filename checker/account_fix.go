package checker

import (
	"cmp"
	"maps"
	"slices"

	"github.com/plankoll/plankoll/checker/internal/accountant"
	"github.com/plankoll/plankoll/checker/internal/policy"
	"github.com/plankoll/plankoll/checker/report"
)

// fix is what writes an explanation into the plan: none where it corrects an amount
// that is part of a text, which has to be rewritten by a person, and none where there
// would be more to fill in.
func (l *ledger) fix(e accountant.Explanation) []report.Change {
	var fix []report.Change
	missing := map[report.Pointer]any{}
	for _, c := range e.Corrections {
		term := l.figures[c.Figure]
		switch {
		case term.At != "":
			return nil
		case !term.Blank:
			fix = append(fix, report.Change{Op: report.Replace, Path: term.Pointer, Value: c.Proposed})
		case !l.totalled(c.Figure):
			return nil
		default:
			part := l.outline.absent(term.Pointer)
			missing[part] = filled(missing[part], term, part, c.Proposed)
		}
	}
	for id, term := range l.figures {
		part := l.outline.absent(term.Pointer)
		if missing[part] != nil && term.Blank && !corrects(e, id) {
			return nil
		}
	}
	for part, value := range missing {
		fix = append(fix, report.Change{Op: report.Add, Path: part, Value: value})
	}
	slices.SortFunc(fix, func(a, b report.Change) int { return cmp.Compare(a.Path, b.Path) })
	return fix
}

// totalled tells whether a figure's column has a total.
func (l *ledger) totalled(figure string) bool {
	return slices.ContainsFunc(l.relations, func(r accountant.Relation) bool {
		return r.Kind == accountant.Sum && slices.ContainsFunc(r.Terms, func(t accountant.Term) bool { return t.Figure == figure })
	})
}

func corrects(e accountant.Explanation, figure string) bool {
	return slices.ContainsFunc(e.Corrections, func(c accountant.Correction) bool { return c.Figure == figure })
}

// filled is a missing part with one more amount in it.
func filled(value any, term policy.Term, part report.Pointer, amount int64) any {
	way := term.Pointer[len(part):].Segments()
	if len(way) == 0 {
		return amount
	}
	object, ok := value.(map[string]any)
	if !ok {
		object = maps.Clone(term.Row)
		if object == nil {
			object = map[string]any{}
		}
	}
	at := object
	for _, name := range way[:len(way)-1] {
		inner, ok := at[name].(map[string]any)
		if !ok {
			inner = map[string]any{}
			at[name] = inner
		}
		at = inner
	}
	at[way[len(way)-1]] = amount
	return object
}
