package main

import (
	"os/exec"
	"strings"
	"testing"
)

// The scripts ask the program itself, so what it answers is what a shell shows.
func TestCompletion(t *testing.T) {
	for asked, want := range map[string][]string{
		"rules smart/":             {"smart/specific\tEffektmålet säger vad som ändras och för vem\n"},
		"explain smart/":           {"smart/specific\t"},
		"rules --lang en smart/s":  {"smart/specific\tThe effect goal says what changes, and for whom\n"},
		"waive plan.json budget/i": {"budget/index\t"},
		"check --format ":          {"text\n", "json\n"},
		"check --output ":          {"text=\n", "json=\n"},
		"check --fail-on ":         {"never\n"},
		"new --year ":              {"2024\n"},
		"schema ":                  {"config\n", "waivers\n", "baseline\n"},
		"completion ":              {"bash\n", "powershell\n"},
		"":                         {"check\tKontrollerar underlag\n", "completion\tSkriver ett skript"},
		"check --bas":              {"--baseline\tfil med det som är känt"},
	} {
		words := strings.Split(asked, " ")
		got := plankoll(t, append([]string{"__complete"}, words...)...)
		for _, line := range want {
			if !strings.Contains(got.stdout, line) {
				t.Errorf("after %q it proposes %q, not %q", asked, got.stdout, line)
			}
		}
	}
}

func TestCompletionScripts(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		got := plankoll(t, "completion", shell)
		if got.code != 0 || !strings.Contains(got.stdout, "__complete") {
			t.Errorf("%s: exit code %d, %.100q", shell, got.code, got.stdout)
		}
		if path, err := exec.LookPath(shell); err == nil && shell != "powershell" {
			check := exec.Command(path, "-n")
			check.Stdin = strings.NewReader(got.stdout)
			if out, err := check.CombinedOutput(); err != nil {
				t.Errorf("%s cannot read it: %v, %s", shell, err, out)
			}
		}
	}
}
