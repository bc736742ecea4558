package checker_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
)

// A new year is a new profile and nothing else: the sound plan, moved a year
// on, is sound in 2025 too, and gets findings only from what that year changes.
func TestAYearIsData(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	plan2024, err := os.ReadFile("../testdata/submissions/sound.json")
	if err != nil {
		t.Fatal(err)
	}
	plan2025 := yearOn.ReplaceAllFunc(plan2024, func(year []byte) []byte {
		n, _ := strconv.Atoi(string(year))
		return []byte(strconv.Itoa(n + 1))
	})

	asItIs := func(map[string]any) {}
	undecided := func(plan map[string]any) {
		delete(initiative(plan, 2), "followedByDecision")
	}
	withoutPIOS := func(plan map[string]any) {
		delete(plan, "plannedPortfolio")
	}
	allInPIOS := func(plan map[string]any) {
		plan["plannedPortfolio"] = planned("ombud", "tydliga-besked", "digitala-nycklar", "fler-sprak", "tidbok")
	}
	oneNotInPIOS := func(plan map[string]any) {
		plan["plannedPortfolio"] = planned("ombud", "tydliga-besked", "digitala-nycklar", "tidbok")
	}

	for name, test := range map[string]struct {
		change         func(map[string]any)
		in2024, in2025 []string
	}{
		"as it is":                        {asItIs, nil, nil},
		"an initiative is not decided on": {undecided, nil, []string{"error initiative/followed /ongoing/initiatives/2/followedByDecision"}},
		"2.1 is not there":                {withoutPIOS, nil, []string{"error completeness/section /plannedPortfolio"}},
		"all proposals are in 2.1":        {allInPIOS, []string{"info portfolio/unused /plannedPortfolio"}, nil},
		"a proposal is not in 2.1": {oneNotInPIOS, []string{"info portfolio/unused /plannedPortfolio"},
			[]string{"error portfolio/listed /proposed/proposals/3"}},
	} {
		t.Run(name, func(t *testing.T) {
			for year, want := range map[string][]string{"2024": test.in2024, "2025": test.in2025} {
				plan := map[string][]byte{"2024": plan2024, "2025": plan2025}[year]
				if got := findings(t, c, plan, test.change); !reflect.DeepEqual(got, want) {
					t.Errorf("%s: got\n%s\nwant\n%s", year, strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
			}
		})
	}
}

var yearOn = regexp.MustCompile(`\b202[0-9]\b`)

func initiative(plan map[string]any, i int) map[string]any {
	return plan["ongoing"].(map[string]any)["initiatives"].([]any)[i].(map[string]any)
}

func planned(proposals ...string) map[string]any {
	var entries []any
	for _, id := range proposals {
		entries = append(entries, map[string]any{"proposal": id})
	}
	return map[string]any{
		"overview":    "Fem förslag, varav ett gäller en ny tjänst.",
		"orientation": map[string]any{"efficiencyInnovation": "Lutar åt effektivitet.", "internalExternal": "Mest extern."},
		"entries":     entries,
	}
}

// findings is all that is said of a plan after a change: severity, rule, place.
func findings(t *testing.T, c *checker.Checker, plan []byte, change func(map[string]any)) []string {
	t.Helper()
	var content map[string]any
	decoder := json.NewDecoder(bytes.NewReader(plan))
	decoder.UseNumber()
	if err := decoder.Decode(&content); err != nil {
		t.Fatal(err)
	}
	change(content)
	changed, err := json.Marshal(content)
	if err != nil {
		t.Fatal(err)
	}
	result := c.Check(context.Background(), checker.Submission{Bytes: changed}, checker.Options{})
	var said []string
	for _, f := range result.Findings {
		said = append(said, string(f.Severity)+" "+f.Rule+" "+string(f.Place.Pointer))
	}
	for _, n := range result.NotEvaluated {
		said = append(said, "not evaluated "+n.Rule+" "+string(n.Place.Pointer))
	}
	for _, m := range result.Manual {
		if c.Catalog().Rule(m.Rule).Kind == catalog.ByHand || m.Rule == "proposal/analysis" {
			continue // asked of every plan, whatever the year
		}
		said = append(said, "manual "+m.Rule+" "+string(m.Place.Pointer))
	}
	return said
}
