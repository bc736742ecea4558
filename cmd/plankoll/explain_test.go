package main

import (
	"regexp"
	"strings"
	"testing"
)

// onOneLine is a text without the breaks that the width makes.
func onOneLine(text string) string {
	return strings.Join(strings.Fields(text), " ")
}

// One finding is told with all that the report says of it, by its fingerprint or its rule.
func TestExplainAFinding(t *testing.T) {
	r := plankoll(t, "check", "--format", "json", "--lang", "en", real).report(t)
	found := r.of("accountant/wrong-figure")[0]
	rule := plankoll(t, "explain", "accountant/wrong-figure", "--lang", "en").stdout
	var said string
	for _, name := range []string{found.Fingerprint, found.Fingerprint[:8]} {
		got := plankoll(t, "explain", real, name, "--lang", "en")
		if got.code != 0 || got.stderr != "" || said != "" && got.stdout != said {
			t.Errorf("%s: exit code %d, %q, %s", name, got.code, got.stderr, got.stdout)
		}
		said = got.stdout
	}
	for _, part := range []string{
		"line 1069 ", found.Message, "→ " + found.Action, "It says there: 50733", "For it: ", "(line 1084, budget/column-sum)",
		"Proposed fix: Change Budget to 50773 (line 1069)", "Fingerprint " + found.Fingerprint, rule, "https://github.com/plankoll/",
	} {
		if !strings.Contains(onOneLine(said), onOneLine(part)) {
			t.Errorf("%q is not in\n%s", part, said)
		}
	}
	for _, other := range r.Findings {
		if other.Fingerprint != found.Fingerprint && strings.Contains(said, other.Fingerprint) {
			t.Errorf("%s is told too", other.Fingerprint)
		}
	}

	all := plankoll(t, "explain", real, "security/when")
	for _, f := range r.of("security/when") {
		if all.code != 0 || strings.Count(all.stdout, f.Fingerprint) != 1 {
			t.Errorf("%s is not told: exit code %d", f.Fingerprint, all.code)
		}
	}
	// What the accountant stands in for can be asked for too, and leads to it.
	index := r.of("budget/index")[0]
	if got := plankoll(t, "explain", real, index.Fingerprint); !strings.Contains(got.stdout, "accountant/wrong-figure "+found.Fingerprint) && !strings.Contains(onOneLine(got.stdout), "(accountant/wrong-figure "+found.Fingerprint+")") {
		t.Errorf("it does not lead to what accounts for it:\n%s", got.stdout)
	}
	if got := plankollOn(t, read(t, real), "explain", "-", found.Fingerprint, "--lang", "en"); got.stdout != said {
		t.Errorf("of standard input is said %+v", got)
	}
}

// What stands in a comment on a merge request is enough to ask.
func TestFingerprintsOfMarkdownCanBeExplained(t *testing.T) {
	shown := regexp.MustCompile(`portfolio/listed</sub> <sub>([0-9a-f]+)</sub>`).FindStringSubmatch(plankoll(t, "check", "--format", "markdown", real).stdout)
	if shown == nil || len(shown[1]) != 8 {
		t.Fatalf("shown is %q", shown)
	}
	if got := plankoll(t, "explain", real, shown[1]); got.code != 0 || !strings.Contains(got.stdout, "Fingeravtryck "+shown[1]) {
		t.Errorf("%+v", got)
	}
}

func TestExplainBySettings(t *testing.T) {
	entry := waivers(t, repository(t, oneFault(t), nil), "2023-12-31", "accountant/wrong-figure")
	folder := repository(t, oneFault(t), map[string]string{
		".plankoll-waivers.yaml": entry,
		".plankoll.yaml":         "lang: en\nrules:\n  budget/recurring-cost: {severity: info, reason: Not yet.}\n",
		"real.json":              read(t, real),
	})
	got := in(t, folder, "explain", "plan.json", "accountant/wrong-figure")
	if got.code != 0 || !strings.Contains(onOneLine(got.stdout), "approved by Anna Ek. Reason: Avtalet räknas upp i mars.") {
		t.Errorf("who has answered for it is not told: %+v", got)
	}
	got = in(t, folder, "explain", "real.json", "budget/recurring-cost")
	if said := onOneLine(got.stdout); !strings.Contains(said, "Note: ") || !strings.Contains(said, "Counts as note, by the organisation's settings. Reason: Not yet.") {
		t.Errorf("why it weighs as it does is not told: %+v", got)
	}
}

func TestExplainRefuses(t *testing.T) {
	for said, args := range map[string][]string{
		"Det finns ingen anmärkning på " + real + ` som heter "ffffffff"`:       {real, "ffffffff"},
		`Det finns ingen anmärkning på ` + sound + ` som heter "portfolio/list`: {sound, "portfolio/listed"},
		`som heter ""`: {real, ""},
		`"6" är början på flera fingeravtryck`: {real, "6"},
		"6ac30e0dac2413c8273d1ca2185de7c1":     {real, "6"},
		`"6" begins several fingerprints`:      {real, "6", "--lang", "en"},
		"There is no finding on " + real:       {real, "none", "--lang", "en"},
		`"none.json" finns inte`:               {"none.json", "6ac30e0d"},
		"Ange också vilken regel":              {real},
		"Ange vad som ska förklaras":           {},
		"får det stå högst 2 namn":             {real, "a", "b"},
		`--as-of: "x" är inget datum`:          {real, "6ac30e0d", "--as-of", "x"},
	} {
		refused(t, plankoll(t, append([]string{"explain"}, args...)...), said)
	}
}
