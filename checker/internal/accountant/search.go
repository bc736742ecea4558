package accountant

import (
	"cmp"
	"slices"
)

// search looks for the smallest sets of corrections that make every broken
// relation of a disagreement hold, and no other of the corrected figures break.
type search struct {
	book   *book
	broken []int // relations
	made   []correction
	steps  int                     // work left, in relations looked at
	simple bool                    // break nothing that holds; see smallest
	found  map[string][]correction // by the corrected figures
	keys   []string                // of found, in the order found
	marks  []int                   // figures that the lower bound has seen, by round
	round  int
}

// enoughSteps is some thirty milliseconds. A usual disagreement takes less than a
// hundredth of it.
const enoughSteps = 300_000

// smallest returns the theories of the fewest figures that will do. It is not done
// where the search grew too large.
//
// Where many faults hang together, which takes a long column, the search is made
// anew without the corrections that break a relation which holds, to be mended by
// yet another correction. What is lost are amounts carried over and faults that
// cancel out.
func (s *search) smallest() (theories []theory, done bool) {
	if theories, done = s.sizes(); !done {
		s.simple = true
		theories, done = s.sizes()
	}
	return theories, done
}

func (s *search) sizes() (theories []theory, done bool) {
	s.found, s.keys, s.made = map[string][]correction{}, nil, nil
	s.marks = make([]int, len(s.book.figures))
	s.steps = enoughSteps
	// A figure for each relation, and two that others were worked out from.
	for size := s.bound(s.broken); size <= len(s.broken)+2; size++ {
		s.correct(size)
		if s.steps < 0 {
			return nil, false
		}
		for _, key := range s.keys {
			// As many faults as there are broken relations explain anything.
			if t := s.book.judge(s.found[key]); t.faults() <= len(t.repairs) {
				theories = append(theories, t)
			}
		}
		if len(theories) > 0 {
			return theories, true
		}
		clear(s.found)
		s.keys = s.keys[:0]
	}
	return nil, true
}

// correct tries every way to correct that many further figures.
func (s *search) correct(more int) {
	broken := s.stillBroken()
	if len(broken) == 0 {
		s.keep()
		return
	}
	if more == 0 || s.bound(broken) > more {
		return
	}
	// One figure of every broken relation must be corrected: begin where the
	// choice is smallest. The last correction must mend them all.
	for _, t := range s.book.relations[broken[0]].terms {
		if s.steps -= 1 + len(s.made); s.steps < 0 {
			return
		}
		if corrected(t.figure, s.made) {
			continue
		}
		if more == 1 {
			s.last(t.figure, broken)
			continue
		}
		for _, by := range s.tries(t.figure, broken) {
			s.made = append(s.made, correction{t.figure, by})
			s.correct(more - 1)
			s.made = s.made[:len(s.made)-1]
		}
	}
}

// stillBroken returns the relations that do not hold with the corrections made,
// the shortest first.
func (s *search) stillBroken() []int {
	s.steps -= (len(s.broken) + len(s.made)) * (1 + len(s.made))
	var broken []int
	check := func(relation int) {
		if holds, _ := s.book.state(relation, s.made); !holds {
			broken = append(broken, relation)
		}
	}
	for _, relation := range s.broken {
		check(relation)
	}
	for _, c := range s.made {
		for _, u := range s.book.figures[c.figure].uses {
			if !slices.Contains(s.broken, u.relation) {
				check(u.relation)
			}
		}
	}
	slices.SortFunc(broken, func(a, b int) int {
		return cmp.Or(
			cmp.Compare(len(s.book.relations[a].terms), len(s.book.relations[b].terms)),
			cmp.Compare(a, b),
		)
	})
	return slices.Compact(broken)
}

// bound is how many figures at least must be corrected: relations that share
// none need one each.
func (s *search) bound(broken []int) int {
	s.round++
	count := 0
	for _, relation := range broken {
		terms := s.book.relations[relation].terms
		apart := !slices.ContainsFunc(terms, func(t term) bool { return s.marks[t.figure] == s.round })
		if !apart {
			continue
		}
		count++
		for _, t := range terms {
			if !corrected(t.figure, s.made) {
				s.marks[t.figure] = s.round
			}
		}
	}
	return count
}

// last makes the correction that leaves nothing broken, if this figure can.
func (s *search) last(figure int, broken []int) {
	for _, relation := range broken[1:] {
		if _, ok := s.book.place(figure, relation); !ok {
			return
		}
	}
	allowed, _ := s.book.allowed(figure, s.made)
	if allowed.empty() {
		return
	}
	s.made = append(s.made, correction{figure, allowed.low})
	s.keep()
	s.made = s.made[:len(s.made)-1]
}

// tries returns corrections of a figure to go on from: what makes as many as
// possible of its relations hold that agree on an amount, a broken one among
// them. The others are left for the figures that are corrected next.
func (s *search) tries(figure int, broken []int) []int64 {
	uses := s.book.figures[figure].uses
	reaches := make([]reach, len(uses))
	for i, u := range uses {
		reaches[i] = s.book.reach(u, s.made)
	}
	var tries []int64
	for i := range reaches { // every largest agreement begins where some span does
		if !beginsAgreement(reaches, i) {
			continue
		}
		start := reaches[i].tolerated.low
		allowed := s.book.sayable(figure)
		var agreeing []reach
		mends := false
		for j := range reaches {
			if reaches[j].tolerated.has(start) {
				agreeing = append(agreeing, reaches[j])
				allowed = allowed.and(reaches[j].tolerated)
				mends = mends || slices.Contains(broken, uses[j].relation)
			}
		}
		if !mends || allowed.empty() {
			continue
		}
		readings := s.book.readings(figure, allowed, agreeing, s.made)
		if s.simple {
			if by := readings[0].by; !s.disturbs(uses, reaches, by) {
				tries = append(tries, by)
			}
			continue
		}
		const enough = 3
		for n, r := range readings {
			if n < enough || r.patternless() {
				tries = append(tries, r.by)
			}
		}
	}
	slices.Sort(tries)
	return slices.Compact(tries)
}

// disturbs tells whether a correction breaks or strains what was in order.
func (s *search) disturbs(uses []use, reaches []reach, by int64) bool {
	for i, u := range uses {
		if !s.book.relations[u.relation].strained && !reaches[i].ordinary.has(by) {
			return true
		}
	}
	return false
}

// beginsAgreement tells whether the spans that hold the start of span i are a
// largest set: none of them has ended before another one begins.
func beginsAgreement(reaches []reach, i int) bool {
	start, end := reaches[i].tolerated.low, far
	if reaches[i].tolerated.empty() {
		return false
	}
	for _, r := range reaches {
		if r.tolerated.has(start) {
			end = min(end, r.tolerated.high)
		}
	}
	for j, r := range reaches {
		if later := r.tolerated.low > start && r.tolerated.low <= end && !r.tolerated.empty(); later {
			return false
		}
		if j < i && r.tolerated.low == start && !r.tolerated.empty() {
			return false
		}
	}
	return true
}

// keep notes the corrections made, once for the same figures.
func (s *search) keep() {
	set := slices.Clone(s.made)
	slices.SortFunc(set, func(a, b correction) int { return cmp.Compare(a.figure, b.figure) })
	key := make([]byte, 0, 4*len(set))
	for _, c := range set {
		key = append(key, byte(c.figure), byte(c.figure>>8), byte(c.figure>>16), byte(c.figure>>24))
	}
	if _, known := s.found[string(key)]; !known {
		s.found[string(key)] = set
		s.keys = append(s.keys, string(key))
	}
}
