// Command generate-plans makes any number of submissions, sound and wounded, that look
// like those of many suppliers. The same seed makes the same bytes.
//
//	go run ./cmd/generate-plans -n 1000 -out plans
//	go run ./cmd/generate-plans -n 100000 -wounded 30 > plans.jsonl
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/policies"
)

func main() {
	count := flag.Int("n", 100, "how many plans")
	seed := flag.Uint64("seed", 1, "what decides everything")
	wounded := flag.Int("wounded", 50, "how many of a hundred have faults")
	most := flag.Int("faults", 4, "how many faults one of those has at most")
	small := flag.Bool("small", false, "leave out all but the supplier and its costs, for many records in little time")
	out := flag.String("out", "", "folder for a file each; otherwise a line each on standard output")
	flag.Parse()
	if flag.NArg() > 0 || *count < 1 || *wounded < 0 || *wounded > 100 || *most < 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := generate(*count, *seed, *wounded, *most, *small, *out, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "generate-plans:", err)
		os.Exit(2)
	}
}

func generate(count int, seed uint64, wounded, most int, small bool, folder string, stdout io.Writer) error {
	c, err := checker.Load()
	if err != nil {
		return err
	}
	house, err := newHouse(policies.Sound, c.Catalog().Form())
	if err != nil {
		return err
	}
	if small {
		house.leaveOut()
	}
	if folder != "" {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
	}
	lines := bufio.NewWriter(stdout)
	for i := range count {
		// A plan depends on its number and the seed only, not on those before it.
		random := rand.New(rand.NewPCG(seed, uint64(i)))
		faults := 0
		if random.IntN(100) < wounded {
			faults = 1 + random.IntN(most)
		}
		plan, err := house.plan(i, faults, random)
		if err != nil {
			return err
		}
		if folder == "" {
			text, err := json.Marshal(plan)
			if err != nil {
				return err
			}
			lines.Write(append(text, '\n'))
			continue
		}
		text, err := json.MarshalIndent(plan, "", "  ")
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("plan-%06d.json", i+1)), append(text, '\n'), 0o644); err != nil {
			return err
		}
	}
	return lines.Flush()
}
