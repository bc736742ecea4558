package accountant

import "slices"

// Cause is a way in which the right amount became the stated one.
type Cause struct {
	Kind CauseKind

	// Figure is the row that was left out or counted twice, the figure that the
	// amount was copied from, or the wrong figure that this one was worked out
	// from.
	Figure string

	// Factor of a unit slip: the unit that the amount was written in is this many
	// times the declared one; or, where negative, goes this many times into it.
	Factor int64
}

// CauseKind names a cause.
type CauseKind string

const (
	CarriedOver  CauseKind = "carried-over"  // worked out or copied from a figure that is wrong
	NotFilledIn  CauseKind = "not-filled-in" // nothing stands there
	Misprint     CauseKind = "misprint"      // one digit is another
	LeftOut      CauseKind = "left-out"      // the total lacks a row
	Swap         CauseKind = "swap"          // two neighbouring digits changed places
	MissingDigit CauseKind = "missing-digit" // one digit fell out
	UnitSlip     CauseKind = "unit-slip"     // written in another unit than the declared one
	Sign         CauseKind = "sign"          // plus for minus, or the reverse
	ExtraDigit   CauseKind = "extra-digit"   // one digit too many
	CountedTwice CauseKind = "counted-twice" // the total holds a row twice
	FarSwap      CauseKind = "far-swap"      // two digits further apart changed places
	Copied       CauseKind = "copied"        // the amount belongs to another figure
	Unknown      CauseKind = "unknown"       // no pattern; the relations alone give the amount
)

// order tells the likelier causes from the others, the likeliest first. Of single faults in copied numbers four
// in five are one wrong digit and one in ten two swapped neighbours (Verhoeff
// 1969); a lost digit, a row left out and a wrong unit are the other common ones
// in cost tables. A digit too many may be any of ten in any place, so a given one
// is less likely than a given lost one. The rest are rare.
//
// The order sorts; it does not decide. A wrong digit is spread over fifty outcomes
// and rarer causes over a few, so a given stated amount is about as likely by one
// pattern as by another. Measured: to prefer the common patterns to the rare ones
// settles next to nothing, and settles one lone digit too many in twenty wrongly.
func (k CauseKind) order() int { return slices.Index(causeKinds, k) }

var causeKinds = []CauseKind{
	CarriedOver, NotFilledIn, Misprint, LeftOut, Swap, MissingDigit, UnitSlip, Sign,
	ExtraDigit, CountedTwice, FarSwap, Copied, Unknown,
}
