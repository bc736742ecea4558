package catalog

import (
	"slices"
	"strings"
	"testing"
)

// gone is a list of retired rules with nothing wrong.
const gone = `
retired:
  b/old: {since: "2026-01-31", why: {sv: Ersatt., en: Replaced.}, replacedBy: [a/one]}
  a/older: {since: "2025-12-01", why: {sv: Ersatt., en: Replaced.}, replacedBy: [b/old]}
`

func TestRetired(t *testing.T) {
	c, err := load(t, map[string]string{"rules/a/one/rule.yaml": complete, "retired.yaml": gone})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, retired := range c.Retired() {
		ids = append(ids, retired.ID+" "+retired.Since+" "+retired.Why[Swedish]+" "+strings.Join(retired.ReplacedBy, ","))
	}
	if want := []string{"a/older 2025-12-01 Ersatt. b/old", "b/old 2026-01-31 Ersatt. a/one"}; !slices.Equal(ids, want) {
		t.Errorf("the retired rules are %q, want %q", ids, want)
	}
	if c.Rule("b/old") != nil {
		t.Error("a retired rule is a rule")
	}
}

func TestRetiredRefuses(t *testing.T) {
	for _, c := range []struct{ name, old, new, said string }{
		{"an id in use", "b/old:", "a/one:", "a/one: the id belonged to a rule that was retired on 2026-01-31"},
		{"no day", `since: "2026-01-31"`, `since: "2026-02-30"`, `b/old: since is "2026-02-30", not a day`},
		{"no reason", "why: {sv: Ersatt., en: Replaced.}, replacedBy: [a/one]", "why: {sv: Ersatt.}", "b/old lacks why.en"},
		{"a successor that is not", "replacedBy: [a/one]", "replacedBy: [a/two]", "b/old is replaced by a/two, which is no rule"},
		{"no id", "b/old:", "old:", `"old" is no id of a rule`},
		{"unknown key", "since: \"2026-01-31\"", "from: \"2026-01-31\"", `unknown field "from"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if strings.Count(gone, c.old) != 1 {
				t.Fatalf("%q does not stand once", c.old)
			}
			_, err := load(t, map[string]string{"rules/a/one/rule.yaml": complete, "retired.yaml": strings.Replace(gone, c.old, c.new, 1)})
			if err == nil || !strings.Contains(err.Error(), c.said) {
				t.Errorf("got %v, want %q", err, c.said)
			}
		})
	}
}
