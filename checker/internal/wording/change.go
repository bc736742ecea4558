package wording

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// longestValue is how much of a value is shown of a change, in characters.
const longestValue = 60

// done says what a change does to a field, or to a row of a list, and with which value.
type done struct{ replace, add, remove string }

var doneIn = map[catalog.Language]struct{ field, row done }{
	catalog.Swedish: {
		field: done{"Ändra %s till %s", "Lägg till %s: %s", "Ta bort %s"},
		row:   done{"Ändra raden under %s till %s", "Lägg till en rad under %s: %s", "Ta bort raden under %s"},
	},
	catalog.English: {
		field: done{"Change %s to %s", "Add %s: %s", "Remove %s"},
		row:   done{"Change the row of %s to %s", "Add a row to %s: %s", "Remove the row of %s"},
	},
}

// Change says what one step of a fix does.
func (w *Writer) Change(c report.Change) string {
	field, isRow := w.field(c.Path)
	words := doneIn[w.language].field
	if isRow {
		words = doneIn[w.language].row
	}
	switch c.Op {
	case report.Remove:
		return fmt.Sprintf(words.remove, field)
	case report.Add:
		return fmt.Sprintf(words.add, field, inJSON(c.Value))
	}
	return fmt.Sprintf(words.replace, field, inJSON(c.Value))
}

// field is what the form calls a place, or the list that it is a row of. What the
// form has no word for is called by its key.
func (w *Writer) field(p report.Pointer) (name string, isRow bool) {
	labels, segments := w.catalog.Form().Labels(p), p.Segments()
	last := len(segments) - 1
	if label := labels[last]; label != nil {
		return label[string(w.language)], false
	}
	if last > 0 && labels[last-1] != nil {
		return labels[last-1][string(w.language)], true
	}
	return segments[last], false
}

// inJSON is a value as it is written in a submission, cut where it is long.
func inJSON(value any) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(value) // it came from JSON
	text := []rune(strings.TrimSpace(b.String()))
	if len(text) > longestValue {
		text = append(text[:longestValue], '…')
	}
	return string(text)
}
