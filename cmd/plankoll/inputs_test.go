package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/format"
)

// folder makes a folder with the sound plan under each name.
func folder(t *testing.T, names ...string) string {
	t.Helper()
	plan, err := os.ReadFile(sound)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, name := range names {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, plan, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// names are the submissions of a JSON report, relative to a folder.
func names(t *testing.T, dir, text string) []string {
	t.Helper()
	var reports []struct {
		Input struct{ Name string }
	}
	if err := json.Unmarshal([]byte(text), &reports); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	var found []string
	for _, r := range reports {
		found = append(found, strings.TrimPrefix(filepath.ToSlash(r.Input.Name), filepath.ToSlash(dir)+"/"))
	}
	return found
}

func TestWhatIsChecked(t *testing.T) {
	dir := folder(t, "b.json", "a.json", "sub/c.JSON", ".git/d.json", ".hidden.json", "notes.txt")
	for name, c := range map[string]struct {
		args []string
		want []string
	}{
		"a folder, in the order of names":    {[]string{"."}, []string{"a.json", "b.json", "sub/c.JSON"}},
		"files, in the order they are named": {[]string{"b.json", "a.json"}, []string{"b.json", "a.json"}},
		"none twice":                         {[]string{"b.json", ".", "b.json"}, []string{"b.json", "a.json", "sub/c.JSON"}},
		"a pattern":                          {[]string{"?.json"}, []string{"a.json", "b.json"}},
		"what one pattern finds is a list":   {[]string{"a*.json"}, []string{"a.json"}},
		"one that is missing":                {[]string{"a.json", "x.json"}, []string{"a.json", "x.json"}},
	} {
		t.Run(name, func(t *testing.T) {
			args := []string{"check", "--format", "json"}
			for _, arg := range c.args {
				args = append(args, filepath.Join(dir, arg))
			}
			got := plankoll(t, args...)
			if found := names(t, dir, got.stdout); !slices.Equal(found, c.want) {
				t.Errorf("got %q, want %q", found, c.want)
			}
			want := 0
			if slices.Contains(c.want, "x.json") {
				want = 2
			}
			if got.code != want {
				t.Errorf("exit code %d, want %d", got.code, want)
			}
		})
	}
}

// Nothing to check is not a check that passed, in whatever format.
func TestFoldersWithNothingToCheck(t *testing.T) {
	dir := folder(t, "notes.txt")
	for _, arg := range []string{dir, filepath.Join(dir, "*.json")} {
		got := plankoll(t, "check", "--format", "json", arg)
		report := got.report(t)
		if got.code != 2 || report.Verdict != "undecided" || len(report.of("engine/not-made")) != 1 {
			t.Errorf("%s: exit code %d, %s", arg, got.code, got.stdout)
		}
		if !strings.Contains(got.stderr, "innehåller inga underlag") {
			t.Errorf("%s: it says %q", arg, got.stderr)
		}
		if text := plankoll(t, "check", arg); text.stdout != "" || text.code != 2 {
			t.Errorf("%s: a person is told twice: %q", arg, text.stdout)
		}
	}
}

// Whatever reads a report by machine is told in it why there was no check.
func TestErrorsSpeakInEveryFormat(t *testing.T) {
	empty := t.TempDir()
	for _, name := range format.Names() {
		if name == "text" {
			continue // a person is told on standard error
		}
		for _, arg := range []string{"no-such-file.json", empty} {
			got := plankoll(t, "check", "--lang", "en", "--format", name, arg)
			said := strings.Contains(got.stdout, "does not exist") || strings.Contains(got.stdout, "holds no submissions")
			if got.code != 2 || !said {
				t.Errorf("%s of %s: exit code %d, %q", name, arg, got.code, got.stdout)
			}
		}
	}
}

func TestVerdictsOfSeveral(t *testing.T) {
	got := plankoll(t, "check", sound, real)
	if got.code != 1 || !strings.Contains(got.stdout, "\nGODKÄNT "+sound+"\nINTE GODKÄNT "+real+"\n") {
		t.Errorf("exit code %d, and at the end %q", got.code, got.stdout[max(0, len(got.stdout)-200):])
	}
}

func TestOutputFiles(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "report.json")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	got := plankoll(t, "check", "--output", "json="+file, "--output", "text="+filepath.Join(dir, "report.txt"), sound)
	if got.code != 0 || !strings.HasPrefix(got.stdout, sound) {
		t.Errorf("exit code %d, %q, %q", got.code, got.stdout, got.stderr)
	}
	if want := plankoll(t, "check", "--format", "json", sound).stdout; read(t, file) != want {
		t.Error("the file is not what is written to standard output")
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file that was replaced was private: %v, %v", info.Mode(), err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("something is left behind: %v, %v", entries, err)
	}
}

// A file that cannot be written is told, and leaves nothing half done.
func TestOutputFileThatCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	for flag, said := range map[string]string{
		"json=" + filepath.Join(dir, "none", "report.json"): "Rapporten kunde inte skrivas",
		"json=" + dir:          "Rapporten kunde inte skrivas",
		"json":                 "FORMAT=FIL",
		"json=":                "FORMAT=FIL",
		"jsn=" + dir + "/a.js": "--output",
	} {
		got := plankoll(t, "check", "--output", flag, sound)
		if got.code != 2 || !strings.Contains(got.stderr, said) {
			t.Errorf("%s: exit code %d, %q", flag, got.code, got.stderr)
		}
	}
	twice := "json=" + filepath.Join(dir, "a")
	if got := plankoll(t, "check", "--output", twice, "--output", twice, sound); got.code != 2 || !strings.Contains(got.stderr, "två gånger") {
		t.Errorf("exit code %d, %q", got.code, got.stderr)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 0 {
		t.Errorf("something is left behind: %v", entries)
	}
}
