package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/cmd/internal/surgery"
)

// tally counts what came of the wounds, and prints it.
type tally struct {
	out       *bufio.Writer
	verbose   bool
	kinds     map[string]*outcome
	rules     map[string]*hits
	reasons   map[string]int
	escaped   []string
	causeless []string
}

type outcome struct{ inflicted, found, excused, escaped, causeless int }

type hits struct{ due, found int }

func newTally(out io.Writer, verbose bool) *tally {
	return &tally{
		out: bufio.NewWriter(out), verbose: verbose,
		kinds: map[string]*outcome{}, rules: map[string]*hits{}, reasons: map[string]int{},
	}
}

func (t *tally) add(w surgery.Wound, e examination, a *account, rules *catalog.Catalog, causeless []string) {
	o := entry(t.kinds, w.Kind)
	o.inflicted++
	for _, id := range e.found {
		entry(t.rules, id).found++
	}
	if t.verbose {
		fmt.Fprintf(t.out, "%s\n    found %v, could not judge %v\n", w, e.found, e.unjudged)
	}
	var missing, unexpected []string
	if a != nil {
		missing, unexpected = a.missing(e), a.unexpected(e.found, rules)
		for _, id := range a.Must {
			entry(t.rules, id).due++
		}
	}
	switch {
	case a == nil:
		o.escaped++
		t.escaped = append(t.escaped, fmt.Sprintf("%s: no account; found by %v", w, e.found))
	case len(missing) > 0:
		o.escaped++
		t.escaped = append(t.escaped, fmt.Sprintf("%s: %v must notice it; found by %v", w, missing, e.found))
	case a.Why != "":
		o.excused++
		t.reasons[a.Why]++
	default:
		o.found++
	}
	if len(causeless)+len(unexpected) > 0 {
		o.causeless++
	}
	for _, id := range causeless {
		t.causeless = append(t.causeless, fmt.Sprintf("%s: %s does not read that place", w, id))
	}
	for _, id := range unexpected {
		t.causeless = append(t.causeless, fmt.Sprintf("%s: the account does not name %s", w, id))
	}
}

// close prints the tables and returns how many wounds escaped or woke a rule
// without cause.
func (t *tally) close() int {
	faults := 0
	fmt.Fprintf(t.out, "%-12s %9s %6s %8s %8s %14s\n", "wound", "inflicted", "found", "excused", "escaped", "without cause")
	for _, kind := range slices.Sorted(maps.Keys(t.kinds)) {
		o := t.kinds[kind]
		faults += o.escaped + o.causeless
		fmt.Fprintf(t.out, "%-12s %9d %6d %8d %8d %14d\n", kind, o.inflicted, o.found, o.excused, o.escaped, o.causeless)
	}
	fmt.Fprintln(t.out, "\n   due  found  rule")
	for _, rule := range slices.Sorted(maps.Keys(t.rules)) {
		fmt.Fprintf(t.out, "%6d %6d  %s\n", t.rules[rule].due, t.rules[rule].found, rule)
	}
	fmt.Fprintln(t.out, "\nnot to be found, because")
	for _, reason := range slices.Sorted(maps.Keys(t.reasons)) {
		fmt.Fprintf(t.out, "%6d  %s\n", t.reasons[reason], reason)
	}
	t.list("escaped", t.escaped)
	t.list("said without cause", t.causeless)
	// Nothing is left to do about a writer that has gone away.
	_ = t.out.Flush()
	return faults
}

func (t *tally) list(heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	slices.Sort(lines)
	fmt.Fprintf(t.out, "\n%s\n", heading)
	for _, line := range lines {
		fmt.Fprintf(t.out, "  %s\n", line)
	}
}

func entry[T any](counts map[string]*T, key string) *T {
	if counts[key] == nil {
		counts[key] = new(T)
	}
	return counts[key]
}
