package publish

import (
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

// Workbook writes what an audit came to for those who live in Excel: an overview, the
// findings, what does not agree between plans, and the amounts. Rows are written as they
// come, so that memory does not grow with them.
func Workbook(w io.Writer, result *audit.Result, options Options) (err error) {
	file := excelize.NewFile()
	defer func() {
		if closing := file.Close(); err == nil {
			err = closing
		}
	}()
	// Nothing in a report depends on when it is made.
	if err := file.SetDocProps(&excelize.DocProperties{Creator: "plankoll", Created: "2000-01-01T00:00:00Z", Modified: "2000-01-01T00:00:00Z"}); err != nil {
		return err
	}
	b := book{newTexts(result, options), file, 0}
	if b.head, err = file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDE7EC"}}}); err != nil {
		return err
	}
	for i, write := range []func(*sheet) error{
		func(s *sheet) error { return b.overview(s, result) },
		func(s *sheet) error { return b.findings(s, result) },
		func(s *sheet) error { return b.between(s, result) },
		func(s *sheet) error { return b.amounts(s, result) },
	} {
		name := b.Sheets[i]
		if i == 0 {
			err = file.SetSheetName(file.GetSheetName(0), name)
		} else {
			_, err = file.NewSheet(name)
		}
		if err != nil {
			return err
		}
		s, err := b.sheet(name)
		if err == nil {
			err = write(s)
		}
		if err == nil {
			err = s.end()
		}
		if err != nil {
			return err
		}
	}
	return file.Write(w)
}

type book struct {
	texts
	file *excelize.File
	head int // style of the first row
}

// sheet is a table under way, with a head that stays and can be filtered by.
type sheet struct {
	book   *book
	name   string
	stream *excelize.StreamWriter
	row    int
	wide   int
	left   bool // there were more rows than it holds
}

func (b *book) sheet(name string) (*sheet, error) {
	stream, err := b.file.NewStreamWriter(name)
	return &sheet{book: b, name: name, stream: stream}, err
}

// begin writes the head; widths are in characters.
func (s *sheet) begin(heads []string, widths ...float64) error {
	for i, width := range widths {
		if err := s.stream.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := s.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	cells := make([]any, len(heads))
	for i, head := range heads {
		cells[i] = excelize.Cell{StyleID: s.book.head, Value: head}
	}
	s.wide = len(heads)
	s.row = 1
	return s.stream.SetRow("A1", cells)
}

// add writes a row. Texts that a spreadsheet could take for a formula are marked as
// texts, also when the sheet is saved in another format.
func (s *sheet) add(cells ...any) error {
	if s.row >= rowsInSheet {
		if s.left {
			return nil
		}
		s.left = true
		cells = []any{s.book.RowsLeft}
	}
	for i, cell := range cells {
		if text, ok := cell.(string); ok {
			cells[i] = cellText(text)
		}
	}
	s.row++
	at, err := excelize.CoordinatesToCellName(1, s.row)
	if err != nil {
		return err
	}
	return s.stream.SetRow(at, cells)
}

// cellText is a text as a cell can hold it.
func cellText(text string) string {
	text = format.Inert(text)
	if runes := []rune(text); len(runes) > excelize.TotalCellChars {
		text = string(runes[:excelize.TotalCellChars])
	}
	return text
}

func (s *sheet) end() error {
	if err := s.stream.Flush(); err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(s.wide, max(s.row, 1))
	if err != nil {
		return err
	}
	return s.book.file.AutoFilter(s.name, "A1:"+last, nil)
}

func (b *book) overview(s *sheet, result *audit.Result) error {
	heads := []string{b.Supplier, "Id", b.Year, b.File, b.Outcome, b.Errors, b.Warnings, b.Infos, b.NotEvaluated, b.Manual, b.Waived, b.AcrossShort}
	if err := s.begin(heads, 40, 24, 8, 40, 26, 10, 10, 12, 10, 10, 10, 10); err != nil {
		return err
	}
	register, err := result.Register()
	if err != nil {
		return err
	}
	for _, f := range register {
		message, _ := b.wording.Finding(f.Finding)
		if err := s.add(message, "", "", "", b.Missing); err != nil {
			return err
		}
	}
	return result.Each(func(e audit.Entry) error {
		sum := e.Report.Summary
		return s.add(row{Source: e.Source}.called(), e.Supplier, year(e.Year), e.Name, format.Outcome(e.Report.Verdict, b.options.Language),
			sum.Errors, sum.Warnings, sum.Infos, sum.NotEvaluated, sum.Manual, sum.Waived, len(e.Across))
	})
}

// year is a year as a number, or nothing.
func year(n int) any {
	if n == 0 {
		return ""
	}
	return n
}

func (b *book) findings(s *sheet, result *audit.Result) error {
	heads := []string{b.Supplier, b.Year, b.Severity, b.Rule, b.Message, b.Action, b.File, b.Line, b.Place, b.Status}
	if err := s.begin(heads, 34, 8, 12, 28, 80, 60, 34, 8, 40, 12); err != nil {
		return err
	}
	return result.Each(func(e audit.Entry) error {
		findings := slices.Clone(e.Report.Findings)
		slices.SortStableFunc(findings, func(a, b report.Finding) int { return b.Severity.Weight() - a.Severity.Weight() })
		for _, f := range findings {
			message, action := b.wording.Finding(f)
			if err := s.add(row{Source: e.Source}.called(), year(e.Year), b.Severities[string(f.Severity)], f.Rule, message, action,
				e.Name, line(f.Place), string(f.Place.Pointer), string(f.Status)); err != nil {
				return err
			}
		}
		return nil
	})
}

func line(place report.Place) any {
	if place.Start.Line == 0 {
		return ""
	}
	return place.Start.Line
}

func (b *book) between(s *sheet, result *audit.Result) error {
	heads := []string{b.Supplier, b.Year, b.Severity, b.Rule, b.Message, b.Action, b.File, b.Line, b.Compared}
	if err := s.begin(heads, 34, 8, 12, 28, 80, 60, 34, 8, 60); err != nil {
		return err
	}
	add := func(f audit.Finding) error {
		message, action := b.wording.Finding(f.Finding)
		var beside []string
		for _, e := range f.Beside {
			beside = append(beside, where(e.From, e.Place))
		}
		return s.add(row{Source: f.On}.called(), year(f.On.Year), b.Severities[string(f.Severity)], f.Rule, message, action,
			f.On.Name, line(f.Place), strings.Join(beside, "; "))
	}
	register, err := result.Register()
	if err != nil {
		return err
	}
	for _, f := range register {
		if err := add(f); err != nil {
			return err
		}
	}
	return result.Each(func(e audit.Entry) error {
		for _, f := range e.Across {
			if err := add(f); err != nil {
				return err
			}
		}
		return nil
	})
}

func (b *book) amounts(s *sheet, result *audit.Result) error {
	if err := s.begin([]string{b.Service, "Id", b.Year, b.Table, b.Column, b.Amount}, 40, 28, 8, 16, 14, 18); err != nil {
		return err
	}
	for _, t := range result.Totals {
		for _, table := range slices.Sorted(maps.Keys(t.Sums)) {
			for _, column := range slices.Sorted(maps.Keys(t.Sums[table])) {
				if err := s.add(t.Name, t.Service, t.Year, b.Tables[table], b.Columns[column], t.Sums[table][column]); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
