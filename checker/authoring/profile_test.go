package authoring_test

import (
	"flag"
	"os"
	"testing"

	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/authoring"
)

var update = flag.Bool("update", false, "write what checks cost today")

const pricesFile = "../../testdata/prices/prices.yaml"

// price is what the check of a sample costs, in counts, which no noise can change.
type price struct {
	Expressions int `json:"expressions"` // that the rules evaluate
	Allocations int `json:"allocations"` // that a check makes, in thousands
}

// dearer is how much more a check may cost before somebody has to say that it may, in
// per cent.
const dearer = 10

// A check does not get dearer unnoticed. Whoever has a reason for it writes the new
// prices with -update.
func TestPricesOfTheSamples(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	today := map[string]price{}
	for _, name := range []string{"sound", "real"} {
		data, err := os.ReadFile("../../testdata/submissions/" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		submission := checker.Submission{Bytes: data}
		var p price
		for _, part := range authoring.Profile(t.Context(), c, []checker.Submission{submission}, checker.Options{}) {
			p.Expressions += part.Evaluations
		}
		p.Allocations = int(testing.AllocsPerRun(2, func() { c.Check(t.Context(), submission, checker.Options{}) })) / 1000
		if p.Expressions == 0 || p.Allocations == 0 {
			t.Fatalf("%s: nothing was measured", name)
		}
		today[name] = p
	}
	if *update {
		text, err := yaml.Marshal(today)
		if err != nil {
			t.Fatal(err)
		}
		head := "# What a check of each sample costs: expressions that are evaluated, and thousands of\n# allocations. Written by go test ./checker/authoring -run TestPricesOfTheSamples -update\n"
		if err := os.WriteFile(pricesFile, append([]byte(head), text...), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(pricesFile)
	if err != nil {
		t.Fatal(err)
	}
	var known map[string]price
	if err := yaml.UnmarshalStrict(text, &known); err != nil {
		t.Fatal(err)
	}
	for name, p := range today {
		for what, of := range map[string]func(price) int{
			"expressions": func(p price) int { return p.Expressions },
			"allocations": func(p price) int { return p.Allocations },
		} {
			if now, before := of(p), of(known[name]); 100*now > (100+dearer)*before {
				t.Errorf("%s: %d %s, and %d before", name, now, what, before)
			}
		}
	}
}

// The same rules and plans cost the same number of evaluations, and every rule that is
// asked has a price.
func TestProfile(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("../../testdata/submissions/sound.json")
	if err != nil {
		t.Fatal(err)
	}
	profile := func() map[string]int {
		counts := map[string]int{}
		for _, p := range authoring.Profile(t.Context(), c, []checker.Submission{{Bytes: data}}, checker.Options{Facts: true}) {
			counts[p.Name] = p.Evaluations
		}
		return counts
	}
	first, second := profile(), profile()
	for name, n := range first {
		if second[name] != n {
			t.Errorf("%s: %d evaluations, and then %d", name, n, second[name])
		}
	}
	for _, name := range []string{"budget/column-sum", "language/tokens.rego", "facts/facts.rego"} {
		if first[name] == 0 {
			t.Errorf("%s has no price", name)
		}
	}
}
