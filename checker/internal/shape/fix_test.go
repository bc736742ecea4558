package shape

import (
	"slices"
	"testing"

	"github.com/plankoll/plankoll/checker/report"
)

// What is proposed mends the fault, and makes no other.
func TestFixes(t *testing.T) {
	variants := map[string]int{}
	for _, e := range append(slices.Clone(examples), choices...) {
		s := compile(t, e.schema)
		for _, f := range s.Validate(decode(t, e.value)) {
			if f.Fix == nil {
				continue
			}
			variants[f.Rule+":"+f.Variant]++
			before := s.Validate(decode(t, e.value))
			mended := decode(t, e.value)
			for _, change := range f.Fix {
				mended = wounded(mended, change.Path, change.Value, change.Op == report.Remove)
			}
			after := s.Validate(mended)
			if slices.ContainsFunc(after, alike(f)) {
				t.Errorf("%s: it still stands after %+v", e.name, f.Fix)
			}
			for _, g := range after {
				if !slices.ContainsFunc(before, alike(g)) {
					t.Errorf("%s: new after %+v is %s", e.name, f.Fix, told([]report.Finding{g}))
				}
			}
		}
	}
	t.Logf("fixes applied: %v", variants)
	for _, variant := range []string{
		"schema/type:text-near", "schema/unknown-field:near", "schema/not-allowed:near", "schema/not-allowed:labelled-near",
		"schema/date:near", "schema/multiple-of:decimals", "schema/multiple-of:whole", "schema/multiple-of:",
	} {
		if variants[variant] == 0 {
			t.Errorf("no example has a fix for %s", variant)
		}
	}
}

// alike finds the same fault; in which words it is told may depend on others.
func alike(f report.Finding) func(report.Finding) bool {
	return func(g report.Finding) bool { return g.Rule == f.Rule && g.Place.Pointer == f.Place.Pointer }
}

// Where it is not certain what was meant, a person decides.
func TestNoFixes(t *testing.T) {
	for _, e := range []example{
		{"two names are as near", `{"properties": {"nama": {}, "namo": {}}, "additionalProperties": false}`, `{"name": 1}`, nil},
		{"two values are as near", `{"enum": ["kr", "tkr"]}`, `"ktr"`, nil},
		{"a constant that another value contradicts", `{"const": true}`, `false`, nil},
		{"decimals that may be needed in another unit", `{"type": "integer"}`, `1.5`, nil},
		{"thousands or decimals", `{"type": "number"}`, `"25.003"`, nil},
		{"April or March", `{"format": "date"}`, `"03/04/2023"`, nil},
		{"nothing to move", `{"properties": {"name": {}}, "additionalProperties": false}`, `{"nmae": null}`, nil},
	} {
		findings := compile(t, e.schema).Validate(decode(t, e.value))
		if len(findings) != 1 || findings[0].Fix != nil {
			t.Errorf("%s: %+v", e.name, findings)
		}
	}
}
