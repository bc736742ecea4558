package shape

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/plankoll/plankoll/checker/report"
)

const submissionSchema = "../../../schemas/submission.schema.json"

func compileSubmission(t testing.TB) *Schema {
	t.Helper()
	schema, err := os.ReadFile(submissionSchema)
	if err != nil {
		t.Fatal(err)
	}
	return compile(t, string(schema))
}

const minimal = `{"profile": "goteborg-2024", "reportYear": 2024, "submittedOn": "2023-03-31",
	"supplier": {"id": "ni", "name": "Nämnden för Intraservice", "services": [{"id": "e-arkiv", "name": "E-arkiv"}]}}`

// A wound sets, or with nil removes, what stands at a pointer of a sound
// submission. A key that is not there yet is added.
type wound struct {
	at   string
	to   string
	want []string
}

func TestSubmission(t *testing.T) {
	s := compileSubmission(t)
	for _, sound := range []any{decode(t, minimal), large(t)} {
		if got := told(s.Validate(sound)); got != nil {
			t.Fatalf("a sound submission: %q", got)
		}
	}
	for _, w := range []wound{
		{"", `[]`, lines("schema/type #")},
		{"", `{}`, lines("schema/missing-field #/profile", "schema/missing-field #/reportYear", "schema/missing-field #/submittedOn", "schema/missing-field #/supplier")},
		{"/supplier", ``, lines("schema/missing-field #/supplier")},
		{"/suplier", `{"id": 5}`, lines("schema/unknown-field:known #/suplier")},
		{"/profile", `"Göteborg 2024"`, lines("schema/pattern #/profile")},
		{"/reportYear", `"2024"`, lines("schema/type:text-near #/reportYear")},
		{"/reportYear", `20224`, lines("schema/range #/reportYear")},
		{"/reportYear", `2024.5`, lines("schema/type:decimals #/reportYear")},
		{"/submittedOn", `"2023-3-31"`, lines("schema/date:near #/submittedOn")},
		{"/submittedOn", `"2023-02-29"`, lines("schema/date:no-such-day #/submittedOn")},
		{"/submittedOn", `null`, lines("schema/type:empty #/submittedOn")},
		{"/supplier/services", `[]`, lines("schema/too-few:empty #/supplier/services")},
		{"/supplier/services/0/id", `"e arkiv"`, lines("schema/pattern #/supplier/services/0/id")},
		{"/supplier/services/0/kind", `"bas"`, lines("schema/not-allowed:labelled-near #/supplier/services/0/kind")},
		{"/supplier/services/0/kind", `"grund"`, lines("schema/not-allowed:labelled #/supplier/services/0/kind")},
		{"/supplier/services/0/kind", `7`, lines("schema/type #/supplier/services/0/kind")},
		{"/supplier/name", `"` + strings.Repeat("å", 501) + `"`, lines("schema/too-long #/supplier/name")},
		{"/consolidation", `{"rows": [{"service": "e-arkiv", "customerShare": 33.333}, {"customerShare": 101, "plann": "x"}]}`,
			lines("schema/multiple-of:decimals #/consolidation/rows/0/customerShare", "schema/range #/consolidation/rows/1/customerShare",
				"schema/unknown-field:near #/consolidation/rows/1/plann", "schema/missing-field #/consolidation/rows/1/service")},
		{"/costs", `{"management": {"unit": "KSEK", "totals": {"outcome": "25 003"}}, "newServices": {"rows": [{"proposal": "p", "costs": {"2024": 500, "2024-2025": 5}}]}}`,
			lines("schema/not-allowed #/costs/management/unit", "schema/type:text-near #/costs/management/totals/outcome",
				"schema/unknown-field #/costs/newServices/rows/0/costs/2024-2025")},
		{"/proposed", `{"proposals": [{"id": "p", "managementCost": {"effects": [
			{"year": 2024, "cost": {"amount": 5, "unit": "tkr"}}, {"cost": {"amount": 5}}, {"recurring": false, "cost": {"amount": 5, "unit": "tkr"}}, null]}}]}`,
			lines("schema/missing-field #/proposed/proposals/0/managementCost/effects/1/cost/unit",
				"schema/missing-field:either #/proposed/proposals/0/managementCost/effects/1/year",
				"schema/not-allowed:single #/proposed/proposals/0/managementCost/effects/2/recurring",
				"schema/type:empty #/proposed/proposals/0/managementCost/effects/3")},
		{"/proposed", `{"proposals": [{"id": "p", "runAsProject": {"answer": "Nej"}}]}`,
			lines("schema/not-allowed:labelled-near #/proposed/proposals/0/runAsProject/answer")},
	} {
		t.Run(w.at+" "+w.to[:min(len(w.to), 30)], func(t *testing.T) {
			var to any
			if w.to != "" {
				to = decode(t, w.to)
			}
			wounded := wounded(decode(t, minimal), report.Pointer(w.at), to, w.to == "")
			slices.Sort(w.want)
			got := told(s.Validate(wounded))
			slices.Sort(got)
			if !slices.Equal(got, w.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(w.want, "\n  "))
			}
		})
	}
}

// wounded changes the value, which must be the caller's own.
func wounded(value any, at report.Pointer, to any, remove bool) any {
	if at == "" {
		return to
	}
	holder, _ := valueAt(value, at.Parent())
	switch holder := holder.(type) {
	case map[string]any:
		if remove {
			delete(holder, lastName(at))
		} else {
			holder[lastName(at)] = to
		}
	case []any:
		if i, ok := index(lastName(at), len(holder)); ok {
			holder[i] = to
		}
	}
	return value
}

func TestValidateTogether(t *testing.T) {
	s := compileSubmission(t)
	value := decode(t, `{"supplier": {"services": [{"id": 5}, {"kind": "bas"}]}, "proposed": {"proposals": [{"managementCost": {"effects": [{}]}}]}}`)
	want := told(s.Validate(value))
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				if got := told(s.Validate(value)); !slices.Equal(got, want) {
					t.Errorf("got %q, want %q", got, want)
				}
			}
		})
	}
	all.Wait()
}

// large returns a sound submission of about 40 KB.
func large(t testing.TB) any {
	t.Helper()
	const text = "Tjänsten används av de flesta förvaltningar och bolag. Handläggningstiden ska minska för alla som söker tillstånd, och nyttan mäts varje år."
	value := decode(t, minimal).(map[string]any)
	section := func(name string, rows func(i int) string) {
		var all []string
		for i := range 14 {
			all = append(all, rows(i))
		}
		value[name] = decode(t, `{"rows": [`+strings.Join(all, ",")+`], "analysis": "`+text+`"}`)
	}
	section("realisedEffects", func(i int) string {
		return fmt.Sprintf(`{"service": "s%d", "carriedOut": "%s", "supplierEffect": "%s", "customerEffect": "%s"}`, i, text, text, text)
	})
	section("consolidation", func(i int) string {
		return fmt.Sprintf(`{"service": "s%d", "customerShare": %d.25, "plan": "%s", "deviations": "inga"}`, i, i, text)
	})
	section("longTerm", func(i int) string {
		return fmt.Sprintf(`{"service": "s%d", "development": "%s", "windingDown": "inget"}`, i, text)
	})
	section("allocationKeys", func(i int) string {
		return fmt.Sprintf(`{"service": "s%d", "current": "antal anställda", "proposed": "antal användare", "reason": "%s"}`, i, text)
	})
	var proposals, costs []string
	for i := range 14 {
		proposals = append(proposals, fmt.Sprintf(`{"id": "p%d", "name": "Förslag %d", "need": "%s", "services": ["s1", "s2"], "benefitScope": "both",
			"effectGoals": [{"id": "g%d", "text": "%s", "baseline": {"value": 12.5, "date": "2023-01-01"}, "target": {"value": 10}, "due": "2025-12-31"}],
			"runAsProject": {"answer": "yes", "comment": "%s"}, "complexity": {"customer": {"level": "minor", "reason": "%s"}},
			"managementCost": {"status": "affected", "effects": [{"year": 2025, "cost": {"amount": 500, "unit": "tkr"}},
				{"recurring": true, "from": 2026, "cost": {"amount": -20, "unit": "tkr", "estimated": true}}]}}`, i, i, text, i, text, text, text))
		costs = append(costs, fmt.Sprintf(`{"service": "s%d", "outcome": 25003, "budget": 26000, "forecast": 27560,
			"adjustments": [{"cause": "volume", "amount": 200, "reason": "%s"}]}`, i, text))
	}
	value["proposed"] = decode(t, `{"proposals": [`+strings.Join(proposals, ",")+`]}`)
	value["costs"] = decode(t, `{"management": {"unit": "tkr", "index": {"percent": 2.5}, "rows": [`+strings.Join(costs, ",")+`]}}`)
	return value
}

func BenchmarkValidate(b *testing.B) {
	s := compileSubmission(b)
	sound := large(b)
	text, err := json.Marshal(sound)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("sound", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			if s.Validate(sound) != nil {
				b.Fatal("unsound")
			}
		}
	})
	b.Run("50 faults", func(b *testing.B) {
		faulty := large(b).(map[string]any)
		for _, proposal := range faulty["proposed"].(map[string]any)["proposals"].([]any) {
			p := proposal.(map[string]any)
			delete(p, "id")
			p["nmae"], p["benefitScope"], p["services"] = "x", "bothh", []any{json.Number("1"), "a b"}
		}
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			if n := len(s.Validate(faulty)); n < 50 {
				b.Fatal(n)
			}
		}
	})
}
