package lsp

import (
	"fmt"

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
	for _, r := range at(d.known(), params.Range) {
		if len(r.edits) == 0 {
			continue
		}
		actions = append(actions, codeAction{
			Title: s.titleOf(r.fix), Kind: quickFix, Preferred: !r.probable,
			Diagnostics: []diagnostic{r.diagnostic},
			Edit:        s.edit(d, r.edits),
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

func (s *Server) edit(d *file, edits []report.Edit) workspaceEdit {
	texts := make([]textEdit, len(edits))
	for i, e := range edits {
		texts[i] = textEdit{spanIn(d.text, e.Start, e.End), e.Text}
	}
	if s.versioned {
		return workspaceEdit{DocumentChanges: []textDocumentEdit{{versionedDocument{d.uri, d.version}, texts}}}
	}
	return workspaceEdit{Changes: map[string][]textEdit{d.uri: texts}}
}

// titleOf says what a fix does.
func (s *Server) titleOf(fix []report.Change) string {
	if len(fix) > 1 {
		return fmt.Sprintf(s.words.several, len(fix))
	}
	return s.wording.Change(fix[0])
}
