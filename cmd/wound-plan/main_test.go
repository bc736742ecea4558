package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	soundPlan = "../../testdata/submissions/sound.json"
	accounts  = "../../testdata/wounds/accounts.yaml"
)

func TestNothingEscapes(t *testing.T) {
	var out bytes.Buffer
	faults, err := trial{plan: soundPlan, accounts: accounts, count: 300, seed: 2, workers: 2}.run(&out)
	if err != nil {
		t.Fatal(err)
	}
	if faults > 0 {
		t.Errorf("%d wounds escaped or woke a rule without cause:\n%s", faults, out.String())
	}
}

func TestSameSeedSameBytes(t *testing.T) {
	written := func(seed uint64, workers int) string {
		var out bytes.Buffer
		if _, err := (trial{plan: soundPlan, accounts: accounts, count: 12, seed: seed, workers: workers, verbose: true}).run(&out); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	one := written(3, 1)
	if many := written(3, 5); many != one {
		t.Errorf("one worker writes\n%s\nfive write\n%s", one, many)
	}
	if other := written(4, 1); other == one {
		t.Error("two seeds give the same wounds")
	}
}

// An account that asks for a rule which has nothing to do with the wound must
// make the run fail, or the run could not fail at all.
func TestAnEscapeIsCounted(t *testing.T) {
	raw, err := os.ReadFile(accounts)
	if err != nil {
		t.Fatal(err)
	}
	harmless := "why: The order of rows has no meaning."
	changed := strings.Replace(string(raw), harmless, "must: [budget/unit]", 1)
	if changed == string(raw) {
		t.Fatalf("%s does not say %q", accounts, harmless)
	}
	name := filepath.Join(t.TempDir(), "accounts.yaml")
	if err := os.WriteFile(name, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	faults, err := trial{plan: soundPlan, accounts: name, count: 30, seed: 2, workers: 2}.run(&out)
	if err != nil {
		t.Fatal(err)
	}
	if escapes := strings.Count(out.String(), "[budget/unit] must notice it"); escapes == 0 || faults != escapes {
		t.Errorf("%d faults, of which %d are swapped rows:\n%s", faults, escapes, out.String())
	}
}

func TestAnUnsoundPlanIsRefused(t *testing.T) {
	_, err := trial{plan: "../../testdata/submissions/real.json", accounts: accounts, count: 1, workers: 1}.run(&bytes.Buffer{})
	if err == nil || !strings.Contains(err.Error(), "not sound to begin with") {
		t.Errorf("got %v", err)
	}
}
