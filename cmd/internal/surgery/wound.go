// Package surgery wounds plans: it makes small changes at random, by a seed, so that it
// can be seen whether they are found.
package surgery

import (
	"fmt"

	"github.com/plankoll/plankoll/checker/report"
)

// Wound is one change of a sound plan.
type Wound struct {
	Kind    string
	At      report.Pointer
	Touched report.Pointer // what holds all values that are others now
	Healthy any            // the plan as it was
	Before  string
	After   string
	Plan    any // as it is now
}

func (w Wound) String() string {
	return fmt.Sprintf("%s %s: %s -> %s", w.Kind, w.At, short(w.Before), short(w.After))
}

func short(text string) string {
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return text
}
