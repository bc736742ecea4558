// Command wound-plan tells what the rules miss. It inflicts random wounds on a
// sound plan, one at a time (a blanked field, a changed digit, a dropped row, a
// flipped answer, a moved date), and asks for each whether a rule that reads the
// wounded place finds it. What nobody finds must be accounted for: some wounds
// leave a plan that is as sound as before, and the accounts say which and why.
//
//	go run ./cmd/wound-plan -accounts testdata/wounds/accounts.yaml testdata/submissions/sound.json
//
// It ends with 1 if a wound escapes that no account explains, or if a rule fires
// that does not read the wounded place. The same seed gives the same wounds.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"slices"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/report"
)

func main() {
	count := flag.Int("n", 2000, "how many wounds")
	seed := flag.Uint64("seed", 1, "what the wounds are drawn from")
	accounts := flag.String("accounts", "", "YAML file with what cannot be found, and why")
	verbose := flag.Bool("v", false, "list every wound with the rules that found it")
	flag.Parse()
	if flag.NArg() != 1 || *accounts == "" {
		fmt.Fprintln(os.Stderr, "usage: wound-plan [-n N] [-seed N] [-v] -accounts FILE PLAN")
		os.Exit(2)
	}
	escaped, err := run(os.Stdout, flag.Arg(0), *accounts, *count, *seed, *verbose)
	if err != nil {
		fmt.Fprintln(os.Stderr, "wound-plan:", err)
		os.Exit(2)
	}
	if escaped > 0 {
		os.Exit(1)
	}
}

// run inflicts the wounds and writes what came of them. It returns how many
// escaped, or woke a rule that has no business there.
func run(out io.Writer, planFile, accountsFile string, count int, seed uint64, verbose bool) (int, error) {
	raw, err := os.ReadFile(planFile)
	if err != nil {
		return 0, err
	}
	book, err := readAccounts(accountsFile)
	if err != nil {
		return 0, err
	}
	c, err := checker.Load()
	if err != nil {
		return 0, err
	}
	healthy := examine(c, raw)
	if len(healthy.found) > 0 {
		return 0, fmt.Errorf("%s is not sound to begin with: %v", planFile, slices.Sorted(maps.Keys(healthy.found)))
	}
	plan, err := decode(raw)
	if err != nil {
		return 0, err
	}
	surgeon := newSurgeon(plan, c.Catalog().Form(), rand.New(rand.NewPCG(seed, 0)))

	tally := newTally(out, verbose)
	for range count {
		wound := surgeon.wound()
		wounded, err := json.Marshal(wound.plan)
		if err != nil {
			return 0, err
		}
		result := examine(c, wounded)
		without := result.without(c, wound)
		found := slices.Sorted(maps.Keys(result.found))
		account := ""
		if len(found) == 0 && !result.noticed {
			account = book.explain(wound)
		}
		tally.add(wound, found, without, result.noticed, account)
	}
	return tally.close(), nil
}

// examination is what a check said of a wounded plan.
type examination struct {
	found   map[string]bool // ids of the rules with findings
	noticed bool            // something is now not evaluated
	places  []report.Finding
}

// examine checks a plan. What a person has to judge of any plan does not count.
func examine(c *checker.Checker, plan []byte) examination {
	result := c.Check(context.Background(), checker.Submission{Bytes: plan}, checker.Options{})
	e := examination{found: map[string]bool{}, places: result.Findings}
	for _, finding := range result.Findings {
		e.found[finding.Rule] = true
	}
	e.noticed = len(result.NotEvaluated) > 0
	return e
}

// without lists the rules that fired though they do not read the wounded place.
func (e examination) without(c *checker.Checker, w wound) []string {
	cause := map[string]bool{}
	for _, finding := range e.places {
		rule := c.Catalog().Rule(finding.Rule)
		touched := finding.Stage != report.Policy
		for _, at := range w.touched {
			touched = touched || rule.ReadsAt(at)
		}
		if !touched {
			cause[finding.Rule] = true
		}
	}
	return slices.Sorted(maps.Keys(cause))
}

func decode(raw []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var plan any
	err := decoder.Decode(&plan)
	return plan, err
}

// tally counts what came of the wounds, and prints it.
type tally struct {
	out       *bufio.Writer
	verbose   bool
	kinds     map[string]*outcome
	rules     map[string]int
	accounts  map[string]int
	escapes   []string
	causeless []string
}

type outcome struct{ inflicted, found, noticed, accounted, escaped int }

func newTally(out io.Writer, verbose bool) *tally {
	return &tally{
		out: bufio.NewWriter(out), verbose: verbose,
		kinds: map[string]*outcome{}, rules: map[string]int{}, accounts: map[string]int{},
	}
}

func (t *tally) add(w wound, found, causeless []string, noticed bool, account string) {
	o := t.kinds[w.kind]
	if o == nil {
		o = &outcome{}
		t.kinds[w.kind] = o
	}
	o.inflicted++
	for _, rule := range found {
		t.rules[rule]++
	}
	if len(causeless) > 0 {
		t.causeless = append(t.causeless, fmt.Sprintf("%s: %v", w, causeless))
	}
	switch {
	case len(found) > 0:
		o.found++
	case noticed:
		o.noticed++
	case account != "":
		o.accounted++
		t.accounts[account]++
	default:
		o.escaped++
		t.escapes = append(t.escapes, w.String())
	}
	if t.verbose {
		fmt.Fprintf(t.out, "%s\n    %v %s\n", w, found, account)
	}
}

// close prints the tables and returns how many wounds are unexplained.
func (t *tally) close() int {
	fmt.Fprintf(t.out, "%-14s %9s %7s %11s %11s %8s\n", "wound", "inflicted", "found", "not judged", "accounted", "escaped")
	for _, kind := range slices.Sorted(maps.Keys(t.kinds)) {
		o := t.kinds[kind]
		fmt.Fprintf(t.out, "%-14s %9d %7d %11d %11d %8d\n", kind, o.inflicted, o.found, o.noticed, o.accounted, o.escaped)
	}
	fmt.Fprintln(t.out, "\nfound by")
	for _, rule := range slices.Sorted(maps.Keys(t.rules)) {
		fmt.Fprintf(t.out, "%6d  %s\n", t.rules[rule], rule)
	}
	fmt.Fprintln(t.out, "\nnot to be found, because")
	for _, reason := range slices.Sorted(maps.Keys(t.accounts)) {
		fmt.Fprintf(t.out, "%6d  %s\n", t.accounts[reason], reason)
	}
	t.list("escaped", t.escapes)
	t.list("rules that fired without reading the wounded place", t.causeless)
	// Nothing is left to do about a writer that has gone away.
	_ = t.out.Flush()
	return len(t.escapes) + len(t.causeless)
}

func (t *tally) list(heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	slices.Sort(lines)
	fmt.Fprintf(t.out, "\n%s\n", heading)
	for _, line := range slices.Compact(lines) {
		fmt.Fprintf(t.out, "  %s\n", line)
	}
}
