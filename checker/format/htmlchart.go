package format

import (
	"cmp"
	"fmt"

	"github.com/plankoll/plankoll/checker/report"
)

type (
	// htmlBar is what there is in one section: numbers, and the same as a bar.
	htmlBar struct {
		Title  string
		Href   string // empty where nothing was found
		Counts []htmlCount
		Pieces []htmlPiece
	}
	// htmlPiece is a rectangle in a bar that is 100 wide and 10 high. Kinds differ in
	// height too, so that nobody has to tell colours apart.
	htmlPiece struct {
		Kind                string
		X, Y, Width, Height string
	}
)

var (
	barKinds  = []string{"error", "warning", "info", "open", "by-hand"}
	barHeight = map[string]float64{"error": 10, "warning": 7.5, "info": 5.5, "open": 4, "by-hand": 2.5}
)

// where counts what there is in each section of the template, also where it is
// nothing. There is no chart where nothing was read.
func (h *htmlWriter) where(r *report.Report) []htmlBar {
	if r.Document == nil {
		return nil
	}
	counts := map[string]map[string]int{}
	add := func(section, kind string) {
		section = cmp.Or(section, "0")
		if counts[section] == nil {
			counts[section] = map[string]int{}
		}
		counts[section][kind]++
	}
	for _, f := range r.Findings {
		add(f.Section, string(f.Severity))
	}
	for _, n := range r.NotEvaluated {
		add(n.Section, "open")
	}
	for _, m := range r.Manual {
		add(m.Section, "by-hand")
	}
	most := 1
	for _, of := range counts {
		total := 0
		for _, n := range of {
			total += n
		}
		most = max(most, total)
	}
	var bars []htmlBar
	seen := map[string]bool{}
	for _, name := range h.catalog.Form().Fields("") {
		section := cmp.Or(h.catalog.Form().Section(report.Pointer("").Join(name)), "0")
		if seen[section] {
			continue
		}
		seen[section] = true
		bar := htmlBar{Title: h.sectionTitle(section)}
		x := 0.0
		for _, kind := range barKinds {
			n := counts[section][kind]
			bar.Counts = append(bar.Counts, htmlCount{Kind: kind, Count: n})
			if n == 0 {
				continue
			}
			width, height := 100*float64(n)/float64(most), barHeight[kind]
			bar.Pieces = append(bar.Pieces, htmlPiece{kind, hundredths(x), hundredths(10 - height), hundredths(width), hundredths(height)})
			x += width
			if kind == "error" || kind == "warning" || kind == "info" {
				bar.Href = "#" + h.sectionID(section)
			}
		}
		bars = append(bars, bar)
	}
	return bars
}

func hundredths(x float64) string { return fmt.Sprintf("%.2f", x) }
