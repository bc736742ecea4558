package format

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// byteOrderMark tells Excel that the file is UTF-8.
const byteOrderMark = "\uFEFF"

// separators are what Excel expects between cells where each language is spoken: a
// comma marks decimals in Swedish.
var separators = map[catalog.Language]rune{catalog.Swedish: ';', catalog.English: ','}

// writeCSV writes a row for each remark, for a spreadsheet (RFC 4180 but for the
// Swedish separator).
func writeCSV(w io.Writer, reports []*report.Report, c *catalog.Catalog, options Options) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	v := newVoice(c, options.Language)
	out := csv.NewWriter(w)
	out.Comma = separators[options.Language]
	out.UseCRLF = true
	rows := [][]string{v.words.columns}
	for _, r := range reports {
		for _, m := range v.remarks(r) {
			rows = append(rows, v.row(r, m))
		}
	}
	return out.WriteAll(rows)
}

func (v voice) row(r *report.Report, m remark) []string {
	line, column := "", ""
	if start := m.place.Start; start.Line > 0 {
		line, column = fmt.Sprint(start.Line), fmt.Sprint(start.Column)
	}
	status := v.answer(m)
	if status == "" && m.finding != nil {
		status = v.words.statuses[m.finding.Status]
	}
	row := []string{
		r.Input.Name, v.weight(m), m.rule, v.sectionTitle(m.section), v.where(m), line, column,
		strings.Join(append([]string{m.message}, m.account...), " "), m.action, status, m.fingerprint,
	}
	for i := range row {
		row[i] = inert(printable(row[i]))
	}
	return row
}

// inert marks as text what a spreadsheet would take for a formula.
func inert(cell string) string {
	if strings.IndexAny(strings.TrimLeft(cell, " \u00a0"), "=+-@＝＋－＠") == 0 {
		return "'" + cell
	}
	return cell
}
