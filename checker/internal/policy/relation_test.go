package policy

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

const term = `{"path": ["amount"], "amount": 2.5e+06, "unit": 1000, "times": [-1.06e2, 100]}`

func TestRelations(t *testing.T) {
	set, err := Load(house(map[string]string{"a/b": fmt.Sprintf(`
finding contains {"path": ["name"], "relation": ["rows", 0]} if input.name

relation contains {
	"id": ["rows", 0],
	"kind": "sum",
	"terms": [%s, {"path": ["name"], "at": [1, 2], "words": "2 tkr", "amount": 2, "unit": 1000, "times": [1, 1]}, {"path": ["rows", 1], "unit": 1, "times": [1, 3]}],
	"rests_on": [["rows"]],
}
`, term)}), []byte(schema))
	if err != nil {
		t.Fatal(err)
	}
	outcome := evaluate(t, set, map[string]any{"name": "N"})
	want := "{a/b /rows/0 sum [{/amount   false 2500000 1000 -53/50} {/name /1/2 2 tkr false 2 1000 1/1} {/rows/1   true 0 1 1/3}] [/rows]}"
	if got := fmt.Sprint(outcome.Relations); got != "["+want+"]" {
		t.Errorf("got  %s\nwant [%s]", got, want)
	}
	if outcome.Findings[0].Relation != "/rows/0" {
		t.Errorf("the finding is on %q", outcome.Findings[0].Relation)
	}
}

// A relation that cannot be reckoned with is its rule's fault, and said to be.
func TestMalformedRelations(t *testing.T) {
	relation := func(old, new string) string {
		text := fmt.Sprintf(`{"id": [], "kind": "sum", "terms": [%s], "rests_on": []}`, term)
		return strings.Replace(text, old, new, 1)
	}
	for cause, stated := range map[string]string{
		"is no object":                       `input.name`,
		"it lacks id, kind, terms, rests_on": relation(`"kind": "sum", `, ``),
		`"sort" is not a field of it`:        relation(`"kind"`, `"sort"`),
		"a relation has no terms":            relation(term, ``),
		"not a path":                         relation(`"id": []`, `"id": "x"`),
		"is no text":                         relation(`"sum"`, `1`),
		"it lacks path, unit, times":         relation(`"unit": 1000, `, ``),
		"is no whole number":                 relation(`2.5e+06`, `2.5`),
		"is too large":                       relation(`2.5e+06`, `12345678901234567890123`),
		"not a numerator and a denominator":  relation(`, 100]`, `]`),
		"a denominator of 0":                 relation(`, 100]`, `, 0]`),
		"not a list of paths":                relation(`"rests_on": []`, `"rests_on": 1`),
	} {
		t.Run(cause, func(t *testing.T) {
			set, err := Load(house(map[string]string{
				"a/broken": "finding contains {\"path\": []} if input.amount == 1\n\nrelation contains " + stated + " if input.name\n",
				"b/sound":  `finding contains {"path": ["name"]}`,
			}), []byte(schema))
			if err != nil {
				t.Fatal(err)
			}
			outcome, err := set.Evaluate(context.Background(), map[string]any{"name": "N", "amount": json.Number("0")}, "", func(string) bool { return false })
			if err != nil {
				t.Fatal(err)
			}
			if err := outcome.Broken["a/broken"]; err == nil || !strings.Contains(err.Error(), cause) {
				t.Errorf("it is broken because %v, want %q", err, cause)
			}
			if !slices.Equal(outcome.Evaluated, []string{"b/sound"}) || len(outcome.Findings) != 1 {
				t.Errorf("evaluated %q, findings %v", outcome.Evaluated, outcome.Findings)
			}
		})
	}
}
