package accountant

import (
	"cmp"
	"math/big"
	"slices"
)

// reading is an amount that a figure may have been meant to be.
type reading struct {
	by       int64 // meant less stated
	causes   []Cause
	strained int   // relations of the figure that hold only by an unlikely rounding
	exact    int   // relations of it that come out at zero
	off      int64 // from the amount that its most exact relation asks for
}

// patternless tells whether nothing but the relations leads to the amount.
func (r reading) patternless() bool { return r.causes[0].Kind == Unknown }

func (r reading) unexplained() int {
	if r.patternless() {
		return 1
	}
	return 0
}

// order sorts readings by their likeliest cause.
func (r reading) order() int { return r.causes[0].Kind.order() }

func (r reading) compare(other reading) int {
	return cmp.Or(
		cmp.Compare(r.strained, other.strained),
		cmp.Compare(r.unexplained(), other.unexplained()),
		cmp.Compare(other.exact, r.exact),
		cmp.Compare(r.off, other.off),
		cmp.Compare(r.order(), other.order()),
		cmp.Compare(r.by, other.by),
	)
}

// readings returns what a figure may have been meant to be, the likeliest first,
// of the corrections allowed. Reaches are those of the relations that it is to
// satisfy, with others corrected.
func (b *book) readings(figure int, allowed span, reaches []reach, others []correction) []reading {
	f := &b.figures[figure]
	weigh := scale(reaches)
	plain := plainReading(allowed, reaches)
	if f.Blank {
		plain.causes = []Cause{{Kind: NotFilledIn}}
		return []reading{plain}
	}

	var found []reading
	note := func(by int64, cause Cause) {
		for i := range found {
			if found[i].by == by {
				found[i].causes = append(found[i].causes, cause)
				return
			}
		}
		r := weigh(by)
		r.causes = []Cause{cause}
		found = append(found, r)
	}
	misreadings(f.Amount, func(meant span, cause Cause) {
		by := span{meant.low - f.Amount, meant.high - f.Amount}.and(allowed)
		if !by.empty() && !by.has(0) {
			note(by.clamp(plain.by), cause)
		}
	})
	b.rowFaults(figure, others, func(by int64, cause Cause) {
		if allowed.has(by) && by != 0 {
			note(by, cause)
		}
	})
	for i := range found {
		slices.SortStableFunc(found[i].causes, func(x, y Cause) int {
			return cmp.Compare(x.Kind.order(), y.Kind.order())
		})
	}
	if !slices.ContainsFunc(found, func(r reading) bool { return r.by == plain.by }) {
		if source, ok := b.source(figure, others); ok {
			copied := Cause{Kind: Copied, Figure: source}
			if b.worksOut(figure) {
				plain.causes = []Cause{copied}
			} else { // cells are often alike; that alone is no reason to doubt one
				plain.causes = []Cause{{Kind: Unknown}, copied}
			}
		}
		found = append(found, plain)
	}
	slices.SortFunc(found, reading.compare)
	return found
}

// scale returns what weighs a correction by the relations of its figure.
func scale(reaches []reach) func(by int64) reading {
	sharpest := reaches[0]
	for _, r := range reaches[1:] {
		if r.tolerated.high-r.tolerated.low < sharpest.tolerated.high-sharpest.tolerated.low {
			sharpest = r
		}
	}
	return func(by int64) reading {
		r := reading{by: by, off: by - sharpest.ideal}
		if r.off < 0 {
			r.off = -r.off
		}
		for i := range reaches {
			if !reaches[i].ordinary.has(by) {
				r.strained++
			}
			if reaches[i].exact && reaches[i].ideal == by {
				r.exact++
			}
		}
		return r
	}
}

// plainReading is the amount that the relations alone ask for: the one that makes
// most of them come out exactly, or else as nearly as it can. Where there is a
// choice, a total that is the exact sum of the rounded rows is the usual thing.
func plainReading(allowed span, reaches []reach) reading {
	weigh := scale(reaches)
	causes := []Cause{{Kind: Unknown}}
	plain := weigh(allowed.low + (allowed.high-allowed.low)/2)
	plain.causes = causes
	for i := range reaches {
		r := weigh(allowed.clamp(reaches[i].ideal))
		r.causes = causes
		if r.compare(plain) < 0 {
			plain = r
		}
	}
	return plain
}

// rowFaults yields what corrects a total that lacks a row or holds one twice.
func (b *book) rowFaults(figure int, others []correction, yield func(int64, Cause)) {
	for _, u := range b.figures[figure].uses {
		r := &b.relations[u.relation]
		if r.total != figure || len(r.terms) < 3 {
			continue
		}
		for i := range r.terms {
			if r.terms[i].figure == figure {
				continue
			}
			cause := Cause{Kind: LeftOut, Figure: b.figures[r.terms[i].figure].ID}
			share := b.share(r, i, u.term, others)
			yield(share, cause)
			cause.Kind = CountedTwice
			yield(-share, cause)
		}
	}
}

// share is what a row adds to the total, in the unit of the total.
func (b *book) share(r *balance, row, total int, made []correction) int64 {
	figure := r.terms[row].figure
	amount := b.figures[figure].Amount
	if i := slices.IndexFunc(made, func(c correction) bool { return c.figure == figure }); i >= 0 {
		amount += made[i].by
	} else if r.terms[row].share != nil {
		return *r.terms[row].share
	}
	part := new(big.Int).Mul(r.terms[row].weight, big.NewInt(-amount))
	share, _ := nearest(part, r.terms[total].weight)
	if amount == b.figures[figure].Amount {
		r.terms[row].share = &share
	}
	return share
}

func corrected(figure int, made []correction) bool {
	return slices.ContainsFunc(made, func(c correction) bool { return c.figure == figure })
}

// worksOut tells whether a figure is the total of others.
func (b *book) worksOut(figure int) bool {
	for _, u := range b.figures[figure].uses {
		if r := &b.relations[u.relation]; r.total == figure && len(r.terms) > 2 {
			return true
		}
	}
	return false
}

// source finds the figure that another's amount may belong to: one that says the
// same, although no relation asks it to. An amount of one or two digits and zeros
// says the same as others by chance.
func (b *book) source(figure int, others []correction) (string, bool) {
	f := &b.figures[figure]
	digits := f.Amount
	for digits != 0 && digits%10 == 0 {
		digits /= 10
	}
	if -100 < digits && digits < 100 {
		return "", false
	}
	best := -1
	for _, other := range b.stated[stated{f.Amount, f.Unit}] {
		if other == figure || corrected(other, others) || b.equated(figure, other) {
			continue
		}
		if best < 0 || b.figures[best].Group != f.Group && b.figures[other].Group == f.Group {
			best = other
		}
	}
	if best < 0 {
		return "", false
	}
	return b.figures[best].ID, true
}

// equated tells whether a relation of two terms that holds joins two figures.
func (b *book) equated(figure, other int) bool {
	for _, u := range b.figures[figure].uses {
		if r := &b.relations[u.relation]; r.holds && len(r.terms) == 2 {
			if _, ok := b.place(other, u.relation); ok {
				return true
			}
		}
	}
	return false
}
