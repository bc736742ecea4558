package checker_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/report"
)

func fingerprints(r *report.Report) []string {
	var list []string
	for _, f := range r.Findings {
		list = append(list, f.Rule+" "+f.Fingerprint)
	}
	slices.Sort(list)
	return list
}

// A finding is known again when a plan is put in another order. Of two rows with
// one id the later is found, whichever that is, so reference/duplicate-id too
// keeps its fingerprint: the rows differ in nothing that it speaks of.
func TestFingerprintsSurviveReordering(t *testing.T) {
	plan := sample(t, "real")
	// Two amounts that lack their year stand in one list.
	plan = replaced(t, plan, `"effects": [
            {
              "recurring": true,
              "cost": {
                "amount": 150000,
                "unit": "kr"
              }
            }
          ],
          "comment": "En tjänst som`, `"effects": [
            {"recurring": true, "cost": {"amount": 150000, "unit": "kr"}},
            {"year": 2025, "cost": {"amount": 1, "unit": "kr"}}
          ],
          "comment": "En tjänst som`)
	want := fingerprints(check(t, plan))
	for seed := range uint64(5) {
		value := decode(t, plan)
		shuffle(value, rand.New(rand.NewPCG(seed, 1)))
		got := fingerprints(check(t, encode(t, value)))
		if !slices.Equal(got, want) {
			t.Errorf("seed %d: gone are %q, new are %q", seed, without(want, got), without(got, want))
		}
	}
}

// shuffle puts every list of a document in another order.
func shuffle(value any, random *rand.Rand) {
	switch value := value.(type) {
	case map[string]any:
		// In the order of the names, so that a seed always does the same.
		for _, name := range sortedKeys(value) {
			shuffle(value[name], random)
		}
	case []any:
		for _, element := range value {
			shuffle(element, random)
		}
		random.Shuffle(len(value), func(i, j int) { value[i], value[j] = value[j], value[i] })
	}
}

// A fault that is swapped for another of its kind is another fault.
func TestFingerprintsChangeWithTheContent(t *testing.T) {
	const goal = "Besökarna på goteborg.se blir mer intresserade av att arbeta för Göteborgs Stad."
	before := check(t, sample(t, "real"))
	after := check(t, replaced(t, sample(t, "real"), goal, "Besökarna blir mer intresserade av staden."))
	known := fingerprints(before)
	changed := 0
	for _, f := range after.Findings {
		isKnown := slices.Contains(known, f.Rule+" "+f.Fingerprint)
		if isHere := strings.HasSuffix(string(f.Place.Pointer), "/ongoing/initiatives/1/effectGoals/3/text"); isHere == isKnown {
			t.Errorf("%s at %s: known from before: %v", f.Rule, f.Place.Pointer, isKnown)
		} else if isHere {
			changed++
		}
	}
	if changed == 0 {
		t.Error("nothing is found in the changed goal")
	}
}

// What stands in two places is two findings, told apart by the place and not by
// a number: a number would pass on to the other when one is mended.
func TestFingerprintsTellPlacesApart(t *testing.T) {
	plan := replaced(t, sample(t, "real"), `"2024": 30,
          "2025": 331,
          "2026": 348
`, `"2024": 7,
          "2025": 7,
          "2026": 7
`)
	result := check(t, plan)
	totals := map[string]bool{}
	for _, f := range result.Unexplained() {
		if report.Pointer("/costs/development/totals/impact").Contains(f.Place.Pointer) {
			totals[f.Fingerprint] = true
		}
		if strings.Contains(f.Fingerprint, "-") {
			t.Errorf("%s at %s has the fingerprint of another, %s", f.Rule, f.Place.Pointer, f.Fingerprint)
		}
	}
	if len(totals) != 3 {
		t.Errorf("%d totals are found, want 3", len(totals))
	}
}

// without returns what is in a list and not in another.
func without(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(other, s) })
}

func sortedKeys(object map[string]any) []string {
	var names []string
	for name := range object {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
