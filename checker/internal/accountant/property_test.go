package accountant

import (
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

func TestSoundPlansHaveNoDisagreement(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		if found := soundPlan(r).explain(t); len(found) > 0 {
			t.Fatal(told(found))
		}
	}
}

// Whatever is wrong: what is proposed makes every relation of the corrected
// figures hold, and every broken relation is spoken of exactly once.
func TestExplanationsSatisfyWhatTheyTouch(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 600 {
		p := soundPlan(r)
		truth := map[string]int64{}
		for range 1 + r.IntN(3) {
			p.inflict(r, wounds[r.IntN(len(wounds))], truth)
		}
		found := p.explain(t)
		var named, broken []string
		for _, d := range found {
			named = append(named, d.Relations...)
			for _, e := range d.Explanations {
				p.check(t, d, e)
			}
		}
		for _, relation := range p.relations {
			if !p.holds(relation, nil) {
				broken = append(broken, relation.ID)
			}
		}
		slices.Sort(named)
		slices.Sort(broken)
		if !slices.Equal(named, broken) {
			t.Fatalf("speaks of %v, broken are %v", named, broken)
		}
	}
}

func (p *plan) check(t *testing.T, d Disagreement, e Explanation) {
	t.Helper()
	amounts := map[string]int64{}
	for _, c := range e.Corrections {
		amounts[c.Figure] = c.Proposed
		if c.Proposed == c.Stated || c.Proposed < c.Low || c.Proposed > c.High || len(c.Causes) == 0 {
			t.Fatalf("%+v", c)
		}
	}
	for _, relation := range p.relations {
		touched := slices.ContainsFunc(relation.Terms, func(t Term) bool { _, ok := amounts[t.Figure]; return ok })
		mended := !p.holds(relation, nil) && touched
		if touched && !p.holds(relation, amounts) {
			t.Fatalf("%+v breaks %s", e, relation.ID)
		}
		if mended != slices.Contains(e.Repairs, relation.ID) {
			t.Fatalf("%+v: repairs %s: %v", e, relation.ID, mended)
		}
		if slices.Contains(d.Relations, relation.ID) && !mended {
			t.Fatalf("%+v does not mend %s", e, relation.ID)
		}
		if slices.Contains(e.Support, relation.ID) && (touched || !p.holds(relation, nil)) {
			t.Fatalf("%+v is not supported by %s", e, relation.ID)
		}
	}
	if len(e.Corrections) == 1 { // the interval ends where something breaks
		c := e.Corrections[0]
		for amount, want := range map[int64]bool{c.Low: true, c.High: true, c.Low - 1: false, c.High + 1: false} {
			amounts[c.Figure] = amount
			all := true
			for _, relation := range p.relations {
				all = all && (!relation.has(c.Figure) || p.holds(relation, amounts))
			}
			if all != want {
				t.Fatalf("%+v: %d: %v", c, amount, all)
			}
		}
	}
}

// holds is the definition of a relation, in fractions and intervals.
func (p *plan) holds(relation Relation, amounts map[string]int64) bool {
	low, high := new(big.Rat), new(big.Rat)
	for _, term := range relation.Terms {
		f := p.all[slices.IndexFunc(p.all, func(f Figure) bool { return f.ID == term.Figure })]
		amount, ok := amounts[f.ID]
		if !ok {
			amount = f.Amount
		}
		ends := [2]*big.Rat{big.NewRat(2*amount-1, 2), big.NewRat(2*amount+1, 2)}
		for i := range ends {
			ends[i].Mul(ends[i], big.NewRat(f.Unit, 1))
			ends[i].Mul(ends[i], term.Coefficient)
		}
		if term.Coefficient.Sign() < 0 {
			ends[0], ends[1] = ends[1], ends[0]
		}
		low.Add(low, ends[0])
		high.Add(high, ends[1])
	}
	return low.Sign() <= 0 && high.Sign() >= 0
}

func TestSameInputSameAnswer(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 100 {
		p := soundPlan(r)
		truth := map[string]int64{}
		for range 3 {
			p.inflict(r, wounds[r.IntN(len(wounds))], truth)
		}
		if first, second := p.explain(t), p.explain(t); !reflect.DeepEqual(first, second) {
			t.Fatalf("%v\n%v", first, second)
		}
	}
}

// Sums of amounts near the largest one, through three years of index, are beyond
// 64 bits.
func TestLargeAmountsAreExact(t *testing.T) {
	p := newPlan()
	p.figures(1, "part", 9_000_000_000_000_000)
	p.figures(1_000_000, "cell", 10_305_917_380)
	p.relate(DerivedFrom("derived", "cell/0", 462, Part{"part/0", 3}))
	p.expect(t, ``)
	p.all[1].Amount++
	p.relate(DerivedFrom("again", "cell/0", 462, Part{"part/0", 3}))
	if found := p.explain(t); len(found) != 1 {
		t.Errorf("%v", found)
	}
}

func TestRelationsThatDoNotFit(t *testing.T) {
	a, b := Figure{ID: "a", Unit: 1}, Figure{ID: "b", Unit: 1}
	for want, given := range map[string]struct {
		figures   []Figure
		relations []Relation
	}{
		"figure a is given twice":                            {figures: []Figure{a, a}},
		"figure a: a unit of 0 kronor":                       {figures: []Figure{{ID: "a"}}},
		"figure a: the amount 9007199254740993 is too large": {figures: []Figure{{ID: "a", Unit: 1, Amount: 1<<53 + 1}}},
		"relation r: no figure c":                            {[]Figure{a, b}, []Relation{SameAmount("r", "a", "c")}},
		"relation r is given twice":                          {[]Figure{a, b}, []Relation{SameAmount("r", "a", "b"), SameAmount("r", "a", "b")}},
		"relation r: figure a has the coefficient 0":         {[]Figure{a, b}, []Relation{SameAmount("r", "a", "a")}},
		"relation r: figure a has no coefficient":            {[]Figure{a, b}, []Relation{{ID: "r", Terms: []Term{{Figure: "a"}}}}},
		"relation r: the total b is no term of it":           {[]Figure{a, b}, []Relation{{ID: "r", Total: "b", Terms: []Term{{"a", big.NewRat(1, 1)}}}}},
		"relation r: no figure c to be the total":            {[]Figure{a, b}, []Relation{{ID: "r", Total: "c", Terms: []Term{{"a", big.NewRat(1, 1)}}}}},
	} {
		if _, err := Explain(given.figures, given.relations); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}
