package main

import (
	"fmt"

	"github.com/plankoll/plankoll/checker/report"
)

// wound is one change of a sound plan.
type wound struct {
	kind    string
	at      report.Pointer
	touched report.Pointer // what holds all values that are others now
	healthy any            // the plan as it was
	before  string
	after   string
	plan    any
}

func (w wound) String() string {
	return fmt.Sprintf("%s %s: %s -> %s", w.kind, w.at, short(w.before), short(w.after))
}

func short(text string) string {
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return text
}
