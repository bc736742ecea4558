package main

import (
	"os/exec"
	"strings"
	"testing"
)

// Submissions whose worst finding is known, made of the sound sample.
func submissions(t testing.TB) map[string]string {
	plan := read(t, sound)
	return map[string]string{
		"nothing": plan,
		"info":    "\uFEFF" + plan,
		// A step that is said to have been taken after the day of submission.
		"warning":   replaced(t, plan, `"date": "2023-03-14"`+architecture, `"date": "2023-04-14"`+architecture),
		"error":     read(t, real),
		"undecided": replaced(t, plan, `"profile": "goteborg-2024"`, `"profile": "goteborg-1999"`),
		"unread":    plan + "}",
	}
}

// What stands behind the date of the architecture assessment in the sound sample.
const architecture = `
          },
          "infrastructureImpact": {
            "answer": "yes",
            "comment": "Inloggning`

func TestExitCode(t *testing.T) {
	plans := submissions(t)
	for _, c := range []struct {
		worst                       string
		error, warning, info, never int
		verdict                     string
	}{
		{"nothing", 0, 0, 0, 0, "accepted"},
		{"info", 0, 0, 1, 0, "accepted"},
		{"warning", 0, 1, 1, 0, "accepted-with-remarks"},
		{"error", 1, 1, 1, 0, "rejected"},
		{"undecided", 2, 2, 2, 2, "undecided"},
		{"unread", 2, 2, 2, 2, "undecided"},
	} {
		for level, want := range map[string]int{"error": c.error, "warning": c.warning, "info": c.info, "never": c.never} {
			t.Run(c.worst+" "+level, func(t *testing.T) {
				t.Parallel()
				got := plankollOn(t, plans[c.worst], "check", "--format", "json", "--fail-on", level)
				if got.code != want || got.stderr != "" {
					t.Errorf("exit code %d, want %d; on stderr %q", got.code, want, got.stderr)
				}
				if verdict := got.report(t).Verdict; verdict != c.verdict {
					t.Errorf("verdict %s, want %s", verdict, c.verdict)
				}
			})
		}
		t.Run(c.worst+" unless told", func(t *testing.T) {
			if got := plankollOn(t, plans[c.worst], "check"); got.code != c.error || got.stdout == "" {
				t.Errorf("exit code %d, want %d", got.code, c.error)
			}
		})
	}
}

func TestSamples(t *testing.T) {
	for name, want := range map[string]int{sound: 0, real: 1} {
		got := plankoll(t, "check", "--format", "json", name)
		report := got.report(t)
		if got.code != want {
			t.Errorf("%s: exit code %d, want %d", name, got.code, want)
		}
		if none := len(report.Findings) == 0; none != (want == 0) {
			t.Errorf("%s: %d findings", name, len(report.Findings))
		}
		if report.Summary.Rules == 0 || report.Input.Name != name {
			t.Errorf("%s: %+v", name, report)
		}
	}
}

func TestUsage(t *testing.T) {
	empty := write(t, map[string]string{"a folder/readme.txt": ""})
	for _, c := range []struct {
		args string // separated by spaces
		said string
	}{
		{"chekc", `unknown command "chekc"`},
		{"check --fial-on error " + sound, "unknown flag: --fial-on"},
		{"check -x " + sound, "unknown shorthand flag"},
		{"check --format yaml " + sound, `unknown format "yaml"; the formats are json, text`},
		{"check --format= " + sound, `unknown format ""`},
		{"check --lang no " + sound, `"no" is not sv or en`},
		{"check --fail-on hint " + sound, `"hint" is not error, warning, info or never`},
		{"check --as-of 31/3 " + sound, `"31/3" is not a date`},
		{"check --as-of 2023-02-29 " + sound, `"2023-02-29" is not a date`},
		{"check --as-of 2023-3-1 " + sound, `"2023-3-1" is not a date`},
		{"check " + sound + " " + real, "accepts at most 1 arg(s), received 2"},
		{"check --policies no-such-folder " + sound, "no-such-folder"},
		{"check --policies " + sound + " " + sound, "is not a folder"},
		{"check --policies " + empty + " " + sound, "holds no policies"},
		{"rules smart/mesurable", `there is no rule "smart/mesurable"; near it are smart/accepted`},
		{"rules measurable", "near it are smart/measurable"},
		{"rules smrat/mesurable", "plankoll rules lists them all"},
		{"rules smart/measurable smart/specific", "accepts at most 1 arg(s)"},
		{"rules --lang de", `"de" is not sv or en`},
		{"schema plan", `there is no schema "plan"; there are profile, report, submission`},
		{"version 2", "unknown command"},
		{"new", `required flag(s) "service", "supplier", "year" not set`},
		{"new --supplier N --service T --year tjugo", "invalid argument"},
		{"new --supplier N --service T --year 2024 --date 31/3", `"31/3" is not a date`},
	} {
		t.Run(c.args, func(t *testing.T) {
			t.Parallel()
			refused(t, plankollOn(t, read(t, sound), strings.Fields(c.args)...), c.said)
		})
	}
}

// A script that loses its file name must not look like a check that passed.
func TestNothingToCheck(t *testing.T) {
	for name, args := range map[string][]string{"no file": {"check"}, "standard input": {"check", "-"}} {
		t.Run(name, func(t *testing.T) {
			for stdin, cmd := range map[string]*exec.Cmd{
				"empty":  exec.Command(program, append(args, "--format", "json")...),
				"closed": exec.Command("sh", "-c", `exec "$@" <&-`, "sh", program, args[0], "--format", "json"),
			} {
				got := finish(t, cmd)
				if report := got.report(t); got.code != 2 || len(report.of("reader/empty")) != 1 || len(report.Findings) != 1 {
					t.Errorf("%s: exit code %d, %+v", stdin, got.code, report.Findings)
				}
			}
		})
	}
	t.Run("no command", func(t *testing.T) {
		if got := plankoll(t); got.code != 2 || !strings.Contains(got.stdout, "check") {
			t.Errorf("exit code %d, on stdout %q", got.code, got.stdout)
		}
	})
}

func TestStandardInput(t *testing.T) {
	named := plankoll(t, "check", "--format", "json", real).report(t)
	for _, args := range [][]string{{"check", "--format", "json"}, {"check", "--format", "json", "-"}} {
		piped := plankollOn(t, read(t, real), args...).report(t)
		if piped.Input.Name != "stdin" || piped.Input.Digest != named.Input.Digest || len(piped.Findings) != len(named.Findings) {
			t.Errorf("%v: %+v", args, piped.Input)
		}
	}
}
