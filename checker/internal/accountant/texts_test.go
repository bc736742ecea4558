package accountant

import (
	"regexp"
	"slices"
	"testing"

	"sigs.k8s.io/yaml"
)

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// Every cause can be told in both languages, with the same values.
func TestEveryCauseHasItsWords(t *testing.T) {
	var terms map[string]struct {
		Swedish string `json:"sv"`
		English string `json:"en"`
	}
	if err := yaml.UnmarshalStrict(Terms, &terms); err != nil {
		t.Fatal(err)
	}
	for _, kind := range causeKinds {
		if _, ok := terms["cause."+string(kind)]; !ok {
			t.Errorf("there are no words for the cause %q", kind)
		}
	}
	for name, term := range terms {
		swedish, english := placeholder.FindAllString(term.Swedish, -1), placeholder.FindAllString(term.English, -1)
		slices.Sort(swedish)
		slices.Sort(english)
		if term.Swedish == "" || term.English == "" || !slices.Equal(swedish, english) {
			t.Errorf("%s: %q and %q do not say the same", name, term.Swedish, term.English)
		}
	}
}
