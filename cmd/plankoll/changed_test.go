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

func checked(t testing.TB, got outcome) []string {
	t.Helper()
	var reports []struct{ Input struct{ Name string } }
	if err := json.Unmarshal([]byte(got.stdout), &reports); err != nil {
		t.Fatalf("%v in %.200q, %q", err, got.stdout, got.stderr)
	}
	names := []string{}
	for _, r := range reports {
		names = append(names, filepath.Base(r.Input.Name))
	}
	return names
}

func TestChangedFrom(t *testing.T) {
	for name, c := range map[string]struct {
		change func(t *testing.T, folder string)
		want   []string
		said   string
	}{
		"nothing": {func(*testing.T, string) {}, []string{}, "Inget av underlagen har ändrats sedan HEAD. Därför har inget kontrollerats."},
		"one, not yet added": {func(t *testing.T, folder string) { put(t, folder, "plans/å b.json", "[]") },
			[]string{"å b.json"}, ""},
		"a new one": {func(t *testing.T, folder string) { put(t, folder, "plans/e\n.json", "[]") },
			[]string{"e\n.json"}, ""},
		"one that git ignores": {func(t *testing.T, folder string) {
			put(t, folder, ".git/info/exclude", "*.json")
			put(t, folder, "plans/f.json", "[]")
		}, []string{"f.json"}, ""},
		"one that git was told not to look at": {func(t *testing.T, folder string) {
			git(t, folder, "update-index", "--assume-unchanged", "plans/c.json")
			put(t, folder, "plans/c.json", "[]")
		}, []string{"c.json"}, ""},
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
			[]string{"c.json", "d.json", "å b.json"}, "Därför kontrolleras alla underlag"},
		"no configuration any more": {func(t *testing.T, folder string) {
			if err := os.Remove(filepath.Join(folder, ".plankoll.yaml")); err != nil {
				t.Fatal(err)
			}
		}, []string{"c.json", "d.json", "å b.json"}, "Därför kontrolleras alla underlag"},
		"new waivers": {func(t *testing.T, folder string) { put(t, folder, ".plankoll-waivers.yaml", "[]\n") },
			[]string{"c.json", "d.json", "å b.json"}, "Därför kontrolleras alla underlag"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := committed(t)
			c.change(t, folder)
			got := in(t, folder, "check", "--format", "json", "--changed-from", "HEAD", "plans")
			if names := checked(t, got); !slices.Equal(names, c.want) {
				t.Errorf("checked are %q, not %q; %q", names, c.want, got.stderr)
			}
			if !strings.Contains(got.stderr, c.said) || c.said == "" && got.stderr != "" {
				t.Errorf("it says %q, not %q", got.stderr, c.said)
			}
			if len(c.want) == 0 && got.code != 0 {
				t.Errorf("nothing is to be checked, and the exit code is %d", got.code)
			}
		})
	}
	t.Run("files and folders below", func(t *testing.T) {
		folder := committed(t)
		put(t, folder, "plans/d.json", "[]")
		got := in(t, filepath.Join(folder, "plans"), "check", "--format", "json", "--changed-from", "main", "c.json", "d.json")
		if names := checked(t, got); !slices.Equal(names, []string{"d.json"}) {
			t.Errorf("checked are %q; %q", names, got.stderr)
		}
	})
	t.Run("a file that never was", func(t *testing.T) {
		got := in(t, committed(t), "check", "--format", "json", "--changed-from", "HEAD", "plans/z.json")
		if names := checked(t, got); got.code != 2 || len(names) != 1 {
			t.Errorf("exit code %d, %q", got.code, names)
		}
	})
}

func TestChangedFromThatCannotBeTold(t *testing.T) {
	folder := committed(t)
	for _, revision := range []string{"--output=x", "-h"} {
		refused(t, in(t, folder, "check", "--changed-from="+revision, "plans"), "är inget namn på en version")
	}
	if _, err := os.Stat(filepath.Join(folder, "x")); err == nil {
		t.Error("git wrote a file")
	}
	refused(t, in(t, folder, "check", "--changed-from", "no-such", "plans"), "git kan inte säga vad som har ändrats")
	refused(t, in(t, folder, "check", "--changed-from", "HEAD:plans", "plans"), "git kan inte säga vad som har ändrats")
	refused(t, in(t, folder, "check", "--changed-from", "HEAD", "-"), "inte på standard in")
	loose := write(t, map[string]string{"plan.json": "{}"})
	refused(t, in(t, loose, "check", "--changed-from", "HEAD", "plan.json"), "git kan inte säga vad som har ändrats")
	without := exec.Command(program, "check", "--changed-from", "HEAD", "plans")
	without.Dir, without.Env = folder, []string{"PATH=" + t.TempDir()}
	refused(t, finish(t, without), "behöver programmet git")
}
