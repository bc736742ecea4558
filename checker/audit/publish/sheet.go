package publish

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"

	"github.com/xuri/excelize/v2"

	"github.com/plankoll/plankoll/checker/format"
)

// sheet is a table under way, with a head that stays and can be filtered by.
//
// Excelize makes all of it but the rows below the head. Its streams hold 16 MiB of each
// sheet and the whole archive, which is most of what an audit of many plans would need;
// here a row is written to a file as it comes, and the file is copied into the finished
// sheet. The parts of a workbook and their names are those of ECMA-376, part 1.
type sheet struct {
	book    *workbook
	name    string
	part    string   // its name in the archive
	columns []string // letters
	rows    *os.File
	out     *bufio.Writer
	row     int
	left    bool // there were more rows than it holds
}

// kronor is an amount in a cell.
type kronor int64

// sheet begins a table, which is the n-th of the workbook, from 1; widths are in
// characters.
func (b *workbook) sheet(name string, n int, heads []string, widths []float64) (*sheet, error) {
	s := &sheet{book: b, name: name, part: fmt.Sprintf("xl/worksheets/sheet%d.xml", n), row: 1}
	for i, width := range widths {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return nil, err
		}
		s.columns = append(s.columns, column)
		if err := b.file.SetColWidth(name, column, column, width); err != nil {
			return nil, err
		}
	}
	if err := b.file.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	if err := b.file.SetSheetRow(name, "A1", &heads); err != nil {
		return nil, err
	}
	if err := b.file.SetCellStyle(name, "A1", s.columns[len(heads)-1]+"1", b.head); err != nil {
		return nil, err
	}
	rows, err := os.CreateTemp("", "plankoll-rows-*")
	if err != nil {
		return nil, err
	}
	s.rows, s.out = rows, bufio.NewWriter(rows)
	return s, nil
}

func (s *sheet) close() {
	_ = s.rows.Close()
	_ = os.Remove(s.rows.Name())
}

// add writes a row. Texts that a spreadsheet could take for a formula are marked as
// texts, also when the sheet is saved in another format.
func (s *sheet) add(cells ...any) error {
	if s.row >= s.book.rows {
		if s.left {
			return nil
		}
		s.left = true
		cells = []any{s.book.RowsLeft}
	}
	s.row++
	fmt.Fprintf(s.out, `<row r="%d">`, s.row)
	for i, cell := range cells {
		at := s.columns[i] + strconv.Itoa(s.row)
		switch value := cell.(type) {
		case string:
			if value == "" {
				continue
			}
			fmt.Fprintf(s.out, `<c r="%s" t="inlineStr"><is><t xml:space="preserve">`, at)
			if err := xml.EscapeText(s.out, []byte(cellText(value))); err != nil {
				return err
			}
			_, _ = s.out.WriteString(`</t></is></c>`)
		case int:
			fmt.Fprintf(s.out, `<c r="%s"><v>%d</v></c>`, at, value)
		case kronor:
			fmt.Fprintf(s.out, `<c r="%s" s="%d"><v>%d</v></c>`, at, s.book.amount, value)
		default:
			return fmt.Errorf("a cell can't hold %T", cell)
		}
	}
	_, err := s.out.WriteString("</row>") // an error of a writer stays with it
	return err
}

// escaped is what a spreadsheet would read as a character of that code.
var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// cellText is a text as a cell can hold it: no longer than 32,767 units of UTF-16, and
// with nothing in it that stands for something else.
func cellText(text string) string {
	text = format.Inert(text)
	units := 0
	for i, r := range text {
		units++
		if r > 0xFFFF {
			units++
		}
		if units > excelize.TotalCellChars {
			text = text[:i]
			break
		}
	}
	return escaped.ReplaceAllStringFunc(text, func(code string) string { return "_x005F" + code })
}

// end marks what the filter covers, once it is known how many rows there are.
func (s *sheet) end() error {
	if err := s.book.file.AutoFilter(s.name, fmt.Sprintf("A1:%s%d", s.columns[len(s.columns)-1], s.row), nil); err != nil {
		return err
	}
	return s.out.Flush()
}

var endOfRows = []byte("</sheetData>")

// fill copies the sheet that holds the head with the rows below it.
func (s *sheet) fill(head *zip.File, into *zip.Writer) error {
	from, err := head.Open()
	if err != nil {
		return err
	}
	defer from.Close()
	content, err := io.ReadAll(from)
	if err != nil {
		return err
	}
	above, below, found := bytes.Cut(content, endOfRows)
	if !found {
		return fmt.Errorf("the sheet %q has no rows", s.name)
	}
	if _, err := s.rows.Seek(0, io.SeekStart); err != nil {
		return err
	}
	part, err := into.CreateHeader(&zip.FileHeader{Name: s.part, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = io.Copy(part, io.MultiReader(bytes.NewReader(above), s.rows, bytes.NewReader(endOfRows), bytes.NewReader(below)))
	return err
}
