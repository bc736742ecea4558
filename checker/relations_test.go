package checker

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/open-policy-agent/opa/v1/rego"
	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker/internal/accountant"
	"github.com/plankoll/plankoll/checker/internal/policy"
	"github.com/plankoll/plankoll/schemas"
)

// A rule says twice what it holds amounts to: once in its finding, which any OPA
// can run, and once as a relation for the accountant. On every case of the rules on
// amounts the two agree: a relation of stated amounts is broken where, and only
// where, the rule finds something.
func TestRelationsSayWhatTheRulesFind(t *testing.T) {
	files, err := Policies()
	if err != nil {
		t.Fatal(err)
	}
	set, err := policy.Load(files, schemas.Submission)
	if err != nil {
		t.Fatal(err)
	}
	broken, whole := 0, 0
	for _, plan := range wounded(t, "../policies/rules/budget/*/cases.yaml") {
		asOf := ""
		if told, ok := plan["$run"].(map[string]any); ok {
			asOf = told["asOf"].(string)
			delete(plan, "$run")
		}
		outcome, err := set.Evaluate(context.Background(), plan, asOf, func(string) bool { return false })
		if err != nil {
			t.Fatal(err)
		}
		for _, relation := range outcome.Relations {
			if slices.ContainsFunc(relation.Terms, func(term policy.Term) bool { return term.Blank }) {
				continue // what is missing is another rule's to find
			}
			l := ledger{figures: map[string]policy.Term{}, rules: map[string]policy.Relation{}}
			l.enter(relation)
			disagreements, err := accountant.Explain(l.amounts, l.relations)
			if err != nil {
				t.Fatal(err)
			}
			found := slices.ContainsFunc(outcome.Findings, func(remark policy.Remark) bool {
				return remark.Rule == relation.Rule && remark.Relation == relation.ID
			})
			if rest := elsewhere[relation.Rule]; len(disagreements) > 0 && !found && rest {
				continue
			}
			if found != (len(disagreements) > 0) {
				t.Errorf("%s %s: the rule finds it broken: %v, the accountant: %v", relation.Rule, relation.ID, found, len(disagreements) > 0)
			}
			if found {
				broken++
			} else {
				whole++
			}
		}
	}
	if broken < 50 || whole < 1000 {
		t.Errorf("only %d broken and %d whole relations were compared", broken, whole)
	}
}

// Rules that let an amount agree with the total or with the sum of the rows, while
// their relation is on the total alone: that those two differ is for the rule on
// sums to find.
var elsewhere = map[string]bool{"budget/text-amounts": true, "budget/portfolio": true}

// wounded are the plans of all cases in some files.
func wounded(t *testing.T, pattern string) []map[string]any {
	t.Helper()
	sound, err := os.ReadFile("../testdata/submissions/sound.json")
	if err != nil {
		t.Fatal(err)
	}
	query, err := rego.New(rego.Query("plan := json.patch(input.sound, input.wound)")).PrepareForEval(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var plans []map[string]any
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var file struct {
			Cases []struct {
				Wound json.RawMessage `json:"wound"`
			} `json:"cases"`
		}
		if err := yaml.Unmarshal(text, &file); err != nil {
			t.Fatal(err)
		}
		for _, c := range file.Cases {
			results, err := query.Eval(t.Context(), rego.EvalInput(map[string]any{
				"sound": number(t, sound), "wound": number(t, c.Wound),
			}))
			if err != nil || len(results) != 1 {
				t.Fatalf("%s: %v", name, err)
			}
			plans = append(plans, results[0].Bindings["plan"].(map[string]any))
		}
	}
	return plans
}

// number decodes JSON with its numbers as they stand.
func number(t *testing.T, text []byte) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return value
}
