package publish

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/plankoll/plankoll/checker/audit"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

// rowsInSheet is how many rows a sheet holds, but for one that says that more are left.
const rowsInSheet = excelize.TotalRows - 1

// thousands is how Excel numbers the format #,##0.
const thousands = 3

// workbook is what an audit came to for those who live in Excel: an overview, the
// findings, what does not agree between plans, and the amounts. Its rows wait on disk,
// see sheet.
type workbook struct {
	texts
	file                                *excelize.File
	head, amount                        int // styles of the first row and of kronor
	rows                                int // that a sheet holds, see rowsInSheet
	overview, findings, between, totals *sheet
}

func newWorkbook(result *audit.Result, options Options) (*workbook, error) {
	b := &workbook{texts: newTexts(result, options), file: excelize.NewFile(), rows: rowsInSheet}
	err := b.begin(result)
	if err != nil {
		b.close()
	}
	return b, err
}

// close lets go of what the workbook keeps on disk while it is written.
func (b *workbook) close() {
	for _, s := range b.sheets() {
		s.close()
	}
	_ = b.file.Close()
}

// sheets are those that have been begun, in their order.
func (b *workbook) sheets() []*sheet {
	return slices.DeleteFunc([]*sheet{b.overview, b.findings, b.between, b.totals}, func(s *sheet) bool { return s == nil })
}

func (b *workbook) begin(result *audit.Result) (err error) {
	// Nothing in it depends on when it is made.
	if err := b.file.SetDocProps(&excelize.DocProperties{Creator: "plankoll", Created: "2000-01-01T00:00:00Z", Modified: "2000-01-01T00:00:00Z"}); err != nil {
		return err
	}
	if b.head, err = b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDE7EC"}}}); err != nil {
		return err
	}
	if b.amount, err = b.file.NewStyle(&excelize.Style{NumFmt: thousands}); err != nil {
		return err
	}
	for i, part := range []struct {
		into   **sheet
		heads  []string
		widths []float64
	}{
		{&b.overview, []string{b.Supplier, "Id", b.Year, b.File, b.Outcome, b.Errors, b.Warnings, b.Infos, b.NotEvaluated, b.Manual, b.Waived, b.AcrossShort},
			[]float64{40, 24, 8, 40, 26, 10, 10, 12, 10, 10, 10, 10}},
		{&b.findings, []string{b.Supplier, b.Year, b.Severity, b.Rule, b.Message, b.Action, b.File, b.Line, b.Place, b.Status},
			[]float64{34, 8, 12, 28, 80, 60, 34, 8, 40, 12}},
		{&b.between, []string{b.Supplier, b.Year, b.Severity, b.Rule, b.Message, b.Action, b.File, b.Line, b.Compared, b.Status},
			[]float64{34, 8, 12, 28, 80, 60, 34, 8, 60, 12}},
		{&b.totals, []string{b.Service, "Id", b.Year, b.Table, b.Column, b.Amount}, []float64{40, 28, 8, 16, 14, 18}},
	} {
		if i == 0 {
			err = b.file.SetSheetName(b.file.GetSheetName(0), b.Sheets[i])
		} else {
			_, err = b.file.NewSheet(b.Sheets[i])
		}
		if err != nil {
			return err
		}
		if *part.into, err = b.sheet(b.Sheets[i], i+1, part.heads, part.widths); err != nil {
			return err
		}
	}
	register, err := result.Register()
	if err != nil {
		return err
	}
	for _, f := range register {
		message, _ := b.wording.Finding(f.Finding)
		if err := b.overview.add(message, "", "", "", b.Missing); err != nil {
			return err
		}
		if err := b.across(f); err != nil {
			return err
		}
	}
	return b.amounts(result)
}

// write ends the sheets and writes the workbook.
func (b *workbook) write(w io.Writer) error {
	for _, s := range b.sheets() {
		if err := s.end(); err != nil {
			return err
		}
	}
	empty, err := b.file.WriteToBuffer()
	if err != nil {
		return err
	}
	archive, err := zip.NewReader(bytes.NewReader(empty.Bytes()), int64(empty.Len()))
	if err != nil {
		return err
	}
	// excelize has the members in any order.
	slices.SortFunc(archive.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, member := range archive.File {
		copied := out.Copy
		for _, s := range b.sheets() {
			if s.part == member.Name {
				copied = func(*zip.File) error { return s.fill(member, out) }
			}
		}
		if err := copied(member); err != nil {
			return err
		}
	}
	return out.Close()
}

// submission writes the rows on one submission.
func (b *workbook) submission(e audit.Entry) error {
	sum, called := e.Report.Summary, row{Source: e.Source}.called()
	if err := b.overview.add(called, e.Supplier, year(e.Year), e.Name, format.Outcome(e.Report.Verdict, b.options.Language),
		sum.Errors, sum.Warnings, sum.Infos, sum.NotEvaluated, sum.Manual, sum.Waived, len(open(e.Across))); err != nil {
		return err
	}
	findings := slices.Clone(e.Report.Findings)
	slices.SortStableFunc(findings, func(a, b report.Finding) int { return b.Severity.Weight() - a.Severity.Weight() })
	for _, f := range findings {
		message, action := b.wording.Finding(f)
		if err := b.findings.add(called, year(e.Year), b.Severities[string(f.Severity)], f.Rule, message, action,
			e.Name, line(f.Place), string(f.Place.Pointer), string(f.Status)); err != nil {
			return err
		}
	}
	for _, f := range e.Across {
		if err := b.across(f); err != nil {
			return err
		}
	}
	return nil
}

func (b *workbook) across(f audit.Finding) error {
	message, action := b.wording.Finding(f.Finding)
	var beside []string
	for _, e := range f.Beside {
		beside = append(beside, where(e.From, e.Place))
	}
	return b.between.add(row{Source: f.On}.called(), year(f.On.Year), b.Severities[string(f.Severity)], f.Rule, message, action,
		f.On.Name, line(f.Place), strings.Join(beside, "; "), string(f.Status))
}

// year is a year as a number, or nothing.
func year(n int) any {
	if n == 0 {
		return ""
	}
	return n
}

func line(place report.Place) any {
	if place.Start.Line == 0 {
		return ""
	}
	return place.Start.Line
}

func (b *workbook) amounts(result *audit.Result) error {
	for _, t := range result.Totals {
		for _, table := range slices.Sorted(maps.Keys(t.Sums)) {
			for _, column := range slices.Sorted(maps.Keys(t.Sums[table])) {
				if err := b.totals.add(t.Name, t.Service, t.Year, b.Tables[table], b.Columns[column], kronor(t.Sums[table][column])); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
