package lsp

import (
	"strings"

	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/internal/document"
)

// hover explains the rules that have something to say at a place, and the accounts of
// amounts that disagree there. Where none has, it tells what the form asks for there.
func (s *Server) hover(params hoverParams) *hover {
	d := s.documents[params.TextDocument.URI]
	if d == nil || !d.ours {
		return nil
	}
	here := span{params.Position, params.Position}
	var page strings.Builder
	told := map[string]bool{}
	remarks, v := d.said()
	for _, r := range at(remarks, here) {
		rule := v.catalog.Rule(r.diagnostic.Code)
		if rule == nil || told[rule.ID] && len(r.more) == 0 {
			continue
		}
		if len(told) > 0 {
			page.WriteString("\n---\n\n")
		}
		// Why amounts disagree is of the place, and so comes before what the rule is.
		for _, line := range r.more {
			page.WriteString(format.Markdown(line) + "  \n")
		}
		if told[rule.ID] {
			continue
		}
		if len(r.more) > 0 {
			page.WriteString("\n")
		}
		told[rule.ID] = true
		// A builder takes all that is written.
		_ = format.WriteBrief(&page, rule, v.catalog, format.Options{Language: v.language})
	}
	if len(told) == 0 {
		page.WriteString(s.fieldAt(d, params.Position))
	}
	if page.Len() == 0 {
		return nil
	}
	return &hover{markupContent{"markdown", page.String()}}
}

// fieldAt tells what the form asks for at a place.
func (s *Server) fieldAt(d *file, at position) string {
	read, _ := document.Read([]byte(d.text), document.DefaultLimits)
	if read == nil {
		return ""
	}
	form, language := s.catalog.Form(), string(s.language)
	pointer := read.At(offsetIn(d.text, at))
	labels := form.Labels(pointer)
	if len(labels) == 0 || labels[len(labels)-1] == nil {
		return ""
	}
	// The words are the schema's own, and have no markup.
	return strings.TrimSpace("**" + labels[len(labels)-1][language] + "**\n\n" + form.Description(pointer)[language])
}
