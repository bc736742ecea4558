package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sigs.k8s.io/yaml"
)

type action struct {
	Inputs map[string]struct{ Default string }
	Runs   struct {
		Using string
		Steps []step
	}
}

type step struct {
	Name, Uses, Shell, Run string
	Env                    map[string]string
}

// shell runs a step of the action as a runner does.
func (s step) shell(t *testing.T, folder string, values map[string]string) outcome {
	t.Helper()
	if strings.Contains(s.Run, "${{") {
		t.Errorf("%s puts values into its script, which runs them", s.Name)
	}
	cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", s.Run)
	cmd.Dir, cmd.Env = folder, os.Environ()
	for name, value := range s.Env {
		for placeholder, actual := range values {
			value = strings.ReplaceAll(value, "${{ "+placeholder+" }}", actual)
		}
		if strings.Contains(value, "${{") {
			t.Errorf("%s needs %s, which is not known", s.Name, value)
		}
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	return finish(t, cmd)
}

// The steps of the action are run as they stand.
func TestAction(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("no bash")
	}
	var action action
	if err := yaml.Unmarshal([]byte(read(t, "../../action.yml")), &action); err != nil {
		t.Fatal(err)
	}
	if action.Runs.Using != "composite" || len(action.Runs.Steps) != 3 {
		t.Fatalf("%+v", action)
	}
	source, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	temp := t.TempDir()
	values := map[string]string{
		"github.action_path": source, "runner.temp": temp,
		"inputs.format": "json", "inputs.arguments": "", "inputs.files": "",
	}
	folder := project(t, map[string]string{
		".plankoll.yaml": "inputs: [plan.json]\n", "a plan.json": read(t, sound), "$(touch injected).json": read(t, sound),
	})
	if got := action.Runs.Steps[1].shell(t, folder, values); got.code != 0 {
		t.Fatalf("installing: %s", got.stderr)
	}
	for name, c := range map[string]struct {
		files, arguments string
		code             int
	}{
		"those of the configuration": {"", "", 1},
		"with arguments":             {"", "--fail-on=never\n--lang=en", 0},
		"a name with a blank":        {"a plan.json\n", "", 0},
		"a name that is a command":   {"$(touch injected).json", "", 0},
		"a name that is a flag":      {"--fail-on=never", "", 2},
		"several":                    {"a plan.json\nplan.json", "", 1},
	} {
		values["inputs.files"], values["inputs.arguments"] = c.files, c.arguments
		got := action.Runs.Steps[2].shell(t, folder, values)
		if got.code != c.code || !strings.Contains(got.stdout, `"verdict"`) {
			t.Errorf("%s: exit code %d, not %d; %.200q, %q", name, got.code, c.code, got.stdout, got.stderr)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "injected")); err == nil {
		t.Error("a name was run as a command")
	}
}

// The hook is installed as pre-commit installs it, and runs what it says.
func TestPreCommitHook(t *testing.T) {
	var hooks []struct {
		ID, Name, Entry, Language string
		Types                     []string
		RequireSerial             bool `json:"require_serial"`
	}
	if err := yaml.Unmarshal([]byte(read(t, "../../.pre-commit-hooks.yaml")), &hooks); err != nil {
		t.Fatal(err)
	}
	if len(hooks) != 1 || hooks[0].ID != "plankoll" || hooks[0].Language != "golang" || !slices.Equal(hooks[0].Types, []string{"json"}) {
		t.Fatalf("%+v", hooks)
	}
	words := strings.Fields(hooks[0].Entry)
	if words[0] != filepath.Base(program) {
		t.Fatalf("the hook runs %q, and the program is %q", words[0], program)
	}
	for plan, want := range map[string]int{read(t, sound): 0, read(t, real): 1} {
		if got := in(t, repository(t, plan, nil), append(words[1:], "plan.json")...); got.code != want {
			t.Errorf("exit code %d, not %d", got.code, want)
		}
	}
}
