package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The samples, as seen from this folder.
const (
	sound = "../../testdata/submissions/sound.json"
	real  = "../../testdata/submissions/real.json"
)

// program is the program under test, built once.
var program string

func TestMain(m *testing.M) {
	os.Exit(buildAndRun(m))
}

func buildAndRun(m *testing.M) int {
	folder, err := os.MkdirTemp("", "plankoll")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	program = filepath.Join(folder, "plankoll")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%s%v\n", out, err)
		return 1
	}
	return m.Run()
}

// outcome is what a run of the program left behind.
type outcome struct {
	stdout, stderr string
	code           int
}

// plankoll runs the program with nothing on standard input.
func plankoll(t testing.TB, args ...string) outcome {
	t.Helper()
	return plankollOn(t, "", args...)
}

// plankollOn runs the program with a text on standard input.
func plankollOn(t testing.TB, stdin string, args ...string) outcome {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Stdin = strings.NewReader(stdin)
	return finish(t, cmd)
}

func finish(t testing.TB, cmd *exec.Cmd) outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exited *exec.ExitError
	if err != nil && !errors.As(err, &exited) {
		t.Fatal(err)
	}
	return outcome{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// refused demands that the program said on standard error why it could not do
// what it was asked to, and nothing else.
func refused(t *testing.T, got outcome, said string) {
	t.Helper()
	if got.code != 2 {
		t.Errorf("exit code %d, want 2", got.code)
	}
	if got.stdout != "" {
		t.Errorf("on stdout %.200q", got.stdout)
	}
	if !strings.HasPrefix(got.stderr, "plankoll: ") || !strings.Contains(got.stderr, said) {
		t.Errorf("on stderr %q, which does not say %q", got.stderr, said)
	}
	if strings.Contains(got.stderr, "panic:") || strings.Contains(got.stderr, "goroutine ") {
		t.Errorf("the program broke down:\n%s", got.stderr)
	}
}

// reported is the part of a JSON report that these tests look at.
type reported struct {
	Profile string
	AsOf    string
	Verdict string
	Summary struct{ Errors, Warnings, Infos, NotEvaluated, Manual, Rules, Waived, Known int }
	Input   struct{ Name, Digest string }

	Findings     []finding
	NotEvaluated []json.RawMessage
	Manual       []json.RawMessage
	Weighings    []weighingReported
	Language     string
	Comparison   struct {
		Found, SameRules bool
		New              int
		Gone             []struct {
			Rule   string
			Judged bool
		}
	}
}

type weighingReported struct {
	Rule, By    string
	SwitchedOff bool
	Severity    string
	Reason      string
}

type finding struct {
	Rule, Stage, Severity, Path, Message, Action string
	Line, Column                                 int
	Values                                       map[string]any
	Fingerprint, Status                          string
	Waiver                                       *struct{ Reason, ApprovedBy, LastDay string }
	Replaces                                     []finding
}

// report decodes what `check --format json` wrote.
func (o outcome) report(t *testing.T) reported {
	t.Helper()
	var r reported
	if err := json.Unmarshal([]byte(o.stdout), &r); err != nil {
		t.Fatalf("no JSON report: %v\non stdout %.300q\non stderr %q", err, o.stdout, o.stderr)
	}
	return r
}

// of returns the findings of one rule, also those that the accountant stands for.
func (r reported) of(rule string) []finding {
	var found []finding
	for _, f := range r.Findings {
		for _, one := range append([]finding{f}, f.Replaces...) {
			if one.Rule == rule {
				found = append(found, one)
			}
		}
	}
	return found
}

// read returns a sample.
func read(t testing.TB, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// replaced changes the one place where a text stands.
func replaced(t testing.TB, text, old, new string) string {
	t.Helper()
	if n := strings.Count(text, old); n != 1 {
		t.Fatalf("%q stands %d times", old, n)
	}
	return strings.Replace(text, old, new, 1)
}

// write puts files into a new folder and returns its path.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, content := range files {
		name = filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}
