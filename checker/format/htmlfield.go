package format

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/plankoll/plankoll/checker/report"
)

type (
	// htmlValue is what stands in a field: nothing, a text, or an object's fields.
	htmlValue struct {
		Empty      bool
		Quoted     bool // the supplier's own words, which are Swedish
		Paragraphs []string
		Fields     []htmlNamed
		More       string // what was left out
	}
	htmlNamed struct{ Name, Value string }
)

// How much of a value is shown; all of it stands in the submission.
const (
	valueLength = 480
	valueFields = 12
)

func (h *htmlWriter) fieldTitle(f report.Finding, part report.Pointer) string {
	return strings.Join(h.fieldLabels(f.Place.Pointer, f.Within, part), " › ")
}

// fieldLabels are the labels of the form on the way from a part of the plan to a
// field, with the names of what has one. A goal is not named before its own text.
func (h *htmlWriter) fieldLabels(p report.Pointer, within []report.Named, part report.Pointer) []string {
	segments, labels := p.Segments(), h.catalog.Form().Labels(p)
	names := map[int]string{}
	for _, named := range within {
		names[len(named.Pointer.Segments())-1] = cmp.Or(named.Name, named.ID)
	}
	var titles []string
	for i := max(len(part.Segments()), 1); i < len(segments); i++ {
		title := labels[i][h.language]
		name, isNamed := names[i]
		isText := i+1 < len(segments) && segments[i+1] == "text"
		switch {
		case isNamed && !isText:
			title = cut(name, 80)
		case title == "" && len(segments[i]) == len("2024") && isIndex(segments[i]):
			title = segments[i]
		case title == "" && !isIndex(segments[i]):
			title = cut(segments[i], 80) // no field of the form
		}
		if title != "" && (len(titles) == 0 || titles[len(titles)-1] != title) {
			titles = append(titles, title)
		}
	}
	return titles
}

// valueAt is what stands in the field of a finding, nil where there is nothing
// to be shown beside the finding: a whole part of the plan, or no plan at all.
func (h *htmlWriter) valueAt(r *report.Report, f report.Finding, part report.Pointer) *htmlValue {
	p := f.Place.Pointer
	if r.Document == nil || p == part || len(p.Segments()) < 2 {
		return nil
	}
	value, found := p.In(r.Document)
	if !found || value == nil {
		return &htmlValue{Empty: true}
	}
	switch value := value.(type) {
	case map[string]any:
		fields := h.flat(p, "", value)
		shown := &htmlValue{Fields: fields, Empty: len(fields) == 0}
		if left := len(fields) - valueFields; left > 0 {
			shown.Fields = fields[:valueFields]
			shown.More = fmt.Sprintf(h.html.MoreFields, left)
		}
		return shown
	case []any:
		if len(value) == 0 {
			return &htmlValue{Empty: true}
		}
		return &htmlValue{Paragraphs: []string{counted(len(value), h.html.Entries)}}
	}
	text, ok := h.scalar(p, value)
	if strings.TrimSpace(text) == "" || !ok {
		return &htmlValue{Empty: true}
	}
	_, quoted := value.(string)
	shown := &htmlValue{Quoted: quoted && h.catalog.Form().Answers(p) == nil}
	if length := utf8.RuneCountInString(text); length > valueLength {
		text = string([]rune(text)[:valueLength])
		text = text[:max(strings.LastIndexAny(text, " \n"), 1)] + " …"
		shown.More = fmt.Sprintf(h.html.MoreText, h.number(length))
	}
	for paragraph := range strings.SplitSeq(text, "\n") {
		if paragraph = strings.TrimSpace(paragraph); paragraph != "" {
			shown.Paragraphs = append(shown.Paragraphs, paragraph)
		}
	}
	return shown
}

// flat is an object's fields with those of the objects in it, in the order of the
// form.
func (h *htmlWriter) flat(p report.Pointer, prefix string, object map[string]any) []htmlNamed {
	var fields []htmlNamed
	for _, name := range h.fieldsOf(p, object) {
		at := p.Join(name)
		labels := h.catalog.Form().Labels(at)
		label := prefix + cmp.Or(labels[len(labels)-1][h.language], name)
		switch value := object[name].(type) {
		case map[string]any:
			if money, err := h.wording.Value(value); err == nil {
				fields = append(fields, htmlNamed{label, money})
			} else {
				fields = append(fields, h.flat(at, label+" › ", value)...)
			}
		case []any:
			if len(value) > 0 {
				fields = append(fields, htmlNamed{label, counted(len(value), h.html.Entries)})
			}
		default:
			if text, ok := h.scalar(at, value); ok && strings.TrimSpace(text) != "" {
				fields = append(fields, htmlNamed{label, cut(text, valueLength/3)})
			}
		}
	}
	return fields
}

// fieldsOf are the fields that an object has, in the order of the form, those that
// the form does not know behind them.
func (h *htmlWriter) fieldsOf(p report.Pointer, object map[string]any) []string {
	known := h.catalog.Form().Fields(p)
	place := func(name string) int {
		if i := slices.Index(known, name); i >= 0 {
			return i
		}
		return len(known)
	}
	return slices.SortedFunc(maps.Keys(object), func(a, b string) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), strings.Compare(a, b))
	})
}

// scalar writes a value that is no object and no list as the form shows it.
func (h *htmlWriter) scalar(p report.Pointer, value any) (string, bool) {
	switch value := value.(type) {
	case string:
		if label := h.catalog.Form().Answer(p, value); label != nil {
			return label[h.language], true
		}
		return value, true
	case bool:
		return h.html.Truth[value], true
	case json.Number:
		if text := value.String(); len(text) == len("2024") {
			return text, true // more often a year than an amount
		}
		return h.number(value), true
	}
	return "", false
}

func (h *htmlWriter) number(value any) string {
	text, err := h.wording.Value(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return text
}
