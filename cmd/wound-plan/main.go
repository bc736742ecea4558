// Command wound-plan tells what the rules miss. It inflicts random wounds on a
// sound plan, one at a time (a blanked field, a changed digit, a dropped row, a
// flipped answer, a moved date, another row's text), and holds what the check says
// against the accounts: they name for each kind of wound and place the rules that
// must find it, or say why none can.
//
//	go run ./cmd/wound-plan -accounts testdata/wounds/accounts.yaml testdata/submissions/sound.json
//
// It ends with 1 if a rule does not find what it must, if there is a wound that no
// account covers, or if a rule speaks without cause: an exact rule that the account
// does not name, or any rule that does not read the wounded place. The same seed
// gives the same wounds.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"runtime"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/cmd/internal/surgery"
)

func main() {
	count := flag.Int("n", 2000, "how many wounds")
	seed := flag.Uint64("seed", 1, "what the wounds are drawn from")
	accounts := flag.String("accounts", "", "YAML file with what must be found, and what cannot be")
	verbose := flag.Bool("v", false, "list every wound with what was said of it")
	flag.Parse()
	if flag.NArg() != 1 || *accounts == "" {
		fmt.Fprintln(os.Stderr, "usage: wound-plan [-n N] [-seed N] [-v] -accounts FILE PLAN")
		os.Exit(2)
	}
	faults, err := trial{
		plan: flag.Arg(0), accounts: *accounts,
		count: *count, seed: *seed, verbose: *verbose, workers: runtime.GOMAXPROCS(0),
	}.run(os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "wound-plan:", err)
		os.Exit(2)
	}
	if faults > 0 {
		os.Exit(1)
	}
}

// trial is one run.
type trial struct {
	plan     string // name of the file
	accounts string // name of the file
	count    int
	seed     uint64
	verbose  bool
	workers  int
}

// run inflicts the wounds and writes what came of them. It returns how many
// escaped, or woke a rule that has no business there.
func (t trial) run(out io.Writer) (int, error) {
	raw, err := os.ReadFile(t.plan)
	if err != nil {
		return 0, err
	}
	plan, err := decode(raw)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", t.plan, err)
	}
	c, err := checker.Load()
	if err != nil {
		return 0, err
	}
	accounts, err := readBook(t.accounts, c.Catalog())
	if err != nil {
		return 0, err
	}
	healthy := examine(c, raw)
	if len(healthy.found)+len(healthy.unjudged) > 0 {
		return 0, fmt.Errorf("%s is not sound to begin with: %v %v", t.plan, healthy.found, healthy.unjudged)
	}
	wounds, err := surgery.New(plan, c.Catalog().Form(), rand.New(rand.NewPCG(t.seed, 0))).Wounds(t.count)
	if err != nil {
		return 0, err
	}
	results, err := examineAll(c, wounds, t.workers)
	if err != nil {
		return 0, err
	}
	sums := newTally(out, t.verbose)
	for i, w := range wounds {
		sums.add(w, results[i], accounts.of(w), c.Catalog(), results[i].causeless(healthy, c.Catalog(), w))
	}
	return sums.close(), nil
}

func decode(raw []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var plan any
	err := decoder.Decode(&plan)
	return plan, err
}
