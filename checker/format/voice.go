package format

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/wording"
	"github.com/plankoll/plankoll/checker/report"
)

// voice says in one language what a report holds.
type voice struct {
	words    words
	wording  *wording.Writer
	catalog  *catalog.Catalog
	language string
}

func newVoice(c *catalog.Catalog, language catalog.Language) voice {
	return voice{wordsIn[language], wording.New(c, language), c, string(language)}
}

// counts are how many there are of each kind, those that weigh most first.
func (v voice) counts(s report.Summary) []string {
	var counts []string
	for _, kind := range []struct {
		n     int
		forms [2]string
	}{
		{s.Errors, v.words.counts[report.Error]},
		{s.Warnings, v.words.counts[report.Warning]},
		{s.Infos, v.words.counts[report.Info]},
		{s.Waived, v.words.withWaiver},
		{s.NotEvaluated, v.words.unjudged},
		{s.Manual, v.words.forPeople},
	} {
		if kind.n > 0 {
			counts = append(counts, counted(kind.n, kind.forms))
		}
	}
	return counts
}

func (v voice) sectionTitle(section string) string {
	if section == "" || section == "0" {
		return v.words.general
	}
	return section + " " + v.catalog.Form().SectionTitle(section)[v.language]
}

// waiver tells who has answered for a finding, why, and for how long.
func (v voice) waiver(w *report.Waiver) []string {
	if w == nil {
		return nil
	}
	return []string{fmt.Sprintf(v.words.waiver, v.day(w.LastDay), w.ApprovedBy), v.words.reason + " " + w.Reason}
}

func (v voice) day(day string) string {
	if words, err := v.wording.Value(day); err == nil {
		return words
	}
	return day
}

// partTitle is what the part of the plan that an entry stands under is called.
func (v voice) partTitle(e entry) string {
	part := e.part()
	if part == "" {
		return v.words.wholeSection // after its parts, or it would be read as said of the last
	}
	if within := e.places[0].within; len(within) > 0 && within[0].Pointer == part {
		return cmp.Or(within[0].Name, within[0].ID)
	}
	labels := v.catalog.Form().Labels(part)
	return labels[len(labels)-1][v.language]
}

// place names a field within a part of the plan: what has a name on the way, cut to
// a length, and the last labels of the form.
func (v voice) place(p report.Pointer, within []report.Named, part report.Pointer, length int) string {
	segments := p.Segments()
	labels := v.catalog.Form().Labels(p)
	from := max(len(part.Segments()), 1) // those have their headings
	var name, fields []string
	if n := len(within); n > 0 && within[n-1].Pointer != part {
		inner := within[n-1]
		from = len(inner.Pointer.Segments())
		name = append(name, cut(cmp.Or(inner.Name, inner.ID), length))
	}
	for i := from; i < len(segments); i++ {
		if len(name) > 0 && segments[i] == "text" {
			break // a goal is named by its text
		}
		label := labels[i][v.language]
		if label == "" && len(segments[i]) == len("2024") && isIndex(segments[i]) {
			label = segments[i] // a year
		}
		if label != "" && (len(fields) == 0 || fields[len(fields)-1] != label) {
			fields = append(fields, label)
		}
	}
	if len(fields) > 2 {
		fields = fields[len(fields)-2:]
	}
	return strings.Join(append(name, fields...), " › ")
}
