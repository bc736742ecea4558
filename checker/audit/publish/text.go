package publish

import (
	"fmt"
	"io"

	"github.com/plankoll/plankoll/checker/audit"
	"github.com/plankoll/plankoll/checker/internal/wording"
)

// Text writes what an audit came to for a terminal.
func Text(w io.Writer, result *audit.Result, options Options) error {
	words := wording.New(result.Catalog(), options.Language)
	missing, err := result.Register()
	if err != nil {
		return err
	}
	for _, f := range missing {
		m, _ := words.Finding(f.Finding)
		fmt.Fprintln(w, f.Rule, m)
	}
	for _, b := range result.Broken {
		m, _ := words.Finding(b)
		fmt.Fprintln(w, "BROKEN", m)
	}
	return result.Each(func(e audit.Entry) error {
		fmt.Fprintln(w, e.Name, e.SupplierName, e.Report.Verdict, e.Report.Summary.Errors, e.Report.Summary.Warnings)
		for _, f := range e.Across {
			m, _ := words.Finding(f.Finding)
			fmt.Fprintln(w, "  ", f.Severity, f.Rule, f.Place.Pointer, m)
		}
		return nil
	})
}
