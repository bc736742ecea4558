package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The rule of the tests of policies as one that can be silent, with its cases.
const ruleCases = `cases:
  - name: a plan with a name
    wound: []
    fires:
      - {path: /supplier/name}
  - name: a plan with no name that says anything
    wound:
      - {op: replace, path: /supplier/name, value: Tyst}
    fires: []
`

const ruleThatMayBeSilent = `package rules.house.named

finding contains {"path": ["supplier", "name"], "values": {"name": input.supplier.name}} if {
	input.supplier.name != "Tyst"
}
`

// cased is a folder with that rule, and changes to it.
func cased(t *testing.T, changes map[string]string) string {
	files := map[string]string{
		"rules/house/named/rule.rego":  ruleThatMayBeSilent,
		"rules/house/named/cases.yaml": ruleCases,
	}
	for name, content := range changes {
		files[name] = content
	}
	return house(t, files)
}

func TestPolicyLint(t *testing.T) {
	if got := plankoll(t, "policy", "lint"); got != (outcome{stdout: "Inget att anmärka på reglerna.\n"}) {
		t.Errorf("of our own rules: %+v", got)
	}
	if got := plankoll(t, "policy", "lint", "--lang", "en", "--policies", cased(t, nil)); got != (outcome{stdout: "Nothing is wrong with the rules.\n"}) {
		t.Errorf("of a rule with nothing wrong: %+v", got)
	}
	const folder = "rules/house/named/"
	for _, c := range []struct {
		name    string
		changes map[string]string
		said    []string // all of it, in one run
	}{
		{"texts in one language", texts(t, "The name is {name}.", "It has a name."), []string{"rule.yaml:18: messages.default uses [name] in sv and [] in en"}},
		{"no title", texts(t, "  title: The supplier has no name\n", ""), []string{"rule.yaml:12: lacks en.title"}},
		{"no YAML", map[string]string{folder + "rule.yaml": "severity: {"}, []string{"rule.yaml:1: "}},
		{"no Rego", map[string]string{folder + "rule.rego": "package rules.house.named\n\nfinding contain\n"}, []string{"rule.rego:3: "}},
		{"a field that no plan has", map[string]string{folder + "rule.rego": strings.ReplaceAll(ruleRego, "input.supplier.name", "input.suplier.name")}, []string{"rule.rego:3: rego_type_error", "rule.rego:4: rego_type_error"}},
		{"a variant without a text", map[string]string{folder + "rule.rego": strings.Replace(ruleRego, `"values"`, `"variant": "other", "values"`, 1)},
			[]string{`rule.rego:3: variant "other" has no text in rule.yaml (messages or manual)`}},
		{"no cases", map[string]string{folder + "cases.yaml": ""}, []string{"cases.yaml: the file is missing"}},
		{"only firing cases", map[string]string{folder + "cases.yaml": ruleCases[:strings.Index(ruleCases, "  - name: a plan with no")]}, []string{"cases.yaml: no case leaves the rule silent"}},
		{"only silent cases", map[string]string{folder + "cases.yaml": "cases:\n" + ruleCases[strings.Index(ruleCases, "  - name: a plan with no"):]},
			[]string{"cases.yaml: no case makes the rule speak", "cases.yaml: no case brings out the text messages.default"}},
		{"a case of a variant that is not", map[string]string{folder + "cases.yaml": strings.Replace(ruleCases, "path: /supplier/name}\n", "path: /supplier/name, variant: other}\n", 1)},
			[]string{"cases.yaml:4: rule.yaml has no text messages.other", "cases.yaml: no case brings out the text messages.default"}},
		{"a case that names no rule", map[string]string{folder + "cases.yaml": ruleCases + "    also:\n      - {rule: no/such, path: \"\"}\n"}, []string{`cases.yaml:10: there is no rule "no/such"`}},
		{"two cases of one name", map[string]string{folder + "cases.yaml": strings.Replace(ruleCases, "with no name that says anything", "with a name", 1)}, []string{`cases.yaml:6: there are two cases with the name "a plan with a name"`}},
		{"a misspelt key in the cases", map[string]string{folder + "cases.yaml": strings.Replace(ruleCases, "fires:", "fries:", 1)}, []string{`cases.yaml: `, `unknown field "fries"`}},
		{"something left to write", texts(t, "why: As an example.", "why: TODO say why"), []string{"rule.yaml:14: still to be written: TODO say why"}},
		{"a file of ours", map[string]string{"rules/smart/measurable/rule.rego": ruleRego}, []string{"rules/smart/measurable/rule.rego: stands in two folders of policies"}},
		{"a file beside ours", map[string]string{"plan/more.rego": "package plan"}, []string{"plan/more.rego: adds to a package of another folder"}},
		{"many at once", map[string]string{
			folder + "rule.yaml":  strings.Replace(replaced(t, ruleYAML, "requirements: [R0.1]", "requirements: [R9.9]"), "kind: exact", "kind: guess", 1),
			folder + "rule.rego":  strings.ReplaceAll(ruleRego, "input.supplier.name", "input.suplier.name"),
			folder + "cases.yaml": "",
		}, []string{`rule.yaml:2: kind is "guess"`, "rule.yaml:3: the template has no rule R9.9", "rule.rego:3: rego_type_error", "cases.yaml: the file is missing"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := plankoll(t, "policy", "lint", "--policies", cased(t, c.changes))
			if got.code != 1 || got.stderr != "" {
				t.Errorf("exit code %d, on stderr %q", got.code, got.stderr)
			}
			for _, said := range c.said {
				if !strings.Contains(got.stdout, said) {
					t.Errorf("%q is not in\n%s", said, got.stdout)
				}
			}
		})
	}
	refused(t, plankoll(t, "policy", "lint", "--policies", "no-such-folder"), "no-such-folder")
	refused(t, plankoll(t, "policy", "lint", "--policies", t.TempDir()), "holds no policies")
}

func TestPolicyTest(t *testing.T) {
	own := cased(t, map[string]string{"rules/house/named/rule_test.rego": `package rules.house.named_test

import data.rules.house.named

test_silent if {
	named.finding == set() with input as {"supplier": {"name": "Tyst"}}
}
`})
	if got := plankoll(t, "policy", "test", "--policies", own); got.code != 0 || got.stderr != "" ||
		!strings.Contains(got.stdout, "Fall: 2. Tester i Rego: 1. Misslyckade: 0.") || !strings.Contains(got.stdout, "100.0 procent") {
		t.Errorf("%+v", got)
	}
	if got := plankoll(t, "policy", "test", "--policies", own, "--run", "with a name"); got.code != 0 || !strings.Contains(got.stdout, "Fall: 1. Tester i Rego: 0.") {
		t.Errorf("of one case: %+v", got)
	}
	refused(t, plankoll(t, "policy", "test", "--policies", own, "--run", "no such case"), "Inget fall och inget test kördes")
	refused(t, plankoll(t, "policy", "test", "--policies", own, "--run", "("), "inget reguljärt uttryck")
	refused(t, plankoll(t, "policy", "test", "--policies", own, "--run", "x", "--threshold", "5"), "går inte ihop")
	refused(t, plankoll(t, "policy", "test", "--policies", own, "--threshold", "101"), "mellan 0 och 100")
	refused(t, plankoll(t, "policy", "test", "--lang", "en", "--policies", own, "--threshold", "all"), "a number")

	failing := cased(t, map[string]string{
		"rules/house/named/cases.yaml":     strings.Replace(ruleCases, "path: /supplier/name}\n", "path: /supplier}\n", 1),
		"rules/house/named/rule_test.rego": "package rules.house.named_test\n\ntest_fails if 1 == 2\n",
	})
	got := plankoll(t, "policy", "test", "--lang", "en", "--policies", failing)
	for _, said := range []string{
		"FAIL house/named: a plan with a name: missing is finding: house/named /supplier default",
		"FAIL house/named: a plan with a name: unexpected is finding: house/named /supplier/name default",
		"FAIL data.rules.house.named_test.test_fails",
		"Failed: 2.",
	} {
		if got.code != 1 || !strings.Contains(got.stdout, said) {
			t.Errorf("exit code %d, %q is not in\n%s", got.code, said, got.stdout)
		}
	}

	unreached := cased(t, map[string]string{"rules/house/named/rule.rego": ruleThatMayBeSilent + `
finding contains {"path": []} if {
	input.reportYear == 1
	input.profile == "x"
}
`})
	got = plankoll(t, "policy", "test", "--policies", unreached)
	if got.code != 1 || !strings.Contains(got.stdout, filepath.Join(unreached, "rules/house/named/rule.rego")+": 3 av 5 rader nås inte: 7–9") {
		t.Errorf("of lines that are not reached: %+v", got)
	}
	if got := plankoll(t, "policy", "test", "--policies", unreached, "--threshold", "40"); got.code != 0 {
		t.Errorf("of enough lines: %+v", got)
	}
}

func TestPolicyNew(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "own")
	if got := plankoll(t, "policy", "new", "long-house/new-rule", "--policies", folder); got.code != 0 || got.stderr != "" {
		t.Fatalf("%+v", got)
	}
	// What is laid out can be loaded, and no plan passes it before it is written.
	report := plankoll(t, "check", "--format", "json", "--policies", folder, sound)
	if r := report.report(t); report.code != 2 || r.Verdict != "undecided" || r.Summary.NotEvaluated != 1 || len(r.Findings) != 0 {
		t.Errorf("exit code %d, %s, %+v", report.code, r.Verdict, r.Summary)
	}
	lint := plankoll(t, "policy", "lint", "--policies", folder)
	if lines := strings.Split(strings.TrimSpace(lint.stdout), "\n"); lint.code != 1 ||
		slices.ContainsFunc(lines[:len(lines)-1], func(line string) bool { return !strings.Contains(line, "still to be written: TODO") }) {
		t.Errorf("exit code %d\n%s", lint.code, lint.stdout)
	}
	if got := plankoll(t, "policy", "test", "--policies", folder); got.code != 0 {
		t.Errorf("its cases: %+v", got)
	}

	before := read(t, filepath.Join(folder, "rules/long-house/new-rule/rule.rego"))
	for id, said := range map[string]string{
		"long-house/new-rule": "finns redan",
		"budget/index":        "finns redan",
		"schema/type":         "finns redan",
		"house":               "kan inte vara namnet",
		"House/named":         "kan inte vara namnet",
		"house/named/more":    "kan inte vara namnet",
		"../outside":          "kan inte vara namnet",
		"house/..":            "kan inte vara namnet",
		"/house/named":        "kan inte vara namnet",
		"house/åäö":           "kan inte vara namnet",
	} {
		refused(t, plankoll(t, "policy", "new", id, "--policies", folder), said)
	}
	refused(t, plankoll(t, "policy", "new", "house/named", "--policies", folder, "--policies", house(t, nil)), "finns redan")
	refused(t, plankoll(t, "policy", "new", "--policies", folder), "Ange vad regeln ska heta")
	if read(t, filepath.Join(folder, "rules/long-house/new-rule/rule.rego")) != before {
		t.Error("the first rule was written over")
	}
	if families, err := os.ReadDir(filepath.Join(folder, "rules")); err != nil || len(families) != 1 {
		t.Errorf("%v, %v", families, err)
	}
}

// Whoever has named the rules in the settings need not name them again.
func TestPolicyFoldersOfTheSettings(t *testing.T) {
	folder := project(t, map[string]string{".plankoll.yaml": "policies: [ours]\n"})
	deep := filepath.Join(folder, "sub", "deep")
	if got := in(t, deep, "policy", "new", "house/named"); got.code != 0 || !strings.Contains(got.stdout, filepath.FromSlash("../../ours/rules/house/named")) {
		t.Fatalf("%+v", got)
	}
	if got := in(t, deep, "policy", "lint"); got.code != 1 || !strings.HasPrefix(got.stdout, filepath.FromSlash("../../ours/rules/house/named/")) {
		t.Errorf("lint: %+v", got)
	}
	if got := in(t, deep, "policy", "lint", "--no-config"); got.code != 0 {
		t.Errorf("lint of our own: %+v", got)
	}
	if got := in(t, deep, "policy", "test", "--threshold", "0"); got.code != 0 || strings.Contains(got.stdout, "Fall: 0.") {
		t.Errorf("test: %+v", got)
	}
	if got := in(t, deep, "policy", "profile", "../../plan.json", "--top", "0"); got.code != 0 || !strings.Contains(got.stdout, "house/named") {
		t.Errorf("profile: %+v", got)
	}
	in(t, deep, "policy", "bundle", "--output", "with.tar.gz")
	in(t, deep, "policy", "bundle", "--output", "without.tar.gz", "--no-config")
	if read(t, filepath.Join(deep, "with.tar.gz")) == read(t, filepath.Join(deep, "without.tar.gz")) {
		t.Error("the bundle holds no more than our own rules")
	}
	refused(t, in(t, deep, "policy", "lint", "--config", "none.yaml"), "none.yaml")
	if err := os.WriteFile(filepath.Join(folder, ".plankoll.yaml"), []byte("policies: [absent]\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"lint"}, {"test"}, {"profile", "../../plan.json"}, {"bundle", "--output", "x.tar.gz"}} {
		refused(t, in(t, deep, append([]string{"policy"}, args...)...), "absent")
	}
}

func TestPolicyBundle(t *testing.T) {
	folder := t.TempDir()
	var bundles []string
	for _, name := range []string{"one.tar.gz", "two.tar.gz"} {
		file := filepath.Join(folder, name)
		if got := plankoll(t, "policy", "bundle", "--output", file); got != (outcome{}) {
			t.Fatalf("%+v", got)
		}
		bundles = append(bundles, read(t, file))
	}
	if bundles[0] != bundles[1] {
		t.Error("the same rules give different bundles")
	}
	refused(t, plankoll(t, "policy", "bundle"), "--output plankoll.tar.gz")
	refused(t, plankoll(t, "policy", "bundle", "--output", filepath.Join(folder, "no", "such")), "finns inte")
	refused(t, plankoll(t, "policy", "bundle", "--output", filepath.Join(folder, "x"), "--policies", house(t, rule("finding := 1"))), "finding must be a set")
	if _, err := os.Stat(filepath.Join(folder, "x")); err == nil {
		t.Error("a bundle of broken rules was written")
	}
	refused(t, plankoll(t, "policy", "bnudle"), "bundle, lint, new, profile, test")
}
