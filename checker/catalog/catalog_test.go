package catalog

import (
	"slices"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/internal/form"
	"github.com/plankoll/plankoll/checker/report"
)

// complete is a rule with nothing wrong.
const complete = `
severity: warning
kind: exact
requirements: [R1.1]
reads: [/ongoing/initiatives/*/name]
sv:
  title: Titel
  why: Skäl
  passes: Rätt
  fails: Fel
  messages: {default: {message: "Det är {n}.", action: Rätta.}}
  notEvaluated: {open: "{n} saknas."}
en:
  title: Title
  why: Reason
  passes: Right
  fails: Wrong
  messages: {default: {message: "It is {n}.", action: Mend.}}
  notEvaluated: {open: "{n} is missing."}
`

const requirements = `
requirements:
  R1.10: {kinds: [exact], sv: Tio, en: Ten}
  R1.2: {kinds: [exact], sv: Två, en: Two}
  R1.1: {kinds: [exact], sv: Ett, en: One}
  R0.3: {kinds: [person], sv: Tre, en: Three, unchecked: {sv: Ingen kan., en: Nobody can.}}
`

// load loads rules by their files, with a form of one section.
func load(t *testing.T, files map[string]string, stages ...Source) (*Catalog, error) {
	t.Helper()
	labels, err := form.New([]byte(`{"properties": {"ongoing": {"title": "Pågående", "x-en": "Ongoing", "x-section": "1.4", "type": "object",
		"properties": {"initiatives": {"type": "array", "items": {"type": "object", "properties": {"name": {"title": "Namn", "x-en": "Name", "type": "string"}}}}}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	policies := map[string][]byte{"requirements.yaml": []byte(requirements)}
	for name, content := range files {
		policies[name] = []byte(content)
	}
	return Load(policies, labels, stages...)
}

func TestLoad(t *testing.T) {
	c, err := load(t, map[string]string{
		"rules/b/two/rule.yaml":     complete,
		"rules/a/one/rule.yaml":     complete,
		"rules/a/one/cases.yaml":    "no: rule",
		"rules/rule.yaml":           "no: rule",
		"language/sv/rule.yaml":     "no: rule",
		"rules/a/one/two/rule.yaml": "no: rule",
	}, Source{Stage: report.Engine, Rules: []byte("engine/x:" + strings.ReplaceAll(complete, "\n", "\n  ")), Terms: []byte(`word: {sv: ord, en: word}`)})
	if err != nil {
		t.Fatal(err)
	}
	if ids := c.IDs(); !slices.Equal(ids, []string{"a/one", "b/two", "engine/x"}) {
		t.Errorf("the rules are %q", ids)
	}
	rule := c.Rule("a/one")
	if rule.Stage != report.Policy || rule.Texts[English].Title != "Title" || rule.Texts[Swedish].Messages[Default].Action != "Rätta." {
		t.Errorf("%+v", rule)
	}
	if sections := c.Sections(rule); !slices.Equal(sections, []string{"1.4"}) {
		t.Errorf("it reads the sections %q", sections)
	}
	if c.Rule("engine/x").Stage != report.Engine || c.Rule("a/three") != nil {
		t.Error("another rule than asked for")
	}
	for term, want := range map[string]string{"word": "ord", "title.name": "Namn", "nothing": ""} {
		if got, ok := c.Term(term, Swedish); got != want || ok != (want != "") {
			t.Errorf("%s is %q, %v", term, got, ok)
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	for _, c := range []struct{ name, old, new, said string }{
		{"no severity", "severity: warning", "severity:", `a/one: severity is "", not error, warning or info`},
		{"unknown kind", "kind: exact", "kind: guess", `kind is "guess", not exact, heuristic or manual`},
		{"a guess that is an error", "severity: warning\nkind: exact", "severity: error\nkind: heuristic", "a heuristic may be wrong, so it cannot be an error"},
		{"no requirement", "requirements: [R1.1]", "requirements: []", "names none of the template's rules"},
		{"no number", "requirements: [R1.1]", "requirements: [1.1]", `"1.1" is no number of a template rule`},
		{"a number there is not", "requirements: [R1.1]", "requirements: [R1.3]", "a/one: the template has no rule R1.3"},
		{"nothing read", "reads: [/ongoing/initiatives/*/name]", "", "does not say what it reads"},
		{"no title", "  title: Titel\n", "", "lacks sv.title"},
		{"blank title", "title: Title", `title: " "`, "lacks en.title"},
		{"no reason", "  why: Reason\n", "", "lacks en.why"},
		{"no example", "  passes: Right\n", "", "lacks en.passes"},
		{"no counterexample", "  fails: Fel\n", "", "lacks sv.fails"},
		{"no message", `  messages: {default: {message: "Det är {n}.", action: Rätta.}}` + "\n", "", "lacks sv.messages"},
		{"blank message", `message: "It is {n}.", action: Mend.`, `message: "", action: "Mend {n}."`, "lacks en.messages.default.message"},
		{"blank action", "action: Rätta.", `action: ""`, "lacks sv.messages.default.action"},
		{"blank reason", `open: "{n} is missing."`, `open: ""`, "lacks en.notEvaluated.open"},
		{"a message in one language", `messages: {default: {message: "It is`, `messages: {other: {message: "It is`, "messages.default exists in sv but not in en"},
		{"a reason in one language", `  notEvaluated: {open: "{n} saknas."}` + "\n", "", "notEvaluated.open exists in en but not in sv"},
		{"a value in one language", "It is {n}.", "It is {m}.", "messages.default uses [n] in sv and [m] in en"},
		{"unknown key", "kind: exact", "kinds: exact", `unknown field "kinds"`},
		{"unknown key of a text", "  why: Skäl", "  wy: Skäl", `unknown field "wy"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if strings.Count(complete, c.old) != 1 {
				t.Fatalf("%q does not stand once", c.old)
			}
			_, err := load(t, map[string]string{"rules/a/one/rule.yaml": strings.Replace(complete, c.old, c.new, 1)})
			if err == nil || !strings.Contains(err.Error(), c.said) {
				t.Errorf("got %v, want %q", err, c.said)
			}
		})
	}
	t.Run("two with one id", func(t *testing.T) {
		stage := Source{Stage: report.Engine, Rules: []byte("a/one:" + strings.ReplaceAll(complete, "\n", "\n  "))}
		if _, err := load(t, map[string]string{"rules/a/one/rule.yaml": complete}, stage); err == nil || !strings.Contains(err.Error(), "a/one: two rules with this id") {
			t.Errorf("got %v", err)
		}
	})
}

func TestRequirements(t *testing.T) {
	c, err := load(t, map[string]string{"rules/a/one/rule.yaml": complete})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, r := range c.Requirements() {
		ids = append(ids, r.ID+" in "+r.Section())
	}
	if want := []string{"R0.3 in 0", "R1.1 in 1", "R1.2 in 1", "R1.10 in 1"}; !slices.Equal(ids, want) {
		t.Errorf("the requirements are %q, want %q", ids, want)
	}
	if by := c.CheckedBy("R1.1"); !slices.Equal(by, []string{"a/one"}) {
		t.Errorf("R1.1 is checked by %q", by)
	}
	if by := c.CheckedBy("R1.10"); by != nil {
		t.Errorf("R1.10 is checked by %q", by)
	}
}

// A pattern is touched by all that can change what it stands for.
func TestPatternTouches(t *testing.T) {
	for _, c := range []struct {
		pattern Pattern
		at      report.Pointer
		want    bool
	}{
		{"/costs/*/unit", "/costs/management/unit", true},
		{"/costs/*/unit", "/costs/management", true},
		{"/costs/*/unit", "/costs", true},
		{"/costs/*/unit", "", true},
		{"/costs/*/unit", "/costs/management/unit/below", true},
		{"/costs/*/unit", "/costs/management/rows", false},
		{"/costs/*/unit", "/costs/management/units", false},
		{"/costs/*/unit", "/cost/management/unit", false},
		{"/rows/*/service", "/rows/12/service", true},
		{"/rows/*/service", "/rows/12/name", false},
		{"/a~1b", "/a~1b", true},
		{"/a~1b", "/a/b", false},
		{"", "/anything", true},
	} {
		if got := c.pattern.Touches(c.at); got != c.want {
			t.Errorf("%q touches %q: %v", c.pattern, c.at, got)
		}
	}
	rule := Rule{Reads: []Pattern{"/a", "/b/*"}}
	for at, want := range map[report.Pointer]bool{"/a/x": true, "/b/1": true, "/b": true, "/c": false} {
		if got := rule.ReadsAt(at); got != want {
			t.Errorf("reads at %q: %v", at, got)
		}
	}
}

func TestPlaceholders(t *testing.T) {
	for text, want := range map[string][]string{
		"":                           nil,
		"{b} och {a}, {b}":           {"a", "b"},
		"{} {1} {a b} {åäö} { a} {a": nil,
		"{{a}}":                      {"a"},
		"{firstLine}":                {"firstLine"},
	} {
		if got := Placeholders(text); !slices.Equal(got, want) {
			t.Errorf("%q uses %q, want %q", text, got, want)
		}
	}
}
