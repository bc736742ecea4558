package format_test

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// table reads a report as a spreadsheet does where the language is spoken.
func table(t *testing.T, language catalog.Language, reports ...*report.Report) [][]string {
	t.Helper()
	text, ok := strings.CutPrefix(write(t, "csv", language, reports...), "\uFEFF")
	if !ok {
		t.Fatal("without a byte order mark Excel takes å for something else")
	}
	if strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("lines do not end as RFC 4180 says")
	}
	in := csv.NewReader(strings.NewReader(text))
	in.Comma = map[catalog.Language]rune{catalog.Swedish: ';', catalog.English: ','}[language]
	rows, err := in.ReadAll() // every row as long as the first
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCSVHasARowForEachRemark(t *testing.T) {
	real, _ := check(t, "real")
	for language, kinds := range map[catalog.Language][]string{
		catalog.Swedish: {"fel", "varning", "upplysning", "kunde inte prövas", "bedöms av en människa"},
		catalog.English: {"error", "warning", "note", "could not be judged", "judged by a person"},
	} {
		counts := map[string]int{}
		for _, row := range table(t, language, real)[1:] {
			counts[row[1]]++
		}
		s := real.Summary
		for i, want := range []int{s.Errors, s.Warnings, s.Infos, s.NotEvaluated, s.Manual} {
			if counts[kinds[i]] != want {
				t.Errorf("%d rows of %q, want %d", counts[kinds[i]], kinds[i], want)
			}
		}
	}
}

func TestCSVRow(t *testing.T) {
	rows := table(t, catalog.Swedish, kinds(t)["missing"]...)
	want := []string{"plans/missing.json", "fel", "engine/unreadable-file", "Underlaget som helhet", "", "", "",
		"Filen ”plans/missing.json” finns inte.", "Kontrollera namnet och mappen.", "öppet"}
	if len(rows) != 2 || !slices.Equal(rows[1][:len(want)], want) {
		t.Errorf("%q", rows)
	}
}

// No cell is a formula, and none makes cells or rows.
func TestCSVIsSafeInASpreadsheet(t *testing.T) {
	for _, language := range catalog.Languages {
		rows := table(t, language, hostile(t))
		if len(rows) != len(attacks)+1 {
			t.Errorf("%d rows, want %d", len(rows), len(attacks)+1)
		}
		marked := 0
		for _, row := range rows {
			for _, cell := range row {
				if strings.IndexAny(strings.TrimSpace(cell), "=+-@＝") == 0 || strings.ContainsAny(cell, "\t\r\n\x00") {
					t.Errorf("%q can be taken for a formula", cell)
				}
				if strings.HasPrefix(cell, "'") {
					marked++
				}
			}
		}
		if marked == 0 {
			t.Error("nothing had to be marked")
		}
	}
}
