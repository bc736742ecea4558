package checker_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/wording"
	"github.com/plankoll/plankoll/checker/report"
)

// set is a plan with another value in one place; nil takes it away.
func set(t *testing.T, plan any, at report.Pointer, value any) any {
	t.Helper()
	segments := at.Segments()
	var put func(container any, rest []string) any
	put = func(container any, rest []string) any {
		if len(rest) == 0 {
			return value
		}
		switch container := container.(type) {
		case map[string]any:
			if len(rest) == 1 && value == nil {
				delete(container, rest[0])
				return container
			}
			container[rest[0]] = put(container[rest[0]], rest[1:])
			return container
		case []any:
			var i int
			if _, err := fmt.Sscan(rest[0], &i); err != nil || i >= len(container) {
				t.Fatalf("%s leads nowhere", at)
			}
			if len(rest) == 1 && value == nil {
				return slices.Delete(container, i, i+1)
			}
			container[i] = put(container[i], rest[1:])
			return container
		}
		t.Fatalf("%s leads nowhere", at)
		return nil
	}
	return put(plan, segments)
}

// What the accountant says of faults in the sound plan: all that is wrong with
// the plan, in one finding.
func TestAccounts(t *testing.T) {
	type fault struct {
		at    report.Pointer
		value any
	}
	for name, c := range map[string]struct {
		faults []fault
		want   string
	}{
		"two digits of a budget swapped": {
			[]fault{{"/costs/management/rows/1/budget", 6480}},
			`one /costs/management/rows/1/budget
			Lokalbokning › Budget är troligen 6 840 tkr, inte 6 480 tkr: två siffror intill varandra har bytt plats.
			explains budget/column-sum /costs/management/totals/budget
			explains budget/index /costs/management/rows/1/forecast`,
		},
		"kronor in a table of tkr": {
			[]fault{{"/costs/management/rows/2/budget", 4450000}},
			`one /costs/management/rows/2/budget
			Synpunkter och felanmälan › Budget är troligen 4 450 tkr, inte 4 450 000 tkr: beloppet är skrivet i kr i stället för tkr.
			explains budget/column-sum /costs/management/totals/budget
			explains budget/index /costs/management/rows/2/forecast`,
		},
		"a row left out of the total": {
			[]fault{{"/costs/development/totals/budget", 3650}, {"/costs/development/analysis", "Prognosen är oförändrad, och inget annat ändras."}},
			`one /costs/development/totals/budget
			Totalkostnad › Budget är troligen 4 550 tkr, inte 3 650 tkr: Lokalbokning › Budget är inte medräknat.
			explains budget/column-sum /costs/development/totals/budget`,
		},
		"an amount not filled in": {
			[]fault{{"/costs/management/rows/1/forecast", nil}},
			`blank /costs/management/rows/1/forecast
			Lokalbokning › Prognos budget är inte ifyllt. Med 7 079 tkr går allt ihop.
			explains budget/column-sum /costs/management/totals/forecast
			explains budget/figure-missing /costs/management/rows/1/forecast`,
		},
		"a row that is not there": {
			[]fault{{"/costs/management/rows/2", nil}},
			`absent /costs/management/rows/3
			Synpunkter och felanmälan saknas i tabellen. Med de belopp som är uppräknade här går allt ihop.
			/costs/management/rows/3/budget: Synpunkter och felanmälan › Budget bör då vara 4 450 tkr.
			/costs/management/rows/3/forecast: Synpunkter och felanmälan › Prognos budget bör då vara 4 606 tkr.
			/costs/management/rows/3/outcome: Synpunkter och felanmälan › Utfall bör då vara 4 298 tkr.
			explains budget/column-sum /costs/management/totals/budget
			explains budget/column-sum /costs/management/totals/forecast
			explains budget/column-sum /costs/management/totals/outcome
			explains completeness/service-row /costs/management/rows`,
		},
		"a project budget in 2.2": {
			[]fault{{"/proposed/proposals/2/projectBudget/cost/amount", 3}},
			`one /proposed/proposals/2/projectBudget/cost/amount
			Digitala nycklar till bokade lokaler › Total projektbudget › Belopp är troligen 2 mnkr, inte 3 mnkr: en siffra har blivit en annan.
			explains budget/development-forecast /costs/development/rows/1/forecast`,
		},
		"an amount of the text": {
			[]fault{{"/costs/management/analysis", "Budgeten för 2023 är 38 410 tkr. Ökningen till 2024 beror på index, 3,5 procent, på volymen och på att tjänsternas innehåll är oförändrat. Någon annan påverkan är inte känd."}},
			`one /costs/management/analysis
			Förvaltningskostnader inom befintliga tjänster › Leverantörens analys (38 410 tkr) är troligen 34 810 tkr, inte 38 410 tkr: två siffror intill varandra har bytt plats.
			explains budget/text-amounts /costs/management/analysis`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			plan := decode(t, sample(t, "sound"))
			for _, f := range c.faults {
				plan = set(t, plan, f.at, f.value)
			}
			result := check(t, encode(t, plan))
			if len(result.Findings) != 1 || result.Findings[0].Stage != report.Accountant {
				for _, f := range result.Findings {
					t.Log(f.Rule, f.Place.Pointer, f.Variant)
				}
				t.Fatal("it is not one story")
			}
			if got, want := told(t, result.Findings[0]), lines(c.want); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// A total and its rows are all there is to go by, so each of them may be wrong.
func TestRivals(t *testing.T) {
	plan := set(t, decode(t, sample(t, "sound")), "/costs/development/totals/outcome", 3345)
	plan = set(t, plan, "/costs/development/analysis", "Prognosen är oförändrad, och inget annat ändras.")
	var told *report.Finding
	for _, f := range check(t, encode(t, plan)).Findings {
		if f.Stage == report.Accountant {
			told = &f
		}
	}
	if told == nil || told.Variant != "rivals" || len(told.Explanations) < 3 {
		t.Fatalf("got %+v", told)
	}
	for _, e := range told.Explanations {
		if len(e.Corrections) != 1 || len(e.Against) == 0 {
			t.Errorf("%+v has no argument against it, though nothing confirms it", e)
		}
	}
}

// What nothing explains is told as the rules tell it.
func TestNothingToExplain(t *testing.T) {
	plan := decode(t, sample(t, "sound"))
	for i, amount := range []int{11287, 50914, 61233, 43120} {
		plan = set(t, plan, report.Pointer(fmt.Sprintf("/costs/management/rows/%d/outcome", i)), amount)
	}
	for _, f := range check(t, encode(t, plan)).Findings {
		if f.Rule == "budget/column-sum" {
			return
		}
		if f.Stage == report.Accountant {
			t.Errorf("it explains %+v", f.Explanations)
		}
	}
	t.Error("the broken total is not told")
}

// A plan with a part of the wrong shape gives no account of what it may hold.
func TestNoAccountOfUnsoundParts(t *testing.T) {
	plan := set(t, decode(t, sample(t, "sound")), "/costs/management/rows/1/budget", "6480")
	for _, f := range check(t, encode(t, plan)).Findings {
		if f.Stage == report.Accountant {
			t.Errorf("it explains %+v", f.Explanations)
		}
	}
}

func told(t *testing.T, f report.Finding) string {
	words := wording.New(load(t).Catalog(), catalog.Swedish)
	message, _ := words.Finding(f)
	text := []string{fmt.Sprintf("%s %s", f.Variant, f.Place.Pointer), message}
	for _, e := range f.Explanations {
		if len(e.Corrections) == 1 && len(f.Explanations) == 1 {
			continue // the finding says it
		}
		for _, c := range e.Corrections {
			text = append(text, fmt.Sprintf("%s: %s", c.Place.Pointer, words.Correction(f.Rule, c)))
		}
	}
	var explained []string
	for _, r := range f.Replaces {
		explained = append(explained, fmt.Sprintf("explains %s %s", r.Rule, r.Place.Pointer))
	}
	slices.Sort(explained)
	return lines(strings.Join(append(text, explained...), "\n"))
}

func lines(text string) string {
	parts := strings.Split(strings.ReplaceAll(text, "\u00a0", " "), "\n")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.Join(parts, "\n")
}
