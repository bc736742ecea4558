package format_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

// A rule that is switched off is told with its reason in every format that people
// read, and a reason is only a text there.
func TestWeighingsAreToldAndInert(t *testing.T) {
	r := *load(t).NotMade("", "")
	for _, attack := range append(attacks, "Vi prövar det i en verkstad") {
		r.Weighings = []report.Weighing{{Rule: "smart/specific", By: report.ByOrganisation, Reason: attack}}
		r.Comparison = &report.Comparison{Found: true, Gone: []report.Gone{{Rule: "smart/specific", Object: attack}}}
		for _, name := range []string{"text", "markdown", "junit"} {
			var out strings.Builder
			if err := format.Write(&out, name, []*report.Report{&r}, load(t).Catalog(), format.Options{Language: catalog.Swedish}); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(out.String(), "Avstängd av organisationen.") {
				t.Errorf("%s does not tell that the rule is switched off", name)
			}
			if attack[0] == 'V' && !strings.Contains(out.String(), attack) {
				t.Errorf("%s does not tell the reason", name)
			}
			for _, r := range out.String() {
				if unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
					t.Errorf("%s: %q is written as it is, of %q", name, r, attack)
				}
			}
			if name == "markdown" && (strings.Contains(out.String(), "<script") || strings.Contains(out.String(), "<img")) {
				t.Errorf("%s: %q is written as it is", name, attack)
			}
		}
	}
}
