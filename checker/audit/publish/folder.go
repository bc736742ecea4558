package publish

import (
	"bufio"
	"io"
	"os"
	"path/filepath"

	"github.com/plankoll/plankoll/checker/audit"
	"github.com/plankoll/plankoll/checker/wholefile"
)

// Folder writes all that an audit came to into a folder, each file whole or not at all.
// The submissions are gone through once, however many files speak of them.
func Folder(folder string, result *audit.Result, options Options) error {
	if options.Reports {
		if err := writeReports(folder, result); err != nil {
			return err
		}
	}
	letters, err := newLetters(folder, result, options)
	if err != nil {
		return err
	}
	workbook, err := newWorkbook(result, options)
	if err != nil {
		return err
	}
	defer workbook.close()
	audited, err := os.CreateTemp("", "plankoll-audited-*")
	if err != nil {
		return err
	}
	defer os.Remove(audited.Name())
	defer audited.Close()
	rows := bufio.NewWriter(audited)
	var o *overview
	err = wholefile.Write(filepath.Join(folder, "findings.jsonl"), func(w io.Writer) error {
		lines := newLines(w, result, options)
		if err := lines.register(); err != nil {
			return err
		}
		o, err = look(result, lines.submission, workbook.submission, letters.submission, (&auditedWriter{Writer: rows}).submission)
		return err
	})
	if err != nil {
		return err
	}
	if err := rows.Flush(); err != nil {
		return err
	}
	if _, err := audited.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if err := letters.reminders(o); err != nil {
		return err
	}
	if err := clearUnlessInterrupted(letters.files, result); err != nil {
		return err
	}
	for _, file := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"audit.json", func(w io.Writer) error { return writeJSON(w, o, audited, result, options) }},
		{"audit.xlsx", workbook.write},
		{"index.html", func(w io.Writer) error { return Page(w, o, result, options) }},
	} {
		if err := wholefile.Write(filepath.Join(folder, file.name), file.write); err != nil {
			return err
		}
	}
	return nil
}

// writeReports writes the report of each submission, unless it is there.
func writeReports(folder string, result *audit.Result) error {
	files, err := newNumbered(filepath.Join(folder, "reports"))
	if err != nil {
		return err
	}
	if err := result.Pages(func(s audit.Source, page []byte) error {
		return files.write(fileName(s)+".html", page)
	}); err != nil {
		return err
	}
	return clearUnlessInterrupted(files, result)
}

// clearUnlessInterrupted removes what an earlier audit left. What this one did not come
// to may still hold.
func clearUnlessInterrupted(files *numbered, result *audit.Result) error {
	if result.Interrupted {
		return nil
	}
	return files.clear()
}
