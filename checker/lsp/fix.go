package lsp

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/plankoll/plankoll/checker/internal/document"
	"github.com/plankoll/plankoll/checker/report"
)

// codeActions are the quick fixes for a part of a text. There are none for a text
// whose check is still under way: a fix of another text could do harm.
func (s *Server) codeActions(params codeActionParams) []codeAction {
	actions := []codeAction{}
	d := s.documents[params.TextDocument.URI]
	if d == nil || !wanted(params.Context.Only) {
		return actions
	}
	var read *document.Document
	for _, r := range at(d.known(), params.Range) {
		if len(r.fix) == 0 {
			continue
		}
		if read == nil {
			if read, _ = document.Read([]byte(d.text), document.DefaultLimits); read == nil {
				return actions
			}
		}
		edits, err := read.Edits(r.fix)
		if err != nil {
			continue // the finding still stands, without what cannot be made
		}
		actions = append(actions, codeAction{
			Title: s.titleOf(r.fix), Kind: quickFix, Preferred: !r.probable,
			Diagnostics: []diagnostic{r.diagnostic},
			Edit:        s.edit(d, edits),
		})
	}
	return actions
}

// wanted tells whether quick fixes are among the kinds that are asked for. A kind
// stands for all below it, and none for all.
func wanted(kinds []string) bool {
	for _, kind := range kinds {
		if kind == "" || kind == quickFix {
			return true
		}
	}
	return len(kinds) == 0
}

func (s *Server) edit(d *file, edits []document.Edit) workspaceEdit {
	texts := make([]textEdit, len(edits))
	for i, e := range edits {
		texts[i] = textEdit{spanIn(d.text, e.Start, e.End), e.Text}
	}
	if s.versioned {
		return workspaceEdit{DocumentChanges: []textDocumentEdit{{versionedDocument{d.uri, d.version}, texts}}}
	}
	return workspaceEdit{Changes: map[string][]textEdit{d.uri: texts}}
}

// longestValue is how much of a value the title of a quick fix shows, in
// characters.
const longestValue = 60

// titleOf says what a fix does.
func (s *Server) titleOf(fix []report.Change) string {
	if len(fix) > 1 {
		return fmt.Sprintf(s.words.several, len(fix))
	}
	field, isRow := s.field(fix[0].Path)
	words := s.words.field
	if isRow {
		words = s.words.row
	}
	if fix[0].Op == report.Remove {
		return fmt.Sprintf(words.remove, field)
	}
	word := words.replace
	if fix[0].Op == report.Add {
		word = words.add
	}
	return fmt.Sprintf(word, field, shown(fix[0].Value))
}

// field is what the form calls a place, or the list that it is a row of. What the
// form has no word for is called by its key.
func (s *Server) field(p report.Pointer) (name string, isRow bool) {
	labels, segments := s.checker.Catalog().Form().Labels(p), p.Segments()
	last := len(segments) - 1
	if label := labels[last]; label != nil {
		return label[string(s.options.Language)], false
	}
	if last > 0 && labels[last-1] != nil {
		return labels[last-1][string(s.options.Language)], true
	}
	return segments[last], false
}

// shown is a value as JSON, cut where it is long.
func shown(value any) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(value) // it has been written into the edits already
	text := []rune(strings.TrimSpace(b.String()))
	if len(text) > longestValue {
		text = append(text[:longestValue], '…')
	}
	return string(text)
}
