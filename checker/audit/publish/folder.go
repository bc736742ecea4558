package publish

import (
	"io"
	"path/filepath"

	"github.com/plankoll/plankoll/checker/audit"
	"github.com/plankoll/plankoll/checker/wholefile"
)

// Folder writes all that an audit came to into a folder, each file whole or not at all.
func Folder(folder string, result *audit.Result, options Options) error {
	o, err := look(result)
	if err != nil {
		return err
	}
	if options.Reports {
		if err := writeReports(folder, result); err != nil {
			return err
		}
	}
	for _, file := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"findings.jsonl", func(w io.Writer) error { return Lines(w, result, options) }},
		{"audit.json", func(w io.Writer) error { return JSON(w, o, result, options) }},
		{"audit.xlsx", func(w io.Writer) error { return Workbook(w, result, options) }},
		{"index.html", func(w io.Writer) error { return Page(w, o, result, options) }},
	} {
		if err := wholefile.Write(filepath.Join(folder, file.name), file.write); err != nil {
			return err
		}
	}
	return writeLetters(folder, o, result)
}

// writeReports writes the report of each submission, unless it is there.
func writeReports(folder string, result *audit.Result) error {
	return result.Pages(func(s audit.Source, page []byte) error {
		return writeUnlessThere(filepath.Join(folder, "reports", fileName(s)+".html"), page)
	})
}
