package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/cases"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/policies"
)

const policyFolder = "../../policies"

// other is a program of others that runs our rules.
func other(t *testing.T, variable string) string {
	t.Helper()
	name := os.Getenv(variable)
	if name == "" {
		t.Skipf("skipped: set %s to the path of the program to compare with (.ci/run installs it)", variable)
	}
	return name
}

// place is what is compared: which rule finds something, and where.
type place struct{ Rule, Path string }

func sorted(places []place) []place {
	slices.SortFunc(places, func(a, b place) int {
		return strings.Compare(a.Rule+" "+a.Path, b.Rule+" "+b.Path)
	})
	return places
}

// plans are the samples and some wounded plans, as files, with what we find in each.
func plans(t *testing.T) (files []string, found map[string][]place) {
	t.Helper()
	texts := map[string][]byte{"sound": policies.Sound, "real": []byte(read(t, real))}
	for name, wound := range map[string]string{
		"no-index":      `[{"op": "remove", "path": "/costs/management/index"}]`,
		"wrong-total":   `[{"op": "replace", "path": "/costs/management/totals/budget", "value": 1}]`,
		"no-goals":      `[{"op": "remove", "path": "/ongoing/initiatives/0/effectGoals"}]`,
		"wrong-service": `[{"op": "replace", "path": "/costs/management/rows/0/service", "value": "no-such"}]`,
		"later-profile": `[{"op": "replace", "path": "/profile", "value": "goteborg-2025"}]`,
	} {
		plan, _, err := cases.Patch(policies.Sound, []byte(wound))
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = plan
	}
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	found = map[string][]place{}
	for name, text := range texts {
		file := filepath.Join(folder, name+".json")
		if err := os.WriteFile(file, text, 0o644); err != nil {
			t.Fatal(err)
		}
		var places []place
		for _, f := range c.Check(t.Context(), checker.Submission{Bytes: text}, checker.Options{}).Unexplained() {
			if f.Stage != report.Policy {
				t.Fatalf("%s: %s is not of the rules, so others cannot find it", name, f.Rule)
			}
			places = append(places, place{f.Rule, string(f.Place.Pointer)})
		}
		if name != "sound" && len(places) == 0 {
			t.Errorf("nothing is found in %s, so nothing is compared", name)
		}
		files = append(files, file)
		found[file] = sorted(places)
	}
	slices.Sort(files)
	return files, found
}

// bundled is a bundle of the rules, as a file and unpacked.
func bundled(t *testing.T) (file, folder string) {
	t.Helper()
	file, folder = filepath.Join(t.TempDir(), "plankoll.tar.gz"), t.TempDir()
	if got := plankoll(t, "policy", "bundle", "--output", file); got != (outcome{}) {
		t.Fatalf("%+v", got)
	}
	unpacked, err := gzip.NewReader(strings.NewReader(read(t, file)))
	if err != nil {
		t.Fatal(err)
	}
	for archive := tar.NewReader(unpacked); ; {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return file, folder
		}
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(folder, filepath.FromSlash(header.Name))
		text, err := io.ReadAll(archive)
		if err == nil {
			err = os.MkdirAll(filepath.Dir(name), 0o755)
		}
		if err == nil {
			err = os.WriteFile(name, text, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// The real OPA finds what we find, in our folder and in our bundle.
func TestOPAFindsTheSame(t *testing.T) {
	opa := other(t, "PLANKOLL_OPA")
	files, found := plans(t)
	bundle, _ := bundled(t)
	for _, from := range [][]string{{"-d", policyFolder}, {"-b", bundle}} {
		for _, file := range files {
			got := finish(t, exec.Command(opa, append([]string{"eval", "--strict-builtin-errors", "-i", file, "data.plankoll.findings"}, from...)...))
			var result struct {
				Result []struct {
					Expressions []struct {
						Value []struct {
							Rule string
							Path []json.RawMessage
						}
					}
				}
			}
			if err := json.Unmarshal([]byte(got.stdout), &result); err != nil || len(result.Result) != 1 {
				t.Fatalf("%s %s: %v %+v", from[0], file, err, got)
			}
			var places []place
			for _, f := range result.Result[0].Expressions[0].Value {
				var p report.Pointer
				for _, key := range f.Path {
					p = p.Join(strings.Trim(string(key), `"`))
				}
				places = append(places, place{f.Rule, string(p)})
			}
			if !slices.Equal(sorted(places), found[file]) {
				t.Errorf("opa %s finds in %s\n%v\nand we find\n%v", from[0], filepath.Base(file), places, found[file])
			}
		}
	}
}

// told is what conftest says of one file.
type told struct {
	Filename           string
	Failures, Warnings []remark
}

type remark struct {
	Msg      string
	Metadata struct{ Kind, Rule, Path string }
}

func conftest(t *testing.T, program string, args ...string) (results []told, code int) {
	t.Helper()
	args = append([]string{"test", "--namespace", "plankoll.conftest", "--output", "json", "--show-builtin-errors"}, args...)
	got := finish(t, exec.Command(program, args...))
	if err := json.Unmarshal([]byte(got.stdout), &results); err != nil {
		t.Fatalf("%v %+v", err, got)
	}
	return results, got.code
}

// The real conftest finds what we find, through the namespace that we ship.
func TestConftestFindsTheSame(t *testing.T) {
	program := other(t, "PLANKOLL_CONFTEST")
	files, found := plans(t)
	_, unpacked := bundled(t)
	for _, folder := range []string{policyFolder, unpacked} {
		results, code := conftest(t, program, append([]string{"--policy", folder, "--data", folder}, files...)...)
		if code != 1 || len(results) != len(files) {
			t.Fatalf("exit code %d, %d results for %d files", code, len(results), len(files))
		}
		for _, result := range results {
			var places []place
			for _, f := range append(result.Failures, result.Warnings...) {
				if f.Metadata.Kind == "fault" {
					t.Errorf("%s: %s", result.Filename, f.Msg)
				}
				if f.Metadata.Kind == "finding" {
					places = append(places, place{f.Metadata.Rule, f.Metadata.Path})
				}
			}
			if !slices.Equal(sorted(places), found[result.Filename]) {
				t.Errorf("conftest finds in %s\n%v\nand we find\n%v", filepath.Base(result.Filename), places, found[result.Filename])
			}
		}
	}
}

// conftest takes what is undefined for passed, so whatever could keep the rules
// silent is denied on the sound plan too.
func TestConftestIsToldWhatIsMissing(t *testing.T) {
	program := other(t, "PLANKOLL_CONFTEST")
	_, unpacked := bundled(t)
	stranger := filepath.Join(t.TempDir(), "plan.json")
	if err := os.WriteFile(stranger, bytes.Replace(policies.Sound, []byte(`"goteborg-2024"`), []byte(`"goteborg-1999"`), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{
		"no data":            {"--policy", unpacked, sound},
		"no rules":           {"--policy", filepath.Join(unpacked, "plankoll"), "--data", unpacked, sound},
		"an unknown profile": {"--policy", unpacked, "--data", unpacked, stranger},
	} {
		t.Run(name, func(t *testing.T) {
			results, code := conftest(t, program, args...)
			if code != 1 || len(results) != 1 || !slices.ContainsFunc(results[0].Failures, func(f remark) bool { return f.Metadata.Kind == "fault" }) {
				t.Errorf("exit code %d, %+v", code, results)
			}
		})
	}
}
