package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// in runs the program in a folder.
func in(t testing.TB, folder string, args ...string) outcome {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = folder
	return finish(t, cmd)
}

// project is a folder with a repository, the real plan and further files.
func project(t testing.TB, files map[string]string) string {
	t.Helper()
	all := map[string]string{".git/HEAD": "", "plan.json": read(t, real), "sub/deep/note.txt": ""}
	for name, content := range files {
		all[name] = content
	}
	return write(t, all)
}

func TestConfigurationHoldsTheFlags(t *testing.T) {
	folder := project(t, map[string]string{
		".plankoll.yaml":                   "lang: en\nfailOn: never\nformat: json\noutputs: {text: out/plan.txt}\ninputs: [plan.json]\npolicies: [ours]\ntimeout: 5m\n",
		"out/keep":                         "",
		"ours/rules/house/named/rule.rego": ruleRego, "ours/rules/house/named/rule.yaml": ruleYAML,
	})
	for _, from := range []string{"", "sub/deep"} {
		got := in(t, filepath.Join(folder, from), "check")
		var reports []json.RawMessage
		if json.Unmarshal([]byte(got.stdout), &reports) == nil {
			t.Fatalf("one file is named, but a list is written: %.100q", got.stdout)
		}
		r := got.report(t)
		if got.code != 0 || r.Language != "en" || len(r.of("house/named")) != 1 {
			t.Errorf("from %q: exit code %d, %s, %q", from, got.code, r.Language, got.stderr)
		}
		if text := read(t, filepath.Join(folder, "out/plan.txt")); !strings.Contains(text, "REJECTED") {
			t.Errorf("from %q the other report is %.100q", from, text)
		}
	}
	t.Run("flags win", func(t *testing.T) {
		got := in(t, folder, "check", "--lang", "sv", "--fail-on", "error", "--format", "text", "plan.json")
		if got.code != 1 || !strings.Contains(got.stdout, "INTE GODKÄNT") {
			t.Errorf("exit code %d, %.200q", got.code, got.stdout)
		}
	})
	t.Run("not used", func(t *testing.T) {
		got := in(t, folder, "check", "--no-config", "--format", "json", "plan.json")
		if r := got.report(t); got.code != 1 || r.Language != "sv" || len(r.of("house/named")) != 0 {
			t.Errorf("exit code %d, %s", got.code, r.Language)
		}
	})
	t.Run("named", func(t *testing.T) {
		got := in(t, t.TempDir(), "check", "--config", filepath.Join(folder, ".plankoll.yaml"))
		if got.code != 0 || got.report(t).Language != "en" {
			t.Errorf("exit code %d, %q", got.code, got.stderr)
		}
	})
	t.Run("rules", func(t *testing.T) {
		if got := in(t, folder, "rules", "house/named"); got.code != 0 || !strings.Contains(got.stdout, "The supplier has no name") {
			t.Errorf("exit code %d, %q, %q", got.code, got.stdout, got.stderr)
		}
	})
}

// What lies around a repository is not part of it.
func TestConfigurationIsLookedForWithinTheRepository(t *testing.T) {
	outer := write(t, map[string]string{".plankoll.yaml": "failOn: never\n", "repo/.git": "gitdir: elsewhere", "repo/sub/x": "", "loose/x": ""})
	plan, err := filepath.Abs(real)
	if err != nil {
		t.Fatal(err)
	}
	if got := in(t, filepath.Join(outer, "repo/sub"), "check", plan); got.code != 1 {
		t.Errorf("within a repository: exit code %d", got.code)
	}
	if got := in(t, filepath.Join(outer, "loose"), "check", plan); got.code != 0 {
		t.Errorf("where there is no repository: exit code %d, %q", got.code, got.stderr)
	}
}

// A rule that is switched off never looks like one that has passed.
func TestOrganisationsWeighRules(t *testing.T) {
	folder := project(t, map[string]string{".plankoll.yaml": `
rules:
  smart/specific: {switchedOff: true, reason: "Målen prövas i en verkstad, och\tinte här."}
  security/when: {severity: info, reason: Vi är vana.}
  budget/costing-model: {switchedOff: true, reason: Prövas av ekonomerna.}
`})
	before := in(t, folder, "check", "--no-config", "--format", "json", "plan.json").report(t)
	r := in(t, folder, "check", "--format", "json", "plan.json").report(t)
	if len(before.of("smart/specific")) == 0 || len(r.of("smart/specific")) != 0 {
		t.Error("the rule that is switched off still speaks, or never did")
	}
	if r.Summary.Rules != before.Summary.Rules-2 || len(r.Manual) >= len(before.Manual) {
		t.Errorf("%d rules were asked, before %d", r.Summary.Rules, before.Summary.Rules)
	}
	for _, f := range r.of("security/when") {
		if f.Severity != "info" {
			t.Errorf("weighs as %s", f.Severity)
		}
	}
	want := []weighingReported{
		{"budget/costing-model", "organisation", true, "", "Prövas av ekonomerna."},
		{"initiative/followed", "profile", true, "", "Begränsningen börjar gälla 2024, och planen för 2024 lämnas in 2023."},
		{"security/when", "organisation", false, "info", "Vi är vana."},
		{"smart/specific", "organisation", true, "", "Målen prövas i en verkstad, och inte här."},
	}
	if !slices.Equal(r.Weighings, want) {
		t.Errorf("the report lists %+v", r.Weighings)
	}
	text := in(t, folder, "check", "plan.json").stdout
	for _, said := range []string{
		"AVSTÄNGDA REGLER OCH ÄNDRAD VIKT (4)",
		"Avstängd av organisationen. Den är varken godkänd eller underkänd.\n      Skäl: Målen prövas i en verkstad, och inte här.\n      smart/specific",
		"Räknas som upplysning, enligt organisationens inställningar.\n      Skäl: Vi är vana.",
	} {
		if !strings.Contains(text, said) {
			t.Errorf("the text does not say %q", said)
		}
	}
	// Nor in the list of what has passed, where nothing else is to be said.
	clean := write(t, map[string]string{".plankoll.yaml": "rules: {smart/specific: {switchedOff: true, reason: Nej.}}", "plan.json": read(t, sound)})
	title := "✓ Effektmålet säger vad som ändras och för vem"
	if got := in(t, clean, "check", "--no-config", "plan.json").stdout; !strings.Contains(got, title) {
		t.Fatalf("the rule has another title: %s", got)
	}
	if got := in(t, clean, "check", "plan.json").stdout; strings.Contains(got, title) || !strings.Contains(got, "smart/specific") {
		t.Error("the rule that is switched off looks like one that has passed")
	}
}

// The switched-off rule stays silent also where another breaks and each is asked by
// itself.
func TestSwitchedOffBesideABrokenRule(t *testing.T) {
	files := map[string]string{".plankoll.yaml": "rules: {smart/specific: {switchedOff: true, reason: Nej.}}"}
	for name, content := range rule(`finding contains 42 if input.profile`) {
		files["ours/"+name] = content
	}
	files["ours/rules/house/named/rule.yaml"] = ruleYAML
	r := in(t, project(t, files), "check", "--policies", "ours", "--format", "json", "plan.json").report(t)
	if len(r.of("engine/rule-broken")) != 1 || len(r.of("smart/specific")) != 0 {
		t.Errorf("%+v", r.of("engine/rule-broken"))
	}
}

func TestConfigurationsThatAreRefused(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ config, said string }{
		"unknown key":             {"failsOn: error", `.plankoll.yaml:1: "failsOn": Fältet ”failsOn” hör inte hemma här. Menades ”failOn”?`},
		"unknown rule":            {"rules: {smart/spesific: {switchedOff: true, reason: Nej.}}", "Regeln ”smart/spesific” finns inte. Menades ”smart/specific”?"},
		"output by a link":        {"outputs: {json: link/a.json}", "leder till en plats utanför mappen"},
		"output over a link":      {"outputs: {json: secret}", "leder till en plats utanför mappen"},
		"input by a link":         {"inputs: [secret]", "leder till en plats utanför mappen"},
		"policies that are a lie": {"policies: [none]", `"none" finns inte`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := project(t, map[string]string{".plankoll.yaml": c.config})
			for link, target := range map[string]string{"link": filepath.Dir(secret), "secret": secret} {
				if err := os.Symlink(target, filepath.Join(folder, link)); err != nil {
					t.Skip(err)
				}
			}
			args := []string{"check", "plan.json"}
			if strings.HasPrefix(c.config, "inputs") {
				args = args[:1]
			}
			got := in(t, folder, args...)
			refused(t, got, c.said)
			machine := in(t, folder, append(args, "--format", "json")...)
			if r := machine.report(t); machine.code != 2 || r.Verdict != "undecided" || len(r.of("engine/not-made")) != 1 {
				t.Errorf("by machine: exit code %d, %s", machine.code, machine.stdout)
			}
			if read(t, secret) != "secret" {
				t.Error("a file outside was written")
			}
		})
	}
	t.Run("contradiction", func(t *testing.T) {
		refused(t, plankoll(t, "check", "--config", "x", "--no-config", sound), "säger emot varandra")
	})
	t.Run("missing", func(t *testing.T) {
		refused(t, plankoll(t, "check", "--config", "no-such.yaml", sound), `"no-such.yaml" finns inte`)
	})
}

// An empty file says nothing, and is no fault.
func TestEmptyConfiguration(t *testing.T) {
	for _, content := range []string{"", "# nothing yet\n"} {
		if got := in(t, project(t, map[string]string{".plankoll.yaml": content}), "check", "plan.json"); got.code != 1 || got.stderr != "" {
			t.Errorf("%q: exit code %d, %q", content, got.code, got.stderr)
		}
	}
}

func TestConfigurationSchema(t *testing.T) {
	got := plankoll(t, "schema", "config")
	if got.code != 0 || got.stdout != read(t, "../../schemas/config.schema.json") {
		t.Errorf("exit code %d, %.100q", got.code, got.stdout)
	}
}
