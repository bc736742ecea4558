package accountant

import (
	"fmt"
	"math/big"
)

// book holds the figures and relations in the form that the search reads: as
// whole numbers, with every figure's place in every relation.
//
// A relation is kept as a residual, what its terms add up to as stated. The true
// values hide within half a unit of each figure, so the relation holds exactly
// when the residual is no further from zero than half the sum of the weights.
// A correction moves the residual; only the filling of a blank adds to the room.
type book struct {
	figures   []entry
	relations []balance
	stated    map[stated][]int // figures by what they say
}

// stated is what a figure says.
type stated struct{ amount, unit int64 }

// entry is a figure and where it occurs.
type entry struct {
	Figure
	uses []use
}

// use is the place of a figure in a relation.
type use struct{ relation, term int }

// balance is a relation over doubled numbers, so that half a unit is whole.
type balance struct {
	id       string
	terms    []term
	total    int      // figure, or -1
	residual *big.Int // twice the sum of the terms as stated
	room     *big.Int // the residual may be this far from zero
	calm     *big.Int // and is hardly ever further than this; see ordinary
	holds    bool     // as stated
	strained bool     // as stated
}

type term struct {
	figure int
	weight *big.Int // what one unit of the figure adds to half the residual
	reach  *reach   // of a correction of this figure alone; made when asked for
	share  *int64   // of the total, in the total's unit; made when asked for
}

// reach is what a relation allows a figure to be corrected by.
type reach struct {
	tolerated span  // the relation holds
	ordinary  span  // and is not strained
	ideal     int64 // the sum comes out as near to zero as it can
	exact     bool  // namely at zero
}

const largestAmount = int64(1) << 53

func newBook(figures []Figure, relations []Relation) (*book, error) {
	b := &book{figures: make([]entry, len(figures))}
	b.stated = make(map[stated][]int, len(figures))
	index := make(map[string]int, len(figures))
	for i, f := range figures {
		if _, twice := index[f.ID]; twice {
			return nil, fmt.Errorf("figure %s is given twice", f.ID)
		}
		if f.Unit <= 0 {
			return nil, fmt.Errorf("figure %s: a unit of %d kronor", f.ID, f.Unit)
		}
		if f.Amount > largestAmount || f.Amount < -largestAmount {
			return nil, fmt.Errorf("figure %s: the amount %d is too large", f.ID, f.Amount)
		}
		index[f.ID] = i
		b.figures[i] = entry{Figure: f}
		b.stated[stated{f.Amount, f.Unit}] = append(b.stated[stated{f.Amount, f.Unit}], i)
	}
	ids := make(map[string]bool, len(relations))
	for _, r := range relations {
		if ids[r.ID] {
			return nil, fmt.Errorf("relation %s is given twice", r.ID)
		}
		ids[r.ID] = true
		balance, err := b.balance(r, index)
		if err != nil {
			return nil, fmt.Errorf("relation %s: %w", r.ID, err)
		}
		if b.idle(&balance) {
			continue
		}
		for t := range balance.terms {
			entry := &b.figures[balance.terms[t].figure]
			entry.uses = append(entry.uses, use{len(b.relations), t})
		}
		b.relations = append(b.relations, balance)
	}
	return b, nil
}

// idle tells whether a relation compares nothing but blanks. It holds, but is no
// reason to leave all of them blank.
func (b *book) idle(r *balance) bool {
	for _, t := range r.terms {
		if !b.figures[t.figure].Blank {
			return false
		}
	}
	return len(r.terms) > 1
}

func (b *book) balance(r Relation, index map[string]int) (balance, error) {
	made := balance{id: r.ID, total: -1}
	if r.Total != "" {
		total, ok := index[r.Total]
		if !ok {
			return made, fmt.Errorf("no figure %s to be the total", r.Total)
		}
		made.total = total
	}
	denominator := big.NewInt(1)
	for _, t := range r.Terms {
		if t.Coefficient == nil {
			return made, fmt.Errorf("figure %s has no coefficient", t.Figure)
		}
		gcd := new(big.Int).GCD(nil, nil, denominator, t.Coefficient.Denom())
		denominator.Mul(denominator, gcd.Div(t.Coefficient.Denom(), gcd))
	}
	places := make(map[int]int, len(r.Terms))
	totalFound := made.total < 0
	for _, t := range r.Terms {
		figure, ok := index[t.Figure]
		if !ok {
			return made, fmt.Errorf("no figure %s", t.Figure)
		}
		totalFound = totalFound || figure == made.total
		weight := new(big.Int).Div(denominator, t.Coefficient.Denom())
		weight.Mul(weight, t.Coefficient.Num())
		weight.Mul(weight, big.NewInt(b.figures[figure].Unit))
		if place, twice := places[figure]; twice {
			weight.Add(weight, made.terms[place].weight)
			made.terms[place].weight = weight
			continue
		}
		places[figure] = len(made.terms)
		made.terms = append(made.terms, term{figure: figure, weight: weight})
	}
	if !totalFound {
		return made, fmt.Errorf("the total %s is no term of it", r.Total)
	}
	if err := made.reduce(b); err != nil {
		return made, err
	}
	made.settle(b)
	return made, nil
}

// reduce divides the weights by what they have in common.
func (r *balance) reduce(b *book) error {
	common := new(big.Int)
	for _, t := range r.terms {
		if t.weight.Sign() == 0 {
			return fmt.Errorf("figure %s has the coefficient 0", b.figures[t.figure].ID)
		}
		common.GCD(nil, nil, common, new(big.Int).Abs(t.weight))
	}
	for _, t := range r.terms {
		t.weight.Quo(t.weight, common)
	}
	return nil
}

func (r *balance) settle(b *book) {
	r.residual, r.room = new(big.Int), new(big.Int)
	squares, product := new(big.Int), new(big.Int)
	for _, t := range r.terms {
		product.Mul(t.weight, big.NewInt(b.figures[t.figure].Amount))
		r.residual.Add(r.residual, product)
		if b.figures[t.figure].Blank {
			continue
		}
		r.room.Add(r.room, product.Abs(t.weight))
		squares.Add(squares, product.Mul(t.weight, t.weight))
	}
	r.residual.Lsh(r.residual, 1)
	r.calm = ordinary(squares)
	if r.calm.Cmp(r.room) > 0 {
		r.calm = r.room
	}
	r.holds = r.residual.CmpAbs(r.room) <= 0
	r.strained = r.residual.CmpAbs(r.calm) > 0
}

// ordinary is how far twice a residual strays from zero by rounding alone: four
// standard deviations, once in ten thousand times. Rounding is even over a unit,
// so a term's variance is its squared weight over 12. A column of a hundred rows
// may be 50 off by the strict rule, and is never more than 12 off in practice.
func ordinary(squares *big.Int) *big.Int {
	n := new(big.Int).Mul(squares, big.NewInt(16*4))
	return n.Sqrt(n.Div(n, big.NewInt(12)))
}

// correction is a figure and what is added to it.
type correction struct {
	figure int
	by     int64
}

// reach tells what a relation allows a figure to be corrected by, where others
// are corrected already.
func (b *book) reach(u use, others []correction) reach {
	r := &b.relations[u.relation]
	t := &r.terms[u.term]
	residual, filled := r.residual, b.filling(t)
	for _, other := range others {
		if other.figure == t.figure {
			continue
		}
		if place, ok := b.place(other.figure, u.relation); ok {
			moved := new(big.Int).Mul(r.terms[place].weight, big.NewInt(2*other.by))
			residual = moved.Add(moved, residual)
			filled = new(big.Int).Add(filled, b.filling(&r.terms[place]))
		}
	}
	if residual != r.residual {
		return r.reach(residual, t.weight, filled)
	}
	if t.reach == nil {
		alone := r.reach(residual, t.weight, filled)
		t.reach = &alone
	}
	return *t.reach
}

// filling is the room that a blank adds to its relations by being filled: what is
// written there is rounded like any other amount.
func (b *book) filling(t *term) *big.Int {
	if !b.figures[t.figure].Blank {
		return new(big.Int)
	}
	return new(big.Int).Abs(t.weight)
}

func (r *balance) reach(residual, weight, filled *big.Int) reach {
	step := new(big.Int).Lsh(weight, 1)
	ideal, exact := nearest(new(big.Int).Neg(residual), step)
	return reach{
		tolerated: within(residual, step, new(big.Int).Add(r.room, filled)),
		ordinary:  within(residual, step, new(big.Int).Add(r.calm, filled)),
		ideal:     ideal,
		exact:     exact,
	}
}

// loosely tells what a relation allows a figure to be corrected by, where others
// may be corrected by anything within their spans.
func (b *book) loosely(u use, made []correction, spans []span) span {
	r := &b.relations[u.relation]
	low, high := new(big.Int).Set(r.residual), new(big.Int).Set(r.residual)
	allowance := new(big.Int).Add(r.room, b.filling(&r.terms[u.term]))
	for i, other := range made {
		place, ok := b.place(other.figure, u.relation)
		if !ok || place == u.term {
			continue
		}
		weight := r.terms[place].weight
		one := new(big.Int).Mul(weight, big.NewInt(2*spans[i].low))
		two := new(big.Int).Mul(weight, big.NewInt(2*spans[i].high))
		if weight.Sign() < 0 {
			one, two = two, one
		}
		low.Add(low, one)
		high.Add(high, two)
		allowance.Add(allowance, b.filling(&r.terms[place]))
	}
	// The same as a residual in the middle with room for the spans as well; all
	// doubled once more, as the middle may be half.
	middle := new(big.Int).Add(low, high)
	room := allowance.Lsh(allowance, 1)
	room.Add(room, high.Sub(high, low))
	return within(middle, new(big.Int).Lsh(r.terms[u.term].weight, 2), room)
}

// place finds a figure's term in a relation.
func (b *book) place(figure, relation int) (int, bool) {
	for _, u := range b.figures[figure].uses {
		if u.relation == relation {
			return u.term, true
		}
	}
	return 0, false
}

// state tells whether a relation holds after corrections, and whether it is
// strained.
func (b *book) state(relation int, made []correction) (holds, strained bool) {
	for i := len(made) - 1; i >= 0; i-- {
		if place, ok := b.place(made[i].figure, relation); ok {
			reach := b.reach(use{relation, place}, made[:i])
			return reach.tolerated.has(made[i].by), !reach.ordinary.has(made[i].by)
		}
	}
	return b.relations[relation].holds, b.relations[relation].strained
}
