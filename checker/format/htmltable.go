package format

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/plankoll/plankoll/checker/report"
)

type (
	// htmlTable is a table of amounts as the plan has it.
	htmlTable struct {
		Caption string
		Corner  string // heading of the column of names
		Columns []string
		Rows    []htmlRow
	}
	htmlRow struct {
		Name  string
		Total bool
		Cells []htmlCell
	}
	htmlCell struct {
		Column string
		Value  string // empty where nothing is filled in
		Marks  []htmlLink
	}
	// amountColumn is the way from a row to one of its amounts.
	amountColumn struct {
		segments []string
		title    string
	}
)

// table shows the table of amounts at a place, nil if there is none, with the cells
// marked that something is said of.
func (h *htmlWriter) table(r *report.Report, at report.Pointer) *htmlTable {
	form := h.catalog.Form()
	fields := form.Fields(at)
	if !slices.Contains(fields, "unit") || !slices.Contains(fields, "rows") {
		return nil
	}
	value, _ := at.Join("rows").In(r.Document)
	rows, _ := value.([]any)
	places := []report.Pointer{}
	for i := range rows {
		places = append(places, at.Join("rows").Index(i))
	}
	totals := at.Join("totals")
	if _, ok := totals.In(r.Document); ok {
		places = append(places, totals)
	}
	first := at.Join("rows").Index(0)
	reference := form.Reference(first)
	columns := h.amountColumns(r, first, reference, places)
	if len(places) == 0 || len(columns) == 0 {
		return nil
	}
	table := &htmlTable{Caption: h.caption(r, at), Corner: h.label(first.Join(reference))}
	for _, column := range columns {
		table.Columns = append(table.Columns, column.title)
	}
	marks := h.marks(r, at)
	for _, place := range places {
		row := htmlRow{Name: h.label(totals), Total: place == totals}
		if !row.Total {
			id, _ := place.Join(reference).In(r.Document)
			name, _ := id.(string)
			row.Name = cmp.Or(r.Names[name], name, h.html.Nameless)
		}
		for _, column := range columns {
			cell := place.Join(column.segments...)
			shown := htmlCell{Column: column.title, Marks: marks[cell]}
			if len(column.segments) > 1 {
				shown.Marks = append(slices.Clone(shown.Marks), marks[cell.Parent()]...)
			}
			if value, ok := cell.In(r.Document); ok {
				shown.Value = h.number(value)
				if text, ok := value.(string); ok {
					shown.Value = text // no amount, and said to be none
				}
			}
			row.Cells = append(row.Cells, shown)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func (h *htmlWriter) label(p report.Pointer) string {
	labels := h.catalog.Form().Labels(p)
	return labels[len(labels)-1][h.language]
}

// caption names the unit of a table's amounts.
func (h *htmlWriter) caption(r *report.Report, at report.Pointer) string {
	unit, _ := at.Join("unit").In(r.Document)
	if name, ok := h.scalar(at.Join("unit"), unit); ok {
		return fmt.Sprintf(h.html.AmountsIn, name)
	}
	return h.html.Amounts
}

// amountColumns are the columns of amounts, one for each year where they are by year.
func (h *htmlWriter) amountColumns(r *report.Report, first report.Pointer, reference string, places []report.Pointer) []amountColumn {
	form := h.catalog.Form()
	var columns []amountColumn
	for _, name := range form.Fields(first) {
		field := first.Join(name)
		if name == reference || form.Fields(field.Index(0)) != nil { // a list
			continue
		}
		title := h.label(field)
		years := map[string]bool{}
		for _, place := range places {
			value, _ := place.Join(name).In(r.Document)
			if byYear, ok := value.(map[string]any); ok {
				for year := range byYear {
					years[year] = true
				}
			}
		}
		if len(years) == 0 {
			columns = append(columns, amountColumn{[]string{name}, title})
		}
		for _, year := range slices.Sorted(maps.Keys(years)) {
			columns = append(columns, amountColumn{[]string{name, year}, title + " " + year})
		}
	}
	return columns
}

// marks are what is said of the amounts in a table, by place.
func (h *htmlWriter) marks(r *report.Report, table report.Pointer) map[report.Pointer][]htmlLink {
	marks := map[report.Pointer][]htmlLink{}
	mark := func(p report.Pointer, f report.Finding, text string) {
		link := htmlLink{Text: text, Href: h.anchor(f)}
		if table.Contains(p) && !slices.Contains(marks[p], link) {
			marks[p] = append(marks[p], link)
		}
	}
	for _, f := range r.Findings {
		for _, e := range f.Explanations {
			for _, c := range e.Corrections {
				text := h.html.Suspected
				if proposed, err := h.wording.Value(c.Values["proposed"]); err == nil {
					text = h.html.Probably + " " + proposed
					if len(f.Explanations) > 1 {
						text = h.html.Perhaps + " " + proposed
					}
				}
				mark(c.Place.Pointer, f, text)
			}
		}
		for _, replaced := range f.Replaces {
			mark(replaced.Place.Pointer, f, h.html.Disagrees)
		}
		if len(f.Explanations) == 0 {
			mark(f.Place.Pointer, f, h.words.counts[f.Severity][0])
		}
	}
	return marks
}
