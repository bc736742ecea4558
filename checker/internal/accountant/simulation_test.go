package accountant

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// soundPlan makes a plan that agrees with itself: true values in kronor, rounded
// to what is stated. Totals are the sum of the stated rows in one plan of two,
// of the true values in the other.
func soundPlan(r *rand.Rand) *plan {
	p := newPlan()
	exactTotals := r.IntN(2) == 0
	const index = 450
	column := func(group string, values []int64) {
		var total, stated int64
		for _, v := range values {
			total += v
			stated += rounded(v, 1000)
		}
		if !exactTotals {
			stated = rounded(total, 1000)
		}
		amounts := make([]int64, 0, len(values)+1)
		rows := make([]string, len(values))
		for i, v := range values {
			amounts = append(amounts, rounded(v, 1000))
			rows[i] = fmt.Sprintf("%s/%d", group, i)
		}
		p.figures(1000, group, append(amounts, stated)...)
		p.relate(ColumnSum("sum "+group, fmt.Sprintf("%s/%d", group, len(values)), rows...))
	}

	n := 3 + r.IntN(10)
	outcome, budget, forecast := make([]int64, n), make([]int64, n), make([]int64, n)
	for i := range n {
		budget[i] = anAmount(r)
		outcome[i] = budget[i] * int64(850+r.IntN(200)) / 1000
		forecast[i] = (budget[i]*(10000+index) + 5000) / 10000
	}
	column("management/outcome", outcome)
	column("management/budget", budget)
	column("management/forecast", forecast)
	for i := range n {
		p.relate(IndexRow(fmt.Sprintf("index %d", i), fmt.Sprintf("management/forecast/%d", i), fmt.Sprintf("management/budget/%d", i), index))
	}

	m := 2 + r.IntN(6)
	spent, cost := make([]int64, m), make([]int64, m)
	impact := [2][]int64{make([]int64, m), make([]int64, m)}
	for i := range m {
		spent[i] = anAmount(r)
		var parts []Part
		var amounts []int64
		for range 1 + r.IntN(3) {
			amount := anAmount(r) / 10000 * 10000
			parts = append(parts, Part{Figure: fmt.Sprintf("projects %d/%d", i, len(parts))})
			amounts = append(amounts, amount)
			cost[i] += amount
		}
		yearly := anAmount(r) / 10000 * 1000
		impact[0][i] = yearly
		impact[1][i] = (yearly*(10000+index) + 5000) / 10000
		p.figures(1, fmt.Sprintf("projects %d", i), amounts...)
		p.figures(1, fmt.Sprintf("yearly %d", i), yearly)
		p.relate(DerivedFrom(fmt.Sprintf("derived %d", i), fmt.Sprintf("development/forecast/%d", i), index, parts...))
		for y := range impact {
			p.relate(DerivedFrom(fmt.Sprintf("impact %d %d", y, i), fmt.Sprintf("development/impact %d/%d", y, i), index,
				Part{fmt.Sprintf("yearly %d/0", i), y}))
		}
	}
	column("development/budget", spent)
	column("development/forecast", cost)
	column("development/impact 0", impact[0])
	column("development/impact 1", impact[1])

	total := p.all[slices.IndexFunc(p.all, func(f Figure) bool { return f.ID == fmt.Sprintf("management/forecast/%d", n) })]
	p.figures(1000, "text", total.Amount)
	p.relate(SameAmount("text", "text/0", total.ID))
	return p
}

// anAmount is in kronor; as many amounts have four digits in thousands as three.
func anAmount(r *rand.Rand) int64 {
	top := []int64{1_000_000, 10_000_000, 100_000_000}[r.IntN(3)]
	return top/10 + r.Int64N(top-top/10)
}

func rounded(kronor, unit int64) int64 { return (kronor + unit/2) / unit }

// wounds are what goes wrong with amounts. Each returns the stated amount, or the
// right one where it cannot happen to it.
type wound struct {
	name   string
	totals bool // only totals suffer it
	stated func(r *rand.Rand, p *plan, f Figure) int64
}

var wounds = []wound{
	{"misprint", false, oneOf(Misprint)},
	{"swap", false, oneOf(Swap)},
	{"far-swap", false, oneOf(FarSwap)},
	{"missing-digit", false, oneOf(ExtraDigit)}, // what lost a digit, read as it should be, has one too many
	{"extra-digit", false, oneOf(MissingDigit)},
	{"sign", false, oneOf(Sign)},
	{"unit-slip", false, func(r *rand.Rand, _ *plan, f Figure) int64 {
		if f.Unit == 1 {
			return rounded(f.Amount, 1000)
		}
		return f.Amount*1000 + r.Int64N(1000) - 500
	}},
	{"left-out", true, func(r *rand.Rand, p *plan, f Figure) int64 { return f.Amount - aRow(r, p, f) }},
	{"counted-twice", true, func(r *rand.Rand, p *plan, f Figure) int64 { return f.Amount + aRow(r, p, f) }},
	{"copied", true, func(r *rand.Rand, p *plan, f Figure) int64 {
		other := p.all[r.IntN(len(p.all))]
		if other.Unit != f.Unit {
			return f.Amount
		}
		return other.Amount
	}},
	{"no pattern", false, func(r *rand.Rand, _ *plan, f Figure) int64 {
		return max(1, f.Amount*int64(300+r.IntN(1400))/1000)
	}},
}

func oneOf(kind CauseKind) func(*rand.Rand, *plan, Figure) int64 {
	return func(r *rand.Rand, _ *plan, f Figure) int64 {
		var outcomes []int64
		misreadings(f.Amount, func(s span, c Cause) {
			if c.Kind == kind {
				outcomes = append(outcomes, s.low)
			}
		})
		if len(outcomes) == 0 {
			return f.Amount
		}
		return outcomes[r.IntN(len(outcomes))]
	}
}

func aRow(r *rand.Rand, p *plan, f Figure) int64 {
	for _, relation := range p.relations {
		if relation.Kind == Sum && relation.Total == f.ID {
			row := relation.Terms[1+r.IntN(len(relation.Terms)-1)].Figure
			return p.all[slices.IndexFunc(p.all, func(f Figure) bool { return f.ID == row })].Amount
		}
	}
	return 0
}

func (p *plan) relationsOf(figure string) int {
	count := 0
	for _, relation := range p.relations {
		if relation.has(figure) {
			count++
		}
	}
	return count
}

func (r Relation) has(figure string) bool {
	return slices.ContainsFunc(r.Terms, func(t Term) bool { return t.Figure == figure })
}

func (p *plan) isTotal(figure string) bool {
	return slices.ContainsFunc(p.relations, func(r Relation) bool { return r.Kind == Sum && r.Total == figure })
}

// outcome is what became of a wound; a higher one is worse.
type outcome int

const (
	alone    outcome = iota // the right figures and amounts, without a rival
	near                    // the right figures, their amounts within the intervals given
	rival                   // right, among others as good
	nothing                 // nothing proposed
	allWrong                // only other things, but several
	wrong                   // another thing, as if it were certain
	outcomes
)

// score counts the outcomes of wounds of one sort.
type score struct {
	counts [outcomes]int
	rivals int // in the cases of rival, how many explanations in all
}

func (s *score) shown() int {
	sum := 0
	for _, n := range s.counts {
		sum += n
	}
	return sum
}

// count takes the worst of what was said, if anything was.
func (s *score) count(found []Disagreement, truth map[string]int64) outcome {
	worst, rivals := alone, 0
	for _, d := range found {
		came := judged(d, truth)
		worst = max(worst, came)
		if came == rival {
			rivals = max(rivals, len(d.Explanations)+d.Omitted)
		}
	}
	if len(found) > 0 {
		s.counts[worst]++
	}
	if worst == rival {
		s.rivals += rivals
	}
	return worst
}

func judged(d Disagreement, truth map[string]int64) outcome {
	if len(d.Explanations) == 0 {
		return nothing
	}
	best := wrong
	for _, e := range d.Explanations {
		came := alone
		for _, c := range e.Corrections {
			switch amount, wounded := truth[c.Figure]; {
			case !wounded || amount < c.Low || amount > c.High:
				came = wrong
			case amount != c.Proposed:
				came = max(came, near)
			}
		}
		best = min(best, came)
	}
	switch {
	case len(d.Explanations) == 1:
		return best
	case best < wrong || d.Omitted > 0:
		return rival
	}
	return allWrong
}

func (s *score) share(o outcome) float64 {
	return 100 * float64(s.counts[o]) / float64(max(1, s.shown()))
}

func heading(t *testing.T) {
	t.Logf("%-20s %-9s %6s %6s %6s %7s %7s %8s %10s %7s", "wound", "relations", "shown",
		"alone%", "near%", "rivals%", "(mean)", "nothing%", "all wrong%", "wrong%")
}

func (s *score) row(t *testing.T, name, where string) {
	t.Logf("%-20s %-9s %6d %6.1f %6.1f %7.1f %7.1f %8.1f %10.1f %7.1f", name, where, s.shown(),
		s.share(alone), s.share(near), s.share(rival), float64(s.rivals)/float64(max(1, s.counts[rival])),
		s.share(nothing), s.share(allWrong), s.share(wrong))
}

func (p *plan) explain(t *testing.T) []Disagreement {
	t.Helper()
	found, err := Explain(p.all, p.relations)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// inflict makes one figure wrong and notes the right amount.
func (p *plan) inflict(r *rand.Rand, w wound, truth map[string]int64) string {
	for {
		f := &p.all[r.IntN(len(p.all))]
		if _, twice := truth[f.ID]; twice || w.totals && !p.isTotal(f.ID) {
			continue
		}
		right := f.Amount
		if f.Amount = w.stated(r, p, *f); f.Amount != right {
			truth[f.ID] = right
			return f.ID
		}
	}
}

// Each wound on a random figure of sound plans. Read it by -v.
func TestSimulationOfOneFault(t *testing.T) {
	heading(t)
	for _, wound := range wounds {
		var few, more score // by how many relations the figure stands in
		r := rand.New(rand.NewPCG(1, 2))
		for range 1000 {
			p := soundPlan(r)
			truth := map[string]int64{}
			figure := p.inflict(r, wound, truth)
			if p.relationsOf(figure) == 1 {
				few.count(p.explain(t), truth)
			} else {
				more.count(p.explain(t), truth)
			}
		}
		few.row(t, wound.name, "one")
		more.row(t, wound.name, "more")
		if wound.name == "no pattern" { // where one column says it all, some row may look misprinted
			few.atLeast(t, wound.name, 20, 4)
			more.atLeast(t, wound.name, 88, 0.2)
			continue
		}
		few.atLeast(t, wound.name, 30, 0.2)
		more.atLeast(t, wound.name, 88, 0.2)
	}
}

// Two faults anywhere in a plan: apart from each other, or joined by what they
// break. By the one of the two that stands in fewer relations.
func TestSimulationOfTwoFaults(t *testing.T) {
	heading(t)
	var apart, joined [2]score
	r := rand.New(rand.NewPCG(3, 4))
	for range 6000 {
		p := soundPlan(r)
		truth := map[string]int64{}
		fewest := 2
		for range 2 {
			figure := p.inflict(r, wounds[r.IntN(len(wounds)-1)], truth)
			fewest = min(fewest, p.relationsOf(figure))
		}
		found := p.explain(t)
		if len(found) == 1 {
			joined[fewest-1].count(found, truth)
		} else {
			apart[fewest-1].count(found, truth)
		}
	}
	for i, relations := range []string{"one", "more"} {
		apart[i].row(t, "two apart", relations)
		joined[i].row(t, "two joined", relations)
	}
	apart[0].atLeast(t, "two apart", 70, 0.2)
	apart[1].atLeast(t, "two apart", 95, 0.2)
	joined[0].atLeast(t, "two joined", 60, 5) // two in one column that nothing else confirms look like one
	joined[1].atLeast(t, "two joined", 92, 0.2)
}

func (s *score) atLeast(t *testing.T, name string, settled, misled float64) {
	t.Helper()
	if got := s.share(alone) + s.share(near); got < settled {
		t.Errorf("%s: settled in %.1f %%, want %.1f", name, got, settled)
	}
	if got := s.share(wrong); got > misled {
		t.Errorf("%s: misled in %.1f %%, at most %.1f", name, got, misled)
	}
}
