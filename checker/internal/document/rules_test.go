package document

import (
	"bytes"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/plankoll/plankoll/checker/report"
)

type ruleTexts struct {
	Severity     string   `yaml:"severity"`
	Kind         string   `yaml:"kind"`
	Requirements []string `yaml:"requirements"`
	Sv           wordsOf  `yaml:"sv"`
	En           wordsOf  `yaml:"en"`
}

type wordsOf struct {
	Title    string             `yaml:"title"`
	Why      string             `yaml:"why"`
	Passes   string             `yaml:"passes"`
	Fails    string             `yaml:"fails"`
	Messages map[string]message `yaml:"messages"`
}

type message struct {
	Message string `yaml:"message"`
	Action  string `yaml:"action"`
}

func readRules(t testing.TB) map[string]ruleTexts {
	decoder := yaml.NewDecoder(bytes.NewReader(Rules))
	decoder.KnownFields(true)
	var rules map[string]ruleTexts
	if err := decoder.Decode(&rules); err != nil {
		t.Fatal(err)
	}
	return rules
}

var placeholder = regexp.MustCompile(`\{(\w+)\}`)

// placeholders returns the names a message is to be filled in with, sorted and
// joined.
func (m message) placeholders() string {
	names := map[string]bool{}
	for _, match := range placeholder.FindAllStringSubmatch(m.Message+m.Action, -1) {
		names[match[1]] = true
	}
	return strings.Join(slices.Sorted(maps.Keys(names)), " ")
}

// checkTexts demands that a finding can be told in both languages with exactly
// the values it has.
func checkTexts(t testing.TB, rules map[string]ruleTexts, f report.Finding) {
	t.Helper()
	variant := f.Variant
	if variant == "" {
		variant = "default"
	}
	values := strings.Join(slices.Sorted(maps.Keys(f.Values)), " ")
	for language, words := range map[string]wordsOf{"sv": rules[f.Rule].Sv, "en": rules[f.Rule].En} {
		text, ok := words.Messages[variant]
		if !ok {
			t.Errorf("%s %s: no message in %s", f.Rule, variant, language)
		} else if text.placeholders() != values {
			t.Errorf("%s %s: the message in %s has {%s}, the finding {%s}", f.Rule, variant, language, text.placeholders(), values)
		}
	}
	for name, value := range f.Values {
		switch value.(type) {
		case string, int, json.Number:
		default:
			t.Errorf("%s %s: %s is a %T", f.Rule, variant, name, value)
		}
	}
}

func TestEveryFindingHasItsTexts(t *testing.T) {
	rules := readRules(t)
	used := map[string]bool{}
	note := func(file string, limits Limits) {
		_, findings := Read([]byte(file), limits)
		for _, f := range findings {
			checkTexts(t, rules, f)
			variant := f.Variant
			if variant == "" {
				variant = "default"
			}
			used[f.Rule+" "+variant] = true
		}
	}
	for _, c := range faults {
		if c.limits == (Limits{}) {
			c.limits = DefaultLimits
		}
		note(c.file, c.limits)
	}
	note(`{"":0`+strings.Repeat(`,"":0`, maxRepeated+2)+`}`, DefaultLimits)

	for id, rule := range rules {
		for variant := range rule.Sv.Messages {
			if !used[id+" "+variant] {
				t.Errorf("%s %s: no test has this finding", id, variant)
			}
		}
	}
}

func TestRulesAreComplete(t *testing.T) {
	for id, rule := range readRules(t) {
		want := "error"
		if id == ruleByteOrderMark {
			want = "info"
		}
		if rule.Severity != want || rule.Kind != "exact" || rule.Requirements == nil {
			t.Errorf("%s: severity %s, kind %s, requirements %v", id, rule.Severity, rule.Kind, rule.Requirements)
		}
		for language, words := range map[string]wordsOf{"sv": rule.Sv, "en": rule.En} {
			if words.Title == "" || words.Why == "" || words.Passes == "" || words.Fails == "" {
				t.Errorf("%s: a text is missing in %s", id, language)
			}
			for variant, text := range words.Messages {
				if text.Message == "" || text.Action == "" {
					t.Errorf("%s %s: a text is missing in %s", id, variant, language)
				}
			}
		}
		sv, en := slices.Sorted(maps.Keys(rule.Sv.Messages)), slices.Sorted(maps.Keys(rule.En.Messages))
		if !slices.Equal(sv, en) {
			t.Errorf("%s: messages in Swedish %v, in English %v", id, sv, en)
		}
	}
}
