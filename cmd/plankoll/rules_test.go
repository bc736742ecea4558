package main

import (
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
)

func TestRules(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range catalog.Languages {
		list := plankoll(t, "rules", "--lang", string(language))
		if list.code != 0 || list.stderr != "" {
			t.Errorf("%s: exit code %d, on stderr %q", language, list.code, list.stderr)
		}
		for _, id := range c.Catalog().IDs() {
			if n := strings.Count(list.stdout, "\n  "+id+"\n"); n != 1 {
				t.Errorf("%s: %s stands %d times in the list", language, id, n)
			}
			rule := c.Catalog().Rule(id)
			if !strings.Contains(unwrapped(list.stdout), unwrapped(rule.Texts[language].Title)) {
				t.Errorf("%s: the title of %s is not in the list", language, id)
			}
		}
	}
	for i, id := range c.Catalog().IDs() {
		language := catalog.Languages[i%len(catalog.Languages)] // one is enough for each
		t.Run(string(language)+" "+id, func(t *testing.T) {
			t.Parallel()
			explains(t, c.Catalog().Rule(id), language)
		})
	}
}

// explains demands that a rule is told in full.
func explains(t *testing.T, rule *catalog.Rule, language catalog.Language) {
	got := plankoll(t, "rules", "--lang", string(language), rule.ID)
	if got.code != 0 || got.stderr != "" {
		t.Errorf("exit code %d, on stderr %q", got.code, got.stderr)
	}
	text := rule.Texts[language]
	for _, part := range append([]string{rule.ID, text.Title, text.Why, text.Passes, text.Fails}, rule.Requirements...) {
		if !strings.Contains(unwrapped(got.stdout), unwrapped(part)) {
			t.Errorf("%q is not in\n%s", part, got.stdout)
		}
	}
}

// unwrapped is a text as one line, as it was before it was broken.
func unwrapped(text string) string { return strings.Join(strings.Fields(text), " ") }

func TestSchema(t *testing.T) {
	for _, name := range []string{"submission", "report", "profile"} {
		want := read(t, "../../schemas/"+name+".schema.json")
		if got := plankoll(t, "schema", name); got != (outcome{stdout: want}) {
			t.Errorf("%s: exit code %d, on stderr %q", name, got.code, got.stderr)
		}
	}
	if got := plankoll(t, "schema"); got.stdout != read(t, submissionSchema) {
		t.Error("without a name it is not the schema of submissions")
	}
}

// Two reports can be compared only if they were made by the same program and rules.
func TestVersion(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	want := "plankoll " + checker.Version + "\nrules " + c.RulesDigest() + "\n"
	if got := plankoll(t, "version"); got != (outcome{stdout: want}) {
		t.Errorf("%+v, want %q", got, want)
	}
}

// A requirement of the template is explained by its number, under either name.
func TestRequirement(t *testing.T) {
	for _, command := range []string{"rules", "explain"} {
		got := plankoll(t, command, "R3.1.3")
		if got.code != 0 || !strings.HasPrefix(got.stdout, "  R3.1.3 ") || !strings.Contains(got.stdout, "budget/") {
			t.Errorf("%s: exit code %d, %q, %q", command, got.code, got.stdout, got.stderr)
		}
	}
	if got := plankoll(t, "explain", "smart/specific"); got.stdout != plankoll(t, "rules", "smart/specific").stdout {
		t.Error("a rule is explained in two ways")
	}
	refused(t, plankoll(t, "explain", "R99.1"), `Regeln "R99.1" finns inte`)
}
