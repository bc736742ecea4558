package main

import (
	"os"
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
		args             string // separated by spaces
		swedish, english string
	}{
		{"chekc", `Kommandot "chekc" finns inte. Menade du "plankoll check"?`, `no command "chekc". Did you mean "plankoll check"?`},
		{"chekc --format json", `Kommandot "chekc" finns inte`, `no command "chekc"`},
		{"plan.json", `skriv "plankoll check FIL"`, `write "plankoll check FILE"`},
		{"--format json", `Flaggan "--format" finns inte`, `no flag "--format"`},
		{"completion tcsh", `Ange ett skal efter "plankoll completion": bash, zsh, fish, powershell`, `Name a shell after "plankoll completion": bash`},
		{"check --fial-on error " + sound, `Flaggan "--fial-on" finns inte. "plankoll check --help"`, `no flag "--fial-on". "plankoll check --help"`},
		{"check -x " + sound, `Flaggan "-x" finns inte`, `no flag "-x"`},
		{"check --=x " + sound, `"--=x" är inte skrivet som en flagga`, `"--=x" is not written as a flag`},
		{"check " + sound + " --format", "Efter --format ska ett värde stå", "A value is to stand after --format"},
		{"check --format yaml " + sound, `"yaml" går inte att välja. Välj något av csv, github`, `"yaml" cannot be chosen. Choose one of csv, github`},
		{"check --format= " + sound, `--format: "" går inte att välja`, `--format: "" cannot be chosen`},
		{"check --fail-on hint " + sound, "Välj något av error, warning, info, never", "Choose one of error, warning, info, never"},
		{"check --as-of 31/3 " + sound, `"31/3" är inget datum. Skriv det som 2023-03-31`, `"31/3" is not a date. Write it as 2023-03-31`},
		{"check --as-of 2023-02-29 " + sound, `"2023-02-29" är inget datum`, `"2023-02-29" is not a date`},
		{"check --as-of 2023-3-1 " + sound, `"2023-3-1" är inget datum`, `"2023-3-1" is not a date`},
		{"check --timeout snart " + sound, `--timeout ska vara en tid, till exempel 30s eller 2m, men är "snart"`, "--timeout is to be a length of time"},
		{"check --policies no-such-folder " + sound, `"no-such-folder" finns inte`, `"no-such-folder" does not exist`},
		{"check --policies " + sound + " " + sound, "är ingen mapp", "is not a folder"},
		{"check --policies " + empty + " " + sound, "Reglerna kunde inte läsas in", "holds no policies"},
		{"rules smart/mesurable", `Regeln "smart/mesurable" finns inte. De här ligger nära: smart/accepted`, `no rule "smart/mesurable". These are near it: smart/accepted`},
		{"rules measurable", "ligger nära: smart/measurable", "near it: smart/measurable"},
		{"rules smrat/mesurable", `"plankoll rules" listar alla`, `"plankoll rules" lists them all`},
		{"rules smart/measurable smart/specific", "högst 1 namn", "At most 1 name"},
		{"rules --coverage=kanske", "--coverage ska vara true eller false", "--coverage is to be true or false"},
		{"schema plan", `Schemat "plan" finns inte. Välj något av audit, baseline, config, profile, register, report, submission, waivers`, `no schema "plan". Choose one of audit, baseline, config`},
		{"lsp plan.json", `Efter "plankoll lsp" ska inget namn stå`, `No name is to stand after "plankoll lsp"`},
		{"lsp --policies no-such-folder", `"no-such-folder" finns inte`, `"no-such-folder" does not exist`},
		{"version 2", `Efter "plankoll version" ska inget namn stå, men där står "2"`, `No name is to stand after "plankoll version"`},
		{"new --supplier N --year 2024", "--service saknas", "--service is missing"},
		{"new --supplier N --service T --year tjugo", "--year ska vara ett heltal", "--year is to be a whole number"},
		{"new --supplier N --service T --year 2024 --date 31/3", `"31/3" är inget datum`, `"31/3" is not a date`},
	} {
		t.Run(c.args, func(t *testing.T) {
			t.Parallel()
			args := strings.Fields(c.args)
			refused(t, plankollOn(t, read(t, sound), args...), c.swedish)
			refused(t, plankollOn(t, read(t, sound), append([]string{args[0], "--lang", "en"}, args[1:]...)...), c.english)
			refused(t, plankollOn(t, read(t, sound), append([]string{args[0], "--lang=sv"}, args[1:]...)...), c.swedish)
		})
	}
	// A language that is not spoken is refused in Swedish, whatever is asked.
	for _, command := range []string{"check", "rules", "schema", "lsp", "version", "new"} {
		refused(t, plankoll(t, command, "--lang", "no"), `--lang: "no" går inte att välja. Välj något av sv, en`)
	}
}

// What no refusal was written for is told in the same way.
func TestOutputThatCannotBeWritten(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no device that is always full")
	}
	for said, args := range map[string]string{
		"Kommandot kunde inte utföras: write":         "schema",
		"The command could not be carried out: write": "schema --lang en",
		"Rapporten kunde inte skrivas: write":         "check " + sound,
		"The report could not be written: write":      "check --lang en " + sound,
	} {
		refused(t, finish(t, exec.Command("sh", "-c", `"$0" `+args+" >/dev/full", program)), said)
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
