package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/catalog"
)

// git runs git in a folder, as nobody in particular.
func git(t testing.TB, folder string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=n", "-c", "user.email=e", "-c", "init.defaultBranch=main"}, args...)...)
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func put(t testing.TB, folder, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// committed is a repository with three small plans that have been committed.
func committed(t testing.TB) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	folder := write(t, map[string]string{"plans/å b.json": "{}", "plans/c.json": "{}", "plans/d.json": "{}", ".plankoll.yaml": "lang: sv\n"})
	git(t, folder, "init", "-q")
	git(t, folder, "add", "-A")
	git(t, folder, "commit", "-q", "-m", "plans")
	return folder
}

// changed are the names of the submissions in a folder that differ from a revision,
// and what is said beside them.
func changed(t *testing.T, folder, revision string, decides []string, args ...string) (names []string, said string, err error) {
	t.Helper()
	t.Chdir(folder)
	var out strings.Builder
	cmd := rootCommand()
	cmd.SetErr(&out)
	cmd.SetContext(t.Context())
	if err := cmd.ParseFlags(nil); err != nil {
		t.Fatal(err)
	}
	found, err := inputsChanged(cmd, revision, args, decides)
	names = []string{}
	for _, name := range found.names {
		names = append(names, filepath.ToSlash(name))
	}
	if err == nil && !found.many {
		t.Error("what was asked for is not told as a list")
	}
	return names, out.String(), err
}

func TestChangedFrom(t *testing.T) {
	for name, c := range map[string]struct {
		change func(t *testing.T, folder string)
		want   []string
		said   string
	}{
		"nothing": {func(*testing.T, string) {}, []string{}, "Inget av underlagen har ändrats sedan HEAD. Därför har inget kontrollerats."},
		"one, not yet added": {func(t *testing.T, folder string) { put(t, folder, "plans/å b.json", "[]") },
			[]string{"plans/å b.json"}, ""},
		"a new one": {func(t *testing.T, folder string) { put(t, folder, "plans/e\n.json", "[]") },
			[]string{"plans/e\n.json"}, ""},
		"one that git ignores": {func(t *testing.T, folder string) {
			put(t, folder, ".git/info/exclude", "*.json")
			put(t, folder, "plans/f.json", "[]")
		}, []string{"plans/f.json"}, ""},
		"one that git was told not to look at": {func(t *testing.T, folder string) {
			git(t, folder, "update-index", "--assume-unchanged", "plans/c.json")
			put(t, folder, "plans/c.json", "[]")
		}, []string{"plans/c.json"}, ""},
		"back as it was": {func(t *testing.T, folder string) {
			put(t, folder, "plans/c.json", "[]")
			git(t, folder, "commit", "-qam", "changed")
			git(t, folder, "tag", "-f", "changed")
			git(t, folder, "update-ref", "refs/heads/main", "HEAD~")
			put(t, folder, "plans/c.json", "{}")
		}, []string{}, "har inget kontrollerats"},
		"deleted": {func(t *testing.T, folder string) {
			if err := os.Remove(filepath.Join(folder, "plans/c.json")); err != nil {
				t.Fatal(err)
			}
		}, []string{}, `c.json" fanns i HEAD men finns inte längre`},
		"the configuration": {func(t *testing.T, folder string) { put(t, folder, ".plankoll.yaml", "lang: sv\nfailOn: never\n") },
			[]string{"plans/c.json", "plans/d.json", "plans/å b.json"}, "Därför kontrolleras alla underlag"},
		"no configuration any more": {func(t *testing.T, folder string) {
			if err := os.Remove(filepath.Join(folder, ".plankoll.yaml")); err != nil {
				t.Fatal(err)
			}
		}, []string{"plans/c.json", "plans/d.json", "plans/å b.json"}, "Därför kontrolleras alla underlag"},
		"new waivers": {func(t *testing.T, folder string) { put(t, folder, ".plankoll-waivers.yaml", "[]\n") },
			[]string{"plans/c.json", "plans/d.json", "plans/å b.json"}, "Därför kontrolleras alla underlag"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := committed(t)
			c.change(t, folder)
			names, said, err := changed(t, folder, "HEAD", decides(t, folder), "plans")
			if err != nil || !slices.Equal(names, c.want) {
				t.Errorf("checked are %q, not %q; %v", names, c.want, err)
			}
			if !strings.Contains(said, c.said) || c.said == "" && said != "" {
				t.Errorf("it says %q, not %q", said, c.said)
			}
		})
	}
	t.Run("files and folders below", func(t *testing.T) {
		folder := committed(t)
		put(t, folder, "plans/d.json", "[]")
		names, said, err := changed(t, filepath.Join(folder, "plans"), "main", nil, "c.json", "d.json", "../plans/?.json")
		if err != nil || !slices.Equal(names, []string{"d.json", "../plans/d.json"}) {
			t.Errorf("checked are %q; %q, %v", names, said, err)
		}
	})
	t.Run("a file that never was", func(t *testing.T) {
		names, _, err := changed(t, committed(t), "HEAD", nil, "plans/z.json")
		if err != nil || len(names) != 1 {
			t.Errorf("checked are %q, %v", names, err)
		}
	})
}

// decides are the files that a check would read beside the plans.
func decides(t *testing.T, folder string) []string {
	t.Helper()
	var files []string
	for _, name := range []string{".plankoll.yaml", ".plankoll-waivers.yaml"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err == nil {
			files = append(files, name)
		}
	}
	return files
}

func TestChangedFromThatCannotBeTold(t *testing.T) {
	folder := committed(t)
	for name, c := range map[string]struct{ revision, arg, said string }{
		"a flag":           {"--output=x", "plans", "är inget namn på en version"},
		"another flag":     {"-h", "plans", "är inget namn på en version"},
		"nothing":          {"", "plans", "är inget namn på en version"},
		"no revision":      {"no-such", "plans", "git kan inte säga vad som har ändrats"},
		"a folder":         {"HEAD:plans", "plans", "git kan inte säga vad som har ändrats"},
		"standard input":   {"HEAD", "-", "inte på standard in"},
		"an empty pattern": {"HEAD", "plans/*.yaml", "innehåller inga underlag"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := changed(t, folder, c.revision, nil, c.arg)
			if err == nil || !strings.Contains(explain(err, catalog.Swedish), c.said) {
				t.Errorf("%v", err)
			}
		})
	}
	if _, err := os.Stat(filepath.Join(folder, "x")); err == nil {
		t.Error("git wrote a file")
	}
	t.Run("no repository", func(t *testing.T) {
		if _, _, err := changed(t, t.TempDir(), "HEAD", nil, "."); err == nil {
			t.Error("it is told what has changed")
		}
	})
	t.Run("no git", func(t *testing.T) {
		t.Setenv("PATH", t.TempDir())
		if _, _, err := changed(t, folder, "HEAD", nil, "plans"); err == nil || !strings.Contains(explain(err, catalog.Swedish), "behöver programmet git") {
			t.Errorf("%v", err)
		}
	})
}

// Nothing to check is told plainly, and is no failure; what cannot be told is one.
func TestExitCodeOfChangedFrom(t *testing.T) {
	folder := committed(t)
	got := in(t, folder, "check", "--format", "json", "--changed-from", "HEAD", "plans")
	if got.code != 0 || strings.TrimSpace(got.stdout) != "[]" || !strings.Contains(got.stderr, "Därför har inget kontrollerats") {
		t.Errorf("exit code %d, %q, %q", got.code, got.stdout, got.stderr)
	}
	if text := in(t, folder, "check", "--changed-from", "HEAD", "plans"); text.code != 0 || text.stdout != "" || text.stderr != got.stderr {
		t.Errorf("exit code %d, %q, %q", text.code, text.stdout, text.stderr)
	}
	put(t, folder, "plans/c.json", "[]")
	if got := in(t, folder, "check", "--changed-from", "HEAD", "plans"); got.code != 2 || !strings.Contains(got.stdout, "c.json") {
		t.Errorf("exit code %d, %q, %q", got.code, got.stdout, got.stderr)
	}
	refused(t, in(t, folder, "check", "--changed-from", "no-such", "plans"), "git kan inte säga")
}
