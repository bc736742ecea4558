package accountant

import (
	"cmp"
	"slices"
)

// Explain finds out what is probably wrong where relations do not hold. It fails
// if the relations do not fit the figures.
func Explain(figures []Figure, relations []Relation) ([]Disagreement, error) {
	b, err := newBook(figures, relations)
	if err != nil {
		return nil, err
	}
	groups := b.broken()
	opinions := make([]opinion, len(groups))
	for i := range groups {
		opinions[i] = b.explain(groups[i])
	}
	for i := 0; i < len(groups); i++ {
		j := i + 1
		for j < len(groups) && !b.clash(&opinions[i], &opinions[j]) {
			j++
		}
		if j < len(groups) {
			joint := append(groups[i], groups[j]...)
			slices.Sort(joint)
			groups[i], groups = joint, slices.Delete(groups, j, j+1)
			opinions[i], opinions = b.explain(joint), slices.Delete(opinions, j, j+1)
			i = -1 // what it clashes with may have changed
		}
	}
	var disagreements []Disagreement
	for i := range groups {
		disagreements = append(disagreements, b.disagreement(groups[i], &opinions[i]))
	}
	return disagreements, nil
}

// broken returns the relations that do not hold, in groups that share figures.
func (b *book) broken() [][]int {
	var groups [][]int
	group := make([]int, len(b.relations)) // one more than the index in groups
	for i := range b.relations {
		if b.relations[i].holds || group[i] > 0 {
			continue
		}
		groups = append(groups, nil)
		open := []int{i}
		group[i] = len(groups)
		for len(open) > 0 {
			relation := open[0]
			open = open[1:]
			groups[len(groups)-1] = append(groups[len(groups)-1], relation)
			for _, t := range b.relations[relation].terms {
				for _, u := range b.figures[t.figure].uses {
					if !b.relations[u.relation].holds && group[u.relation] == 0 {
						group[u.relation] = len(groups)
						open = append(open, u.relation)
					}
				}
			}
		}
		slices.Sort(groups[len(groups)-1])
	}
	return groups
}

// A longer list of rivals is of no use to anyone.
const listed = 10

// opinion is what there is to say of a group of broken relations.
type opinion struct {
	rivals  []theory
	omitted int
	gaveUp  bool
}

func (b *book) explain(broken []int) opinion {
	s := search{book: b, broken: broken}
	theories, done := s.smallest()
	if !done {
		return opinion{gaveUp: true}
	}
	theories = slices.DeleteFunc(theories, func(t theory) bool { return !b.credible(&t) })
	slices.SortStableFunc(theories, func(x, y theory) int {
		return cmp.Or(
			x.compare(&y),
			cmp.Compare(x.order(), y.order()),
			cmp.Compare(len(y.support), len(x.support)),
			slices.CompareFunc(x.made, y.made, func(x, y correction) int { return cmp.Compare(x.figure, y.figure) }),
		)
	})
	rivals := 0
	for rivals < len(theories) && theories[rivals].compare(&theories[0]) == 0 {
		rivals++
	}
	shown := min(rivals, listed)
	return opinion{rivals: theories[:shown], omitted: rivals - shown}
}

// clash tells whether two groups must be explained as one: an explanation of the
// one has to do with the same figure as one of the other, or mends what belongs to
// it, or the two together break something.
func (b *book) clash(x, y *opinion) bool {
	for i := range x.rivals {
		for j := range y.rivals {
			if b.disturb(&x.rivals[i], &y.rivals[j]) {
				return true
			}
		}
	}
	return false
}

func (b *book) disturb(x, y *theory) bool {
	if slices.ContainsFunc(x.made, func(c correction) bool { return corrected(c.figure, y.made) }) {
		return true
	}
	both := slices.Concat(x.made, y.made)
	for _, c := range x.made {
		for _, u := range b.figures[c.figure].uses {
			if holds, _ := b.state(u.relation, both); !holds || slices.Contains(y.repairs, u.relation) {
				return true
			}
		}
	}
	return false
}

func (b *book) disagreement(broken []int, o *opinion) Disagreement {
	d := Disagreement{Relations: b.ids(broken), Omitted: o.omitted, GaveUp: o.gaveUp}
	for i := range o.rivals {
		d.Explanations = append(d.Explanations, b.explanation(&o.rivals[i]))
	}
	return d
}

func (b *book) explanation(t *theory) Explanation {
	e := Explanation{
		Repairs: b.ids(t.repairs), Support: b.ids(t.support),
		Faults: t.faults(), Strained: t.strained,
	}
	for i, c := range t.made {
		f := &b.figures[c.figure]
		e.Corrections = append(e.Corrections, Correction{
			Figure:   f.ID,
			Stated:   f.Amount,
			Proposed: f.Amount + c.by,
			Low:      f.Amount + t.spans[i].low,
			High:     f.Amount + t.spans[i].high,
			Causes:   t.readings[i].causes,
		})
	}
	return e
}

func (b *book) ids(relations []int) []string {
	ids := make([]string, len(relations))
	for i, relation := range relations {
		ids[i] = b.relations[relation].id
	}
	return ids
}
