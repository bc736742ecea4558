package policy

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/report"
)

const schema = `{"type": "object", "additionalProperties": false, "properties": {
	"name": {"type": "string"}, "amount": {"type": "integer"}, "rows": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "string"}}}}}}`

// house is a set of policies with the given rules: what stands in the package of
// each, by id.
func house(rules map[string]string) map[string][]byte {
	files := map[string][]byte{
		"builtins.yaml": []byte("builtins: [eq, equal, neq, gt, assign, plus, minus, mul, div, count, concat, object.union, object.get, startswith, internal.member_2, to_number]"),
		"plankoll/plankoll.rego": []byte(`package plankoll

findings contains object.union(said, {"rule": concat("/", [family, name])}) if {
	some family, name
	some said in data.rules[family][name].finding
}

not_evaluated contains object.union(said, {"rule": concat("/", [family, name])}) if {
	some family, name
	some said in data.rules[family][name].not_evaluated
}

manual contains object.union(said, {"rule": concat("/", [family, name])}) if {
	some family, name
	some said in data.rules[family][name].manual
}

relations contains object.union(stated, {"rule": concat("/", [family, name])}) if {
	some family, name
	some stated in data.rules[family][name].relation
}

evaluated contains concat("/", [family, name]) if {
	some family, name
	data.rules[family][name].finding
}
`),
	}
	for id, content := range rules {
		family, name, _ := strings.Cut(id, "/")
		files["rules/"+id+"/rule.rego"] = fmt.Appendf(nil, "package rules[%q][%q]\n\n%s", family, name, content)
	}
	return files
}

func evaluate(t *testing.T, set *Set, submission map[string]any) *Outcome {
	t.Helper()
	outcome, err := set.Evaluate(context.Background(), submission, "", func(string) bool { return false })
	if err != nil {
		t.Fatal(err)
	}
	return outcome
}

func TestEvaluate(t *testing.T) {
	set, err := Load(house(map[string]string{
		"a/all": `
finding contains {"path": ["rows", i, "id"], "variant": "v", "values": {"n": input.amount + 1}, "rests_on": [["rows"], ["a/b"], ["rows"]]} if some i, _ in input.rows

not_evaluated contains {"path": [], "reason": "why"}

manual contains {"path": ["name"]}
`,
		"a/none": `finding contains {"path": []} if input.name == "other"`,
	}), []byte(schema))
	if err != nil {
		t.Fatal(err)
	}
	if rules := set.Rules(); !slices.Equal(rules, []string{"a/all", "a/none"}) {
		t.Errorf("the rules are %q", rules)
	}
	outcome := evaluate(t, set, map[string]any{"name": "N", "amount": json.Number("9007199254740993"), "rows": []any{map[string]any{"id": "x"}}})
	if got, want := fmt.Sprint(outcome.Findings), "[{a/all /rows/0/id v map[n:9007199254740994] [/a~1b /rows] [] }]"; got != want {
		t.Errorf("findings %s, want %s", got, want)
	}
	if got, want := fmt.Sprint(outcome.NotEvaluated), "[{a/all  why map[] [] [] }]"; got != want {
		t.Errorf("not evaluated %s, want %s", got, want)
	}
	if got, want := fmt.Sprint(outcome.Manual), "[{a/all /name  map[] [] [] }]"; got != want {
		t.Errorf("manual %s, want %s", got, want)
	}
	if !slices.Equal(outcome.Evaluated, []string{"a/all", "a/none"}) || len(outcome.Broken) > 0 {
		t.Errorf("evaluated %q, broken %v", outcome.Evaluated, outcome.Broken)
	}
}

// One rule that breaks off is named with its reason; the others are heard, but
// not those that are switched off.
func TestEvaluateBroken(t *testing.T) {
	for cause, content := range map[string]string{
		"divide by zero":                           `finding contains {"path": []} if 1 / input.amount > 0`,
		"eval_conflict_error":                      "finding contains {\"path\": []} if x == 1\n\nx := 1 if input.name\n\nx := 2 if input.rows",
		"not an object with a path":                `finding contains input.amount`,
		"a remark has no path":                     `finding contains {"variant": input.name}`,
		`"path" has the wrong shape`:               `finding contains {"path": input.name}`,
		`"wariant" is not a field of a remark`:     `finding contains {"path": [], "wariant": input.name}`,
		`"rests_on" has the wrong shape`:           `finding contains {"path": [], "rests_on": ["rows"]}`,
		`"values" is not a field of a remark`:      `finding contains {"path": [], "values": input.name}`,
		`"variant" is not a field of a remark, or`: `finding contains {"path": [], "variant": input.amount}`,
	} {
		t.Run(cause, func(t *testing.T) {
			set, err := Load(house(map[string]string{
				"a/broken": content,
				"b/sound":  `finding contains {"path": ["name"]}`,
				"c/off":    `finding contains {"path": ["name"]}`,
			}), []byte(schema))
			if err != nil {
				t.Fatal(err)
			}
			outcome, err := set.Evaluate(context.Background(), map[string]any{"name": "N", "amount": json.Number("0"), "rows": []any{}}, "",
				func(rule string) bool { return rule == "c/off" })
			if err != nil {
				t.Fatal(err)
			}
			if broken := slices.Collect(maps.Keys(outcome.Broken)); !slices.Equal(broken, []string{"a/broken"}) || !strings.Contains(outcome.Broken["a/broken"].Error(), cause) {
				t.Errorf("broken are %v, want %q", outcome.Broken, cause)
			}
			if len(outcome.Findings) != 1 || outcome.Findings[0].Rule != "b/sound" || outcome.Findings[0].Pointer != report.Pointer("/name") {
				t.Errorf("findings %+v", outcome.Findings)
			}
			if !slices.Equal(outcome.Evaluated, []string{"b/sound"}) {
				t.Errorf("evaluated %q", outcome.Evaluated)
			}
		})
	}
}

// A fix that cannot be applied is no fix: the rule that proposes it is broken.
func TestEvaluateBrokenFix(t *testing.T) {
	for said, remark := range map[string]string{
		"not a list of changes":                `finding contains {"path": [], "fix": input.name}`,
		"not an object":                        `finding contains {"path": [], "fix": [input.name]}`,
		`"move" is not add, replace or remove`: `finding contains {"path": [], "fix": [{"op": "move", "path": ["name"], "value": 1}]}`,
		`"from" is not a field of a change`:    `finding contains {"path": [], "fix": [{"op": "add", "path": ["name"], "from": ["a"]}]}`,
		"a change needs an op":                 `finding contains {"path": [], "fix": [{"path": ["name"], "value": 1}]}`,
		"not a path":                           `finding contains {"path": [], "fix": [{"op": "remove", "path": input.name}]}`,
		"a change needs a path":                `finding contains {"path": [], "fix": [{"op": "remove"}]}`,
		"the whole document":                   `finding contains {"path": [], "fix": [{"op": "replace", "path": [], "value": 1}]}`,
		"an added or replaced value is needed": `finding contains {"path": [], "fix": [{"op": "add", "path": ["name"]}]}`,
		"a removal has no value":               `finding contains {"path": [], "fix": [{"op": "remove", "path": ["name"], "value": 1}]}`,
		`"fix" is not a field of a remark`:     `manual contains {"path": [], "fix": [{"op": "remove", "path": ["name"]}]}`,
	} {
		t.Run(said, func(t *testing.T) {
			set, err := Load(house(map[string]string{"a/broken": remark}), []byte(schema))
			if err != nil {
				t.Fatal(err)
			}
			outcome := evaluate(t, set, map[string]any{"name": "N"})
			if err := outcome.Broken["a/broken"]; err == nil || !strings.Contains(err.Error(), said) || len(outcome.Findings) > 0 {
				t.Errorf("got %v and the findings %v, want %q", err, outcome.Findings, said)
			}
		})
	}
}

func TestEvaluateFix(t *testing.T) {
	set, err := Load(house(map[string]string{
		"a/fixed":   `finding contains {"path": [], "fix": [{"op": "add", "path": ["a/b", 0], "value": input.amount + 1}, {"op": "remove", "path": ["name"]}]}`,
		"b/unfixed": `finding contains {"path": [], "fix": []}`,
	}), []byte(schema))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]report.Change{
		"a/fixed":   {{Op: report.Add, Path: "/a~1b/0", Value: json.Number("9007199254740994")}, {Op: report.Remove, Path: "/name"}},
		"b/unfixed": nil,
	}
	findings := evaluate(t, set, map[string]any{"amount": json.Number("9007199254740993")}).Findings
	if len(findings) != len(want) {
		t.Fatalf("findings %+v", findings)
	}
	for _, f := range findings {
		if !slices.Equal(f.Fix, want[f.Rule]) {
			t.Errorf("the fix of %s is %+v, want %+v", f.Rule, f.Fix, want[f.Rule])
		}
	}
}

// A rule may be spread over files; only one of them has to decide.
func TestRuleInSeveralFiles(t *testing.T) {
	files := house(map[string]string{"a/b": `finding contains {"path": ["name"]} if help`})
	files["rules/a/b/help.rego"] = []byte("package rules.a.b\n\nhelp := input.name")
	for range 20 { // the order of files is that of a map
		set, err := Load(files, []byte(schema))
		if err != nil {
			t.Fatal(err)
		}
		if outcome := evaluate(t, set, map[string]any{"name": "N"}); len(outcome.Findings) != 1 {
			t.Fatalf("findings %+v", outcome.Findings)
		}
	}
}

func TestEvaluateWithoutTime(t *testing.T) {
	set, err := Load(house(map[string]string{"a/b": `finding contains {"path": []}`}), []byte(schema))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if outcome, err := set.Evaluate(ctx, map[string]any{}, "", func(string) bool { return false }); err != context.Canceled || outcome != nil {
		t.Errorf("got %+v, %v", outcome, err)
	}
}

func TestAsOfIsPartOfTheInput(t *testing.T) {
	set, err := Load(house(map[string]string{"a/b": `finding contains {"path": [object.get(input, ["$run", "asOf"], "none")]}`}), []byte(schema))
	if err != nil {
		t.Fatal(err)
	}
	submission := map[string]any{"name": "N"}
	for asOf, want := range map[string]report.Pointer{"": "/none", "2023-03-31": "/2023-03-31"} {
		outcome, err := set.Evaluate(context.Background(), submission, asOf, func(string) bool { return false })
		if err != nil || len(outcome.Findings) != 1 || outcome.Findings[0].Pointer != want {
			t.Errorf("as of %q: %+v, %v", asOf, outcome, err)
		}
	}
	if len(submission) != 1 {
		t.Errorf("the submission was changed: %v", submission)
	}
}

func TestLoadRefuses(t *testing.T) {
	const fine = `finding contains {"path": []}`
	for _, c := range []struct {
		name  string
		files map[string]string // added to a sound set; "" takes away
		said  string
	}{
		{"no entry point", map[string]string{"plankoll/plankoll.rego": "package plankoll"}, "the entry point data.plankoll.findings does not exist"},
		{"no rules", map[string]string{"rules/a/b/rule.rego": ""}, "there are no rules below rules/<family>/<name>"},
		{"no set", map[string]string{"rules/a/b/rule.rego": "package rules.a.b\n\nfinding := 1"}, "rules/a/b/rule.rego: finding must be a set: write `finding contains … if …`"},
		{"one value in place of a question", map[string]string{"rules/a/b/rule.rego": "package rules.a.b\n\nmanual if true"}, "manual must be a set"},
		{"misspelt", map[string]string{"rules/a/b/rule.rego": "package rules.a.b\n\nfindings contains 1"}, "rules/a/b: the rule has no"},
		{"another package", map[string]string{"rules/a/b/rule.rego": "package rules.a.c\n\n" + fine}, "the package is rules/a/c, but the folder is rules/a/b"},
		{"unknown field", map[string]string{"rules/a/b/rule.rego": "package rules.a.b\n\n" + fine + " if input.nmae"}, "rego_type_error"},
		{"function that is not allowed", map[string]string{"rules/a/b/rule.rego": "package rules.a.b\n\n" + fine + " if time.now_ns() > 0"}, "undefined function time.now_ns"},
		{"function that is not there", map[string]string{"builtins.yaml": "builtins: [eqq]"}, `OPA has no built-in function "eqq"`},
		{"function that changes", map[string]string{"builtins.yaml": "builtins: [eq, time.now_ns]"}, `"time.now_ns" does not always give the same result`},
		{"misspelt list of functions", map[string]string{"builtins.yaml": "builtin: [eq]"}, `unknown field "builtin"`},
		{"hidden silence", map[string]string{"rules/a/b/rule.rego": "package rules.a.b\n\n" + fine + ` if not startswith(input.name, "x")`}, "a missing field under not makes the rule silent"},
		{"a name twice", map[string]string{"lists/a.yaml": "words: [a]", "lists/b.yaml": "words: [b]"}, `lists/b.yaml: "words" is already defined in this folder`},
		{"a key twice", map[string]string{"lists/a.yaml": "words: [a]\nwords: [b]"}, `key "words" already set`},
		{"no mapping", map[string]string{"lists/a.yaml": "[a]"}, "lists/a.yaml: not a mapping of names to values"},
		{"no YAML", map[string]string{"lists/a.yaml": "{"}, "lists/a.yaml: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := house(map[string]string{"a/b": fine})
			for name, content := range c.files {
				files[name] = []byte(content)
				if content == "" {
					delete(files, name)
				}
			}
			if _, err := Load(files, []byte(schema)); err == nil || !strings.Contains(err.Error(), c.said) {
				t.Errorf("got %v, want %q", err, c.said)
			}
		})
	}
	if _, err := Load(nil, []byte(schema)); err == nil || err.Error() != "there are no policies" {
		t.Errorf("got %v", err)
	}
}

// Data stands under the path of its folder, and numbers as they are written.
func TestReadData(t *testing.T) {
	data, err := Data(map[string][]byte{
		"top.yaml":              []byte("a: 1"),
		"language/sv/one.yaml":  []byte("words: [x]"),
		"language/sv/two.yaml":  []byte("more: {deep: 12345678901234567890}"),
		"language/words.yaml":   []byte("other: true"),
		"rules/a/b/rule.yaml":   []byte("left: out"),
		"language/policy.rego":  []byte("package language"),
		"language/sv/three.yml": []byte("left: out"),
	})
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(data)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"a":1,"language":{"other":true,"sv":{"more":{"deep":12345678901234567890},"words":["x"]}}}`
	if string(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A value and a folder of one name would hide one another, whichever is read first.
func TestReadDataConflicts(t *testing.T) {
	for _, files := range []map[string][]byte{
		{"language.yaml": []byte("sv: 1"), "sv.yaml": []byte("sv: 2")},
		{"a.yaml": []byte("language: {sv: 1}"), "language/b.yaml": []byte("sv: 2")},
		{"a.yaml": []byte("language: 1"), "language/b.yaml": []byte("sv: 2")},
		{"z.yaml": []byte("language: 1"), "language/b.yaml": []byte("sv: 2")},
	} {
		if data, err := Data(files); err == nil {
			t.Errorf("%q is taken as %v", slices.Sorted(maps.Keys(files)), data)
		}
	}
}

// What a group is asked for is a word that the audit knows, or nothing would be asked.
func TestReadGroups(t *testing.T) {
	for text, fault := range map[string]string{
		"groups: {supplier: {least: 1, sources: 2, alone: [register, previous], whole: true, previous: true, asked: true, totals: false}}": "",
		"groups: {supplier: {alone: [registry]}}": `the group supplier has "registry" in alone`,
		"groups: {supplier: {from: 2}}":           `unknown field "from"`,
	} {
		if _, err := readGroups([]byte(text)); fmt.Sprint(err) != "<nil>" && fault == "" || fault != "" && (err == nil || !strings.Contains(err.Error(), fault)) {
			t.Errorf("of %s it says %v", text, err)
		}
	}
}
