package format

import (
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/wording"
	"github.com/plankoll/plankoll/checker/report"
)

// Message words one finding: what was seen and wanted, and what to do.
func Message(f report.Finding, c *catalog.Catalog, language catalog.Language) (message, action string) {
	message, action = wording.New(c, language).Finding(f)
	return printable(message), printable(action)
}
