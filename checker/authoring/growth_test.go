package authoring_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/authoring"
)

// grown is the sound plan with as many more initiatives, or rows of costs.
func grown(t *testing.T, more int, what string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../testdata/submissions/sound.json")
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var plan map[string]any
	if err := decoder.Decode(&plan); err != nil {
		t.Fatal(err)
	}
	part := func(path ...string) map[string]any {
		at := plan
		for _, name := range path {
			at = at[name].(map[string]any)
		}
		return at
	}
	again := func(value any, n int, rename ...string) map[string]any {
		text, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range rename {
			text = bytes.ReplaceAll(text, []byte(id), fmt.Appendf(nil, "%s-%d", id, n))
		}
		var copied map[string]any
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.UseNumber()
		if err := decoder.Decode(&copied); err != nil {
			t.Fatal(err)
		}
		return copied
	}
	for n := range more {
		switch what {
		case "initiatives":
			ongoing, portfolio := part("ongoing"), part("portfolio")
			list, entries := ongoing["initiatives"].([]any), portfolio["entries"].([]any)
			ongoing["initiatives"] = append(list, again(list[0], n, `"statusvy`))
			portfolio["entries"] = append(entries, again(entries[0], n, `"statusvy`))
		case "rows":
			supplier, table := part("supplier"), part("costs", "management")
			services, rows := supplier["services"].([]any), table["rows"].([]any)
			supplier["services"] = append(services, again(services[1], n, `"lokalbokning`, "Lokalbokning"))
			table["rows"] = append(rows, again(rows[1], n, `"lokalbokning`))
		}
	}
	text, err := json.Marshal(plan)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Ten times as much takes about ten times as many evaluations: a count, which no noise
// can change.
func TestCostGrowsWithThePlan(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	for what, sizes := range map[string][2]int{"initiatives": {20, 200}, "rows": {40, 400}} {
		var cost [2]int
		for i, size := range sizes {
			for _, p := range authoring.Profile(t.Context(), c, []checker.Submission{{Bytes: grown(t, size, what)}}, checker.Options{Facts: true}) {
				cost[i] += p.Evaluations
			}
		}
		t.Logf("%s: %d take %d evaluations, %d take %d", what, sizes[0], cost[0], sizes[1], cost[1])
		if cost[1] > 13*cost[0] {
			t.Errorf("%s: %d take %d evaluations, and %d take %d", what, sizes[0], cost[0], sizes[1], cost[1])
		}
	}
}
