package main

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A rule with nothing wrong, which every plan breaks. The tests below spoil it
// in one way each.
const (
	ruleRego = `package rules.house.named

finding contains {"path": ["supplier", "name"], "values": {"name": input.supplier.name}} if {
	input.supplier.name
}
`
	ruleYAML = `severity: warning
kind: exact
requirements: [R0.1]
reads: [/supplier/name]
sv:
  title: Leverantören har inget namn
  why: Som exempel.
  passes: "-"
  fails: "Nämnden"
  messages:
    default: {message: "Namnet är {name}.", action: Ta bort namnet.}
en:
  title: The supplier has no name
  why: As an example.
  passes: "-"
  fails: "The committee"
  messages:
    default: {message: "The name is {name}.", action: Remove the name.}
`
)

// house is a folder of policies with that one rule, and changes to it: a file
// with no content is left out.
func house(t testing.TB, changes map[string]string) string {
	files := map[string]string{
		"rules/house/named/rule.rego": ruleRego,
		"rules/house/named/rule.yaml": ruleYAML,
	}
	for name, content := range changes {
		files[name] = content
		if content == "" {
			delete(files, name)
		}
	}
	return write(t, files)
}

// rule is the change of the decision of the rule.
func rule(rego string) map[string]string {
	return map[string]string{"rules/house/named/rule.rego": "package rules.house.named\n\n" + rego}
}

// texts is the change of one place in the texts of the rule.
func texts(t testing.TB, old, new string) map[string]string {
	return map[string]string{"rules/house/named/rule.yaml": replaced(t, ruleYAML, old, new)}
}

// weighing is the part of a profile that weighs a rule differently.
func weighing(rule, entry string) string {
	return "rules: {" + rule + `: [{from: "2000-01-01", ` + entry + "}]}"
}

func TestPolicies(t *testing.T) {
	got := plankoll(t, "check", "--format", "json", "--fail-on", "warning", "--policies", house(t, nil), sound)
	report := got.report(t)
	if found := report.of("house/named"); got.code != 1 || len(found) != 1 || found[0].Path != "/supplier/name" ||
		found[0].Message != "Namnet är ”Nämnden för digital vardag”." {
		t.Errorf("exit code %d, findings %+v, on stderr %q", got.code, report.Findings, got.stderr)
	}
	if without := plankoll(t, "check", "--format", "json", sound).report(t); report.Summary.Rules != without.Summary.Rules+1 {
		t.Errorf("%d rules were asked, and %d without the folder", report.Summary.Rules, without.Summary.Rules)
	}
	if got := plankoll(t, "rules", "--policies", house(t, nil), "--lang", "en", "house/named"); !strings.Contains(got.stdout, "The supplier has no name") {
		t.Errorf("on stdout %q", got.stdout)
	}
}

// Policies with which no check can be trusted are refused before any check.
func TestPoliciesThatAreRefused(t *testing.T) {
	profile := plainProfile(t)
	next := func(old, new string) map[string]string {
		return map[string]string{"profiles/house-2025/profile.yaml": replaced(t, replaced(t, profile, "reportYears: [2024]", "reportYears: [2025]"), old, new)}
	}
	for _, c := range []struct {
		name    string
		changes map[string]string
		said    string
	}{
		// The decision.
		{"misspelt set", rule(`findng contains {"path": []}`), "rules/house/named: the rule has no `finding contains … if …`"},
		{"a value in place of a set", rule(`finding := "msg"`), "finding must be a set"},
		{"an object in place of a set", rule(`finding["x"] := {"path": []}`), "finding must be a set"},
		{"a function in place of a set", rule(`finding(x) := x`), "finding must be a set"},
		{"a value beside the set", rule(`finding contains {"path": []}
			manual := "msg"`), "manual must be a set"},
		{"nothing", rule(``), "the rule has no `finding contains … if …`"},
		{"no Rego", rule(`finding contain`), "rego_parse_error"},
		{"package of another rule", map[string]string{"rules/house/named/rule.rego": strings.Replace(ruleRego, "named", "nmed", 1)},
			"rules/house/named/rule.rego: the package is rules/house/nmed, but the folder is rules/house/named"},
		{"a rule outside of a family", map[string]string{"rules/named/rule.rego": "package rules.named\n\nfinding contains {\"path\": []}"}, "named"},
		{"a rule too deep", map[string]string{"rules/house/named/well/rule.rego": "package rules.house.named.well\n\nfinding contains {\"path\": []}"}, "house/named/well"},
		{"only a test", map[string]string{"rules/house/named/rule.rego": "", "rules/house/named/rule_test.rego": ruleRego}, "house/named: has texts but no policy that decides it"},
		{"a field that no plan has", rule(`finding contains {"path": []} if input.suplier`), `supplier`},
		{"a field of a field that no plan has", rule(`finding contains {"path": []} if input.supplier.nmae`), `name`},
		{"a variable that is not used", rule("finding contains {\"path\": []} if { x := 1 }"), "assigned var x unused"},
		{"not of a missing field", rule(`finding contains {"path": []} if not startswith(input.supplier.name, "x")`),
			"a missing field under not makes the rule silent"},

		// What a decision may not rest on.
		{"the network", rule(`finding contains {"path": []} if http.send({"method": "get", "url": "http://localhost"}).status_code == 200`), "undefined function http.send"},
		{"a name server", rule(`finding contains {"path": []} if count(net.lookup_ip_addr("localhost")) > 0`), "undefined function net.lookup_ip_addr"},
		{"the clock", rule(`finding contains {"path": []} if time.now_ns() > 0`), "undefined function time.now_ns"},
		{"chance", rule(`finding contains {"path": []} if rand.intn("x", 2) == 1`), "undefined function rand.intn"},
		{"chance in names", rule(`finding contains {"path": [uuid.rfc4122("x")]}`), "undefined function uuid.rfc4122"},
		{"the environment", rule(`finding contains {"path": []} if opa.runtime().env.HOME`), "undefined function opa.runtime"},
		{"leave to use the clock", map[string]string{"builtins.yaml": "builtins: [time.now_ns]"}, "builtins.yaml stands in two folders of policies"},

		// The texts.
		{"no texts", map[string]string{"rules/house/named/rule.yaml": ""}, "house/named: has no rule.yaml with its texts"},
		{"no YAML", map[string]string{"rules/house/named/rule.yaml": "severity: {"}, "rules/house/named/rule.yaml: "},
		{"unknown key", texts(t, "severity:", "severty:"), `unknown field "severty"`},
		{"a key twice", texts(t, "kind: exact", "kind: exact\nkind: exact"), `"kind" already set`},
		{"unknown severity", texts(t, "severity: warning", "severity: grave"), `severity is "grave"`},
		{"no reads", texts(t, "reads: [/supplier/name]\n", ""), "house/named: does not say what it reads (reads)"},
		{"a guess that is an error", texts(t, "severity: warning\nkind: exact", "severity: error\nkind: heuristic"), "a heuristic may be wrong"},
		{"no English", map[string]string{"rules/house/named/rule.yaml": ruleYAML[:strings.Index(ruleYAML, "en:")]}, "house/named: lacks en.title"},
		{"no English title", texts(t, "  title: The supplier has no name\n", ""), "house/named: lacks en.title"},
		{"no English message", texts(t, `    default: {message: "The name is {name}.", action: Remove the name.}`, `    other: {message: "The name is {name}.", action: Remove the name.}`),
			"house/named: messages.default exists in sv but not in en"},
		{"an empty English message", texts(t, `message: "The name is {name}.", action: Remove the name.`, `message: "", action: "{name}"`), "house/named: lacks en.messages.default.message"},
		{"an empty English action", texts(t, "action: Remove the name.", `action: ""`), "house/named: lacks en.messages.default.action"},
		{"a value in one language only", texts(t, "The name is {name}.", "It has a name."), "house/named: messages.default uses [name] in sv and [] in en"},
		{"a name in capitals", map[string]string{
			"rules/house/Named/rule.rego": strings.Replace(ruleRego, "named", "Named", 1), "rules/house/Named/rule.yaml": ruleYAML,
		}, "house/Named: an id is family/name in small letters"},

		// The folders.
		{"one of our files", map[string]string{"rules/smart/measurable/rule.rego": ruleRego}, "rules/smart/measurable/rule.rego stands in two folders of policies"},
		{"a file beside ours", map[string]string{"plan/plan2.rego": "package plan\n\nanswered(_)"}, "plan/plan2.rego"},
		{"a file beside one of our rules", map[string]string{"rules/security/answered/more.rego": "package rules.security.answered\n\nfinding contains {\"path\": []} if false"}, "rules/security/answered/more.rego"},
		{"data beside ours", map[string]string{"profiles/goteborg-2024/more.yaml": "x: 1"}, "profiles/goteborg-2024/more.yaml"},

		// The profiles.
		{"a profile with an unknown rule", next("rules: {}", weighing("smart/mesurable", `switchedOff: true, reason: Som exempel.`)),
			"profiles/house-2025/profile.yaml: there is no rule smart/mesurable"},
		{"a profile with a misspelt key", next("impactYears:", "impctYears:"), "/impctYears: schema/unknown-field"},
		{"a profile without a reason", next("rules: {}", weighing("smart/measurable", `switchedOff: true`)), "schema/missing-field"},
		{"a profile with a misspelt verdict", next("error: rejected", "error: rejcted"), "/verdict/error: schema/not-allowed"},
		{"a profile with a year twice", next("title:\n", "title:\ntitle:\n"), `"title" already set`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			refused(t, plankoll(t, "check", "--fail-on", "never", "--policies", house(t, c.changes), sound), c.said)
		})
	}
	t.Run("the same file in two folders", func(t *testing.T) {
		refused(t, plankoll(t, "check", "--policies", house(t, nil), "--policies", house(t, nil), sound),
			"rules/house/named/rule.rego stands in two folders of policies")
	})
}

// A rule that breaks off on a plan is named, the plan is not passed, and every
// other rule says what it says without it.
func TestRulesThatBreakOff(t *testing.T) {
	args := []string{"check", "--format", "json", "--fail-on", "never"}
	without := plankoll(t, append(args, real)...).report(t)
	for name, rego := range map[string]string{
		"a number":                    `finding contains 42`,
		"an empty text":               `finding contains ""`,
		"an object without a path":    `finding contains {"values": {}}`,
		"a path that is a text":       `finding contains {"path": "/supplier"}`,
		"a path of objects":           `finding contains {"path": [{}]}`,
		"a misspelt field":            `finding contains {"path": [], "varaint": "x"}`,
		"a variant that is a number":  `finding contains {"path": [], "variant": 1}`,
		"values that are a list":      `finding contains {"path": [], "values": []}`,
		"a question without a path":   "finding contains {\"path\": []} if false\n\nmanual contains {}",
		"a gap without a path":        "finding contains {\"path\": []} if false\n\nnot_evaluated contains {\"reason\": \"x\"}",
		"division by zero":            `finding contains {"path": []} if 1 / (input.reportYear - input.reportYear) > 0`,
		"a text that is no number":    `finding contains {"path": []} if to_number(input.supplier.name) > 0`,
		"a day that is no date":       `finding contains {"path": []} if time.parse_rfc3339_ns(input.supplier.name) > 0`,
		"a rule with two values":      "finding contains {\"path\": []} if two == 1\n\ntwo := 1 if input.profile\n\ntwo := 2 if input.reportYear",
		"a function with two values":  "finding contains {\"path\": []} if two(input.reportYear) == 1\n\ntwo(_) := 1 if input.profile\n\ntwo(_) := 2 if input.reportYear",
		"two values for one key":      "finding contains {\"path\": []} if count({input.profile: x | some x in [1, 2]}) == 1",
		"a negated condition on text": "finding contains {\"path\": []} if not number(input.reportYear)\n\nnumber(_) if to_number(input.supplier.name) > 0",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := plankoll(t, append(slices.Clone(args), "--policies", house(t, rule(rego)), real)...)
			if got.code != 2 {
				t.Errorf("exit code %d, want 2", got.code)
			}
			if refused := got.report(t).of("engine/not-made"); len(refused) > 0 {
				if !strings.Contains(got.stderr, "rules/house/named/rule.rego") {
					t.Errorf("refused without the name of the rule: %q", got.stderr)
				}
				return
			}
			with := got.report(t)
			broken := with.of("engine/rule-broken")
			if len(broken) != 1 || !strings.Contains(broken[0].Message, "house/named") {
				t.Errorf("broken are %+v", broken)
			}
			if with.Verdict != "undecided" {
				t.Errorf("verdict %s", with.Verdict)
			}
			var others []finding
			for _, f := range with.Findings {
				if f.Rule != "engine/rule-broken" {
					others = append(others, f)
				}
			}
			if !reflect.DeepEqual(others, without.Findings) {
				t.Errorf("the other rules have %d findings, and %d without the broken rule", len(others), len(without.Findings))
			}
			if !reflect.DeepEqual(with.Manual, without.Manual) || !reflect.DeepEqual(with.NotEvaluated, without.NotEvaluated) {
				t.Error("what is open differs from what it is without the broken rule")
			}
			if with.Summary.Rules != without.Summary.Rules {
				t.Errorf("%d rules were asked, and %d without the broken rule", with.Summary.Rules, without.Summary.Rules)
			}
		})
	}
}

// A rule speaks for itself only, also when another breaks and each is asked alone.
func TestRuleCannotSpeakForAnother(t *testing.T) {
	files := rule(`finding contains {"path": [], "values": {"name": "x"}, "rule": "no/such"}`)
	for broken := range 2 {
		if broken == 1 {
			files["rules/house/broken/rule.rego"] = "package rules.house.broken\n\nfinding contains 42 if input.profile"
			files["rules/house/broken/rule.yaml"] = ruleYAML
		}
		report := plankoll(t, "check", "--format", "json", "--policies", house(t, files), sound).report(t)
		if len(report.of("house/named")) != 1 || len(report.Findings) != 1+broken {
			t.Errorf("%+v", report.Findings)
		}
	}
}

// A rule that a year has switched off stays silent, also when another breaks.
func TestSwitchedOff(t *testing.T) {
	profile := plainProfile(t)
	off := replaced(t, profile, "rules: {}", weighing("house/named", `switchedOff: true, reason: Som exempel.`))
	plan := replaced(t, read(t, sound), `"profile": "goteborg-2024"`, `"profile": "house-2024"`)
	files := map[string]string{"profiles/house-2024/profile.yaml": off}
	check := func() reported {
		return plankollOn(t, plan, "check", "--format", "json", "--policies", house(t, files)).report(t)
	}
	if alone := check(); alone.Verdict != "accepted" || len(alone.Findings) != 0 {
		t.Errorf("%s, %+v", alone.Verdict, alone.Findings)
	}
	files["rules/house/broken/rule.rego"] = "package rules.house.broken\n\nfinding contains 42 if input.profile"
	files["rules/house/broken/rule.yaml"] = ruleYAML
	if beside := check(); beside.Verdict != "undecided" || len(beside.of("house/named")) != 0 || len(beside.Findings) != 1 {
		t.Errorf("%s, %+v", beside.Verdict, beside.Findings)
	}
}

// A rule that goes on for ever is stopped, and that is said.
func TestTimeout(t *testing.T) {
	endless := house(t, rule(`finding contains {"path": [sprintf("%v", [n])]} if {
	some a in numbers.range(1, 10000)
	some b in numbers.range(1, 10000)
	n := a * b
	n < 0
}
`))
	got := plankoll(t, "check", "--format", "json", "--timeout", "50ms", "--policies", endless, sound)
	if report := got.report(t); got.code != 2 || report.Verdict != "undecided" || len(report.of("engine/interrupted")) != 1 {
		t.Errorf("exit code %d, verdict %s, %+v", got.code, report.Verdict, report.Findings)
	}
}

// plainProfile is the profile of 2024 without what it says of single rules.
func plainProfile(t *testing.T) string {
	t.Helper()
	profile := read(t, "../../policies/profiles/goteborg-2024/profile.yaml")
	return regexp.MustCompile(`(?s)\nrules:\n.*`).ReplaceAllString(profile, "\nrules: {}\n")
}
