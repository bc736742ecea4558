package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/cmd/internal/surgery"
)

// examination is what a check said of a plan.
type examination struct {
	found    []string // ids of the rules with findings, sorted
	unjudged []string // ids of the rules that could not judge, sorted
	remarks  map[remark]bool
}

// remark is one thing that a rule said.
type remark struct {
	rule  string
	stage report.Stage
	at    report.Pointer
	what  string
}

func examine(c *checker.Checker, plan []byte) examination {
	result := c.Check(context.Background(), checker.Submission{Bytes: plan}, checker.Options{})
	found, unjudged := map[string]bool{}, map[string]bool{}
	e := examination{remarks: map[remark]bool{}}
	say := func(rule string, at report.Pointer, kind, variant string, values map[string]any) {
		e.remarks[remark{
			rule: rule, stage: c.Catalog().Rule(rule).Stage, at: at,
			what: fmt.Sprint(kind, " ", variant, " ", values),
		}] = true
	}
	for _, f := range result.Unexplained() {
		found[f.Rule] = true
		say(f.Rule, f.Place.Pointer, "finds", f.Variant, f.Values)
	}
	for _, n := range result.NotEvaluated {
		unjudged[n.Rule] = true
		say(n.Rule, n.Place.Pointer, "cannot judge", n.Reason, n.Values)
	}
	for _, m := range result.Manual {
		say(m.Rule, m.Place.Pointer, "asks", m.Variant, m.Values)
	}
	e.found, e.unjudged = slices.Sorted(maps.Keys(found)), slices.Sorted(maps.Keys(unjudged))
	return e
}

// examineAll examines the wounded plans side by side, and keeps their order.
func examineAll(c *checker.Checker, wounds []surgery.Wound, workers int) ([]examination, error) {
	plans := make([][]byte, len(wounds))
	for i, w := range wounds {
		var err error
		if plans[i], err = json.Marshal(w.Plan); err != nil {
			return nil, err
		}
	}
	results := make([]examination, len(plans))
	next := make(chan int)
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := range next {
				results[i] = examine(c, plans[i])
			}
		})
	}
	for i := range plans {
		next <- i
	}
	close(next)
	group.Wait()
	return results, nil
}

// causeless lists the rules that say something else of the wounded plan than of
// the healthy one though they do not read the wounded place. The stages that are
// no policies read everything, but speak of the wounded place only.
func (e examination) causeless(healthy examination, rules *catalog.Catalog, w surgery.Wound) []string {
	found := map[string]bool{}
	compare := func(remarks, others map[remark]bool) {
		for r := range remarks {
			if others[r] {
				continue
			}
			cause := rules.Rule(r.rule).ReadsAt(w.Touched)
			if r.stage != report.Policy {
				cause = r.at.Contains(w.Touched) || w.Touched.Contains(r.at)
			}
			if !cause {
				found[r.rule] = true
			}
		}
	}
	compare(e.remarks, healthy.remarks)
	compare(healthy.remarks, e.remarks)
	return slices.Sorted(maps.Keys(found))
}
