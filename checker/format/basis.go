package format

import (
	"fmt"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/wording"
	"github.com/plankoll/plankoll/checker/report"
)

// basis says what a submission was judged by.
func basis(r *report.Report, words words, wording *wording.Writer) string {
	if r.Summary.Rules == 0 {
		return words.noProfile
	}
	day, err := wording.Value(r.AsOf)
	if err != nil {
		day = r.AsOf
	}
	return fmt.Sprintf(words.checked, r.Summary.Rules, r.Profile, day)
}

// passed are the rules that were asked and had nothing to say. What waits for a
// person, or could not be judged, has not passed.
func passed(r *report.Report, c *catalog.Catalog) []string {
	open := map[string]bool{}
	for _, f := range r.Findings {
		open[f.Rule] = true
		for _, replaced := range f.Replaces {
			open[replaced.Rule] = true
		}
	}
	for _, m := range r.Manual {
		open[m.Rule] = true
	}
	for _, n := range r.NotEvaluated {
		open[n.Rule] = true
	}
	var ids []string
	for _, id := range r.Checked {
		if !open[id] && c.Rule(id).Kind != catalog.ByHand {
			ids = append(ids, id)
		}
	}
	return ids
}
