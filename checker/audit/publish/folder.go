package publish

import (
	"bufio"
	"io"
	"os"
	"path/filepath"

	"github.com/plankoll/plankoll/checker/audit"
	"github.com/plankoll/plankoll/checker/wholefile"
)

// Files goes through the submissions once, and writes all that an audit came to into the
// folder, if there is one, each file whole or not at all.
func Files(result *audit.Result, options Options) (*Overview, error) {
	if options.Folder == "" {
		return look(result)
	}
	return writeFolder(options.Folder, result, options)
}

func writeFolder(folder string, result *audit.Result, options Options) (*Overview, error) {
	letters, err := newLetters(folder, result, options)
	if err != nil {
		return nil, err
	}
	workbook, err := newWorkbook(result, options)
	if err != nil {
		return nil, err
	}
	defer workbook.close()
	audited, err := os.CreateTemp("", "plankoll-audited-*")
	if err != nil {
		return nil, err
	}
	defer os.Remove(audited.Name())
	defer audited.Close()
	rows := bufio.NewWriter(audited)
	also := []func(audit.Entry) error{workbook.submission, letters.submission, (&auditedWriter{Writer: rows}).submission}
	folders := []*numbered{letters.files}
	if options.Reports {
		reports, err := newReports(folder)
		if err != nil {
			return nil, err
		}
		also, folders = append(also, reports.submission), append(folders, reports.files)
	}
	var o *Overview
	err = wholefile.Write(filepath.Join(folder, "findings.jsonl"), func(w io.Writer) error {
		lines := newLines(w, result, options)
		if err := lines.register(); err != nil {
			return err
		}
		o, err = look(result, append(also, lines.submission)...)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := rows.Flush(); err != nil {
		return nil, err
	}
	if _, err := audited.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	if err := letters.reminders(o); err != nil {
		return nil, err
	}
	// What an interrupted audit did not come to may still hold.
	if !result.Interrupted {
		for _, files := range folders {
			if err := files.clear(); err != nil {
				return nil, err
			}
		}
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
			return nil, err
		}
	}
	return o, nil
}

// reports writes the report of each submission, unless it is there.
type reports struct{ files *numbered }

func newReports(folder string) (reports, error) {
	files, err := newNumbered(filepath.Join(folder, "reports"))
	return reports{files}, err
}

func (r reports) submission(e audit.Entry) error {
	page, err := e.Page()
	if err != nil {
		return err
	}
	return r.files.write(fileName(e.Source)+".html", page)
}
