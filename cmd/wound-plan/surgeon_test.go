package main

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/plankoll/plankoll/cmd/internal/surgery"
)

func TestWoundsDifferAndLeaveThePlanAlone(t *testing.T) {
	raw, err := os.ReadFile(soundPlan)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	before := marshal(t, plan)
	wounds, err := surgery.New(plan, rules(t).Form(), rand.New(rand.NewPCG(1, 0))).Wounds(500)
	if err != nil {
		t.Fatal(err)
	}
	known, kinds := map[string]bool{}, map[string]bool{}
	for _, w := range wounds {
		after := marshal(t, w.Plan)
		if after == before {
			t.Errorf("%s changes nothing", w)
		}
		if known[w.Kind+after] {
			t.Errorf("%s is inflicted twice", w)
		}
		known[w.Kind+after], kinds[w.Kind] = true, true
	}
	for _, kind := range []string{
		"blank", "remove", "cut", "digit", "swap digits", "sign", "year", "drop row", "repeat row", "swap rows",
		"flip", "move date", "borrow",
	} {
		if !kinds[kind] {
			t.Errorf("no wound of the kind %s", kind)
		}
	}
	if marshal(t, plan) != before {
		t.Error("the plan itself is wounded")
	}
}

func TestASmallPlanHasFewWounds(t *testing.T) {
	for _, plan := range []string{`{"profile": "goteborg-2024"}`, `{"rows": [{"service": "x"}]}`} {
		decoded, err := decode([]byte(plan))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := surgery.New(decoded, rules(t).Form(), rand.New(rand.NewPCG(1, 0))).Wounds(100); err == nil {
			t.Errorf("a hundred wounds of %s", plan)
		}
	}
}

func marshal(t *testing.T, plan any) string {
	t.Helper()
	raw, err := json.Marshal(plan)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
