// Package accountant says which number is probably wrong, where a rule only
// says that numbers disagree.
//
// It is given every figure of a plan and every relation that must hold over
// them, and looks for the smallest explanation that satisfies them all: the
// fewest figures to correct, then the likeliest way in which the right amount
// could have become the stated one. What cannot be told apart is returned as
// rivals; what nothing explains gets no explanation.
package accountant

import "math/big"

// Figure is a stated amount. It is as exact as its unit: the true value lies
// anywhere from half a unit below it to half a unit above.
type Figure struct {
	ID     string // JSON pointer
	Amount int64  // in its unit; from -2^53 to 2^53
	Unit   int64  // kronor in one unit: 1, 1000 or 1000000
	Group  string // table or list that it belongs to

	// Blank is a cell in which nothing stands. It counts as exactly 0, and what is
	// missing there is likelier to be the cause than a misprint elsewhere.
	Blank bool
}

// Kind is what a relation stands for in a plan.
type Kind string

const (
	Sum        Kind = "sum"        // a total and the rows of its column
	Raised     Kind = "raised"     // last year's amount, raised by an index, plus changes
	Derivation Kind = "derivation" // a cell and the amounts elsewhere that make it up
	Equality   Kind = "equality"   // one amount stated in two places
)

// Relation demands that its terms, each a coefficient times a figure, add up to
// nothing for some choice of true values.
type Relation struct {
	ID    string
	Kind  Kind
	Terms []Term
	Total string // the figure that is worked out from the others, if any is
}

// Term is one figure of a relation.
type Term struct {
	Figure      string
	Coefficient *big.Rat
}

// Disagreement is a set of broken relations that hang together by the figures
// they share.
type Disagreement struct {
	Relations []string // in the order given

	// Explanations are equally good: one of them alone is the answer, several
	// are rivals that the figures cannot decide between, none means that
	// nothing explains the disagreement.
	Explanations []Explanation

	Omitted int  // further rivals, beyond the ones listed
	GaveUp  bool // too much hangs together to search it all; nothing is proposed
}

// Explanation is a set of corrections that makes every relation of the
// corrected figures hold.
type Explanation struct {
	Corrections []Correction // in the order of the figures given
	Repairs     []string     // relations that were broken and now hold
	Support     []string     // relations that hold and confirm the other figures of those
	Faults      int          // corrections that do not follow from others
	Strained    int          // more relations than before hold only by an unlikely rounding
}

// Correction is a figure with the amount that it should have.
type Correction struct {
	Figure    string
	Stated    int64
	Proposed  int64   // the likeliest amount, in the figure's unit
	Low, High int64   // the relations allow every amount from Low to High
	Causes    []Cause // each leads from Proposed to Stated; likeliest first
}
