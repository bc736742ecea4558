package publish

import (
	"bytes"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

// Report returns how the report on each submission is written, and what to call that.
func Report(language catalog.Language) (func(*checker.Checker, *report.Report) ([]byte, error), string) {
	return func(c *checker.Checker, r *report.Report) ([]byte, error) {
		var page bytes.Buffer
		err := format.Write(&page, "html", []*report.Report{r}, c.Catalog(), format.Options{Language: language})
		return page.Bytes(), err
	}, "html " + string(language)
}
