package format_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/internal/form"
	"github.com/plankoll/plankoll/schemas"
)

func TestRetiredRulesAreListed(t *testing.T) {
	labels, err := form.New(schemas.Submission)
	if err != nil {
		t.Fatal(err)
	}
	c, err := catalog.Load(map[string][]byte{"retired.yaml": []byte(`
retired:
  a/old: {since: "2025-12-01", why: {sv: En annan ser mer., en: Another sees more.}, replacedBy: [a/older]}
  a/older: {since: "2026-01-31", why: {sv: Kravet är borta., en: The demand is gone.}}
`)}, labels)
	if err != nil {
		t.Fatal(err)
	}
	for language, want := range map[catalog.Language]string{
		catalog.Swedish: "INDRAGNA REGLER\n  a/old\n    En annan ser mer.\n    indragen 2025-12-01, ersatt av a/older\n  a/older\n    Kravet är borta.\n    indragen 2026-01-31\n",
		catalog.English: "RETIRED RULES\n  a/old\n    Another sees more.\n    retired 2025-12-01, replaced by a/older\n  a/older\n    The demand is gone.\n    retired 2026-01-31\n",
	} {
		var text bytes.Buffer
		if err := format.WriteRules(&text, c, format.Options{Language: language}); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimLeft(text.String(), "\n"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", language, got, want)
		}
	}
}
