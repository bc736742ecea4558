package accountant

import (
	"cmp"
	"slices"
)

// theory is a set of corrections, judged.
type theory struct {
	made     []correction
	readings []reading // of each correction
	spans    []span    // that each may lie in, the others within theirs
	carriers []int     // the correction that each was carried over from, or -1
	repairs  []int     // broken relations that it makes hold
	strained int       // relations more that hold only by an unlikely rounding
	support  []int     // relations that confirm the other figures
}

// allowed returns by what a figure may be corrected so that all its relations
// hold, with others corrected.
func (b *book) allowed(figure int, others []correction) (span, []reach) {
	allowed := b.sayable(figure)
	reaches := make([]reach, 0, len(b.figures[figure].uses))
	for _, u := range b.figures[figure].uses {
		r := b.reach(u, others)
		if allowed = allowed.and(r.tolerated); allowed.empty() {
			return allowed, nil
		}
		reaches = append(reaches, r)
	}
	return allowed, reaches
}

// sayable keeps a corrected amount within what an amount may be.
func (b *book) sayable(figure int) span {
	amount := b.figures[figure].Amount
	return span{-largestAmount - amount, largestAmount - amount}
}

// judge works out what there is to say for a set of corrections.
func (b *book) judge(made []correction) theory {
	t := theory{made: made}
	t.carriers = b.carriers(made)
	t.readings = make([]reading, len(made))
	t.spans = make([]span, len(made))
	for settled, round := false, 0; !settled && round < 4; round++ {
		settled = true
		for i := range made {
			others := without(made, i)
			allowed, reaches := b.allowed(made[i].figure, others)
			readings := b.readings(made[i].figure, allowed, reaches, others)
			if t.carriers[i] >= 0 {
				readings = b.carriedOver(made[t.carriers[i]].figure, allowed, reaches)
			}
			t.readings[i] = readings[0]
			if made[i].by != readings[0].by {
				made[i].by, settled = readings[0].by, false
			}
		}
	}
	t.spans = b.spans(made)
	b.tally(&t)
	return t
}

// spans narrows down what each correction may be while the others may be anything
// within what they may be.
func (b *book) spans(made []correction) []span {
	spans := make([]span, len(made))
	for i, c := range made {
		spans[i] = b.sayable(c.figure)
	}
	for range len(made) {
		for i, c := range made {
			for _, u := range b.figures[c.figure].uses {
				spans[i] = spans[i].and(b.loosely(u, made, spans))
			}
		}
	}
	return spans
}

func without(made []correction, i int) []correction {
	return slices.Delete(slices.Clone(made), i, i+1)
}

// carriers finds the corrections that follow from others: the figure was worked
// out or copied from one that is wrong, so that their relation holds as it stands
// and would break if only the other were corrected.
func (b *book) carriers(made []correction) []int {
	carriers := make([]int, len(made))
	for i := range carriers {
		carriers[i] = -1
	}
	if len(made) < 2 {
		return carriers
	}
	// In the order of how little they say for themselves: of two that could each
	// be carried over from the other, the one with a cause of its own is not.
	turns := make([]int, len(made))
	weight := make([]int, len(made))
	for i := range made {
		turns[i] = i
		others := without(made, i)
		allowed, reaches := b.allowed(made[i].figure, others)
		if !allowed.empty() {
			weight[i] = b.readings(made[i].figure, allowed, reaches, others)[0].order()
		}
	}
	slices.SortStableFunc(turns, func(i, j int) int { return cmp.Compare(weight[j], weight[i]) })
	for _, i := range turns {
		for j := range made {
			if i != j && b.follows(made, i, j) && !leadsTo(carriers, j, i) {
				carriers[i] = j
				break
			}
		}
	}
	return carriers
}

// follows tells whether correction i follows from correction j.
func (b *book) follows(made []correction, i, j int) bool {
	for _, u := range b.figures[made[i].figure].uses {
		r := &b.relations[u.relation]
		if !r.holds || (r.total >= 0 && r.total != made[i].figure) {
			continue
		}
		if _, shared := b.place(made[j].figure, u.relation); !shared {
			continue
		}
		if holds, _ := b.state(u.relation, without(made, i)); !holds {
			return true
		}
	}
	return false
}

// leadsTo tells whether correction i was carried over from j, however far.
func leadsTo(carriers []int, i, j int) bool {
	for ; i >= 0; i = carriers[i] {
		if i == j {
			return true
		}
	}
	return false
}

// carriedOver returns the amount that the relations give a figure, with the
// figure that it was carried over from as the cause.
func (b *book) carriedOver(from int, allowed span, reaches []reach) []reading {
	r := plainReading(allowed, reaches)
	r.causes = []Cause{{Kind: CarriedOver, Figure: b.figures[from].ID}}
	return []reading{r}
}

// tally finds the relations that a theory repairs, strains and rests on.
func (b *book) tally(t *theory) {
	var touched []int
	for _, c := range t.made {
		for _, u := range b.figures[c.figure].uses {
			touched = append(touched, u.relation)
		}
	}
	slices.Sort(touched)
	for _, relation := range slices.Compact(touched) {
		r := &b.relations[relation]
		_, strained := b.state(relation, t.made)
		if strained {
			t.strained++
		}
		if r.strained {
			t.strained--
		}
		if r.holds {
			continue
		}
		t.repairs = append(t.repairs, relation)
		for _, term := range r.terms {
			for _, u := range b.figures[term.figure].uses {
				if b.relations[u.relation].holds && !slices.Contains(touched, u.relation) {
					t.support = append(t.support, u.relation)
				}
			}
		}
	}
	slices.Sort(t.support)
	t.support = slices.Compact(t.support)
}

// faults counts the corrections that do not follow from others.
func (t *theory) faults() int {
	count := 0
	for _, carrier := range t.carriers {
		if carrier < 0 {
			count++
		}
	}
	return count
}

// credible tells whether every correction of a theory has something to go by: a
// cause of its own, or figures that ask for its amount. Those must not lean on
// corrections that have nothing to go by themselves, or two wrong amounts would
// confirm each other.
func (b *book) credible(t *theory) bool {
	firm := make([]bool, len(t.made))
	for i := range t.made {
		firm[i] = t.carriers[i] >= 0 || !t.readings[i].patternless()
	}
	for progress := true; progress; {
		progress = false
		for i := range t.made {
			if !firm[i] && (b.agreedOn(t, i) || b.onlyWrong(t, i, firm)) {
				firm[i], progress = true, true
			}
		}
	}
	return !slices.Contains(firm, false)
}

// agreedOn tells whether two broken relations ask for the same amount: two that
// have no other figure in common, and where no other correction takes up what is
// left over.
func (b *book) agreedOn(t *theory, i int) bool {
	needed := slices.DeleteFunc(b.needed(t, i), func(relation int) bool {
		return slices.ContainsFunc(without(t.made, i), func(c correction) bool {
			_, part := b.place(c.figure, relation)
			return part
		})
	})
	for n, x := range needed {
		for _, y := range needed[:n] {
			if b.shareOnly(t.made[i].figure, x, y) {
				return true
			}
		}
	}
	return false
}

// needed returns the broken relations that would stay broken but for one of the
// corrections.
func (b *book) needed(t *theory, i int) []int {
	var needed []int
	others := without(t.made, i)
	for _, u := range b.figures[t.made[i].figure].uses {
		if b.relations[u.relation].holds {
			continue
		}
		if holds, _ := b.state(u.relation, others); !holds {
			needed = append(needed, u.relation)
		}
	}
	return needed
}

func (b *book) shareOnly(figure, x, y int) bool {
	for _, t := range b.relations[x].terms {
		if t.figure == figure {
			continue
		}
		if _, shared := b.place(t.figure, y); shared {
			return false
		}
	}
	return true
}

// onlyWrong tells whether a broken relation leaves only this figure to doubt: each
// other one is held to what it says by a relation of its own, or is corrected on
// firm ground.
func (b *book) onlyWrong(t *theory, i int, firm []bool) bool {
	others := without(t.made, i)
	return slices.ContainsFunc(b.needed(t, i), func(relation int) bool {
		for place, term := range b.relations[relation].terms {
			if term.figure == t.made[i].figure {
				continue
			}
			if n := slices.IndexFunc(t.made, func(c correction) bool { return c.figure == term.figure }); n >= 0 {
				if !firm[n] {
					return false
				}
			} else if !b.pinned(term.figure, use{relation, place}, t, others, firm) {
				return false
			}
		}
		return true
	})
}

// pinned tells whether a figure cannot make a relation hold without breaking
// another one, which holds as it stands or by corrections on firm ground.
func (b *book) pinned(figure int, at use, t *theory, others []correction, firm []bool) bool {
	asked := b.reach(at, others).tolerated
	return slices.ContainsFunc(b.figures[figure].uses, func(u use) bool {
		if u.relation == at.relation {
			return false
		}
		corrections := 0
		for n, c := range t.made {
			if _, part := b.place(c.figure, u.relation); part {
				if !firm[n] {
					return false
				}
				corrections++
			}
		}
		if corrections == 0 && !b.relations[u.relation].holds {
			return false
		}
		return asked.and(b.reach(u, t.made).tolerated).empty()
	})
}

// compare orders theories of equally many figures; those that compare as equal
// are rivals. Supporting evidence does not decide: a relation that speaks against
// a theory would break by it, and one that holds either way says nothing.
func (t *theory) compare(other *theory) int {
	return cmp.Or(
		cmp.Compare(t.faults(), other.faults()),
		cmp.Compare(other.filled(), t.filled()),
		cmp.Compare(t.strained, other.strained),
		cmp.Compare(t.patternless(), other.patternless()),
	)
}

func (t *theory) patternless() int {
	count := 0
	for _, r := range t.readings {
		count += r.unexplained()
	}
	return count
}

// filled counts the blanks that a theory fills.
func (t *theory) filled() int {
	count := 0
	for _, r := range t.readings {
		if r.causes[0].Kind == NotFilledIn {
			count++
		}
	}
	return count
}

// order sorts rivals by their likeliest causes.
func (t *theory) order() int {
	sum := 0
	for _, r := range t.readings {
		sum += r.order()
	}
	return sum
}
