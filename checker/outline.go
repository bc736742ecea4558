package checker

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/form"
	"github.com/plankoll/plankoll/checker/report"
)

// outline names the parts of one submission.
type outline struct {
	form  *form.Form
	root  any
	names map[string]string // of what has an id, by id
}

// around returns the parts with an id on the way to a pointer, outermost first.
func (o outline) around(p report.Pointer) []report.Named {
	var parts []report.Named
	at, value := report.Pointer(""), o.root
	for _, segment := range p.Segments() {
		at = at.Join(segment)
		var ok bool
		if value, ok = report.Member(value, segment); !ok {
			break
		}
		if id := o.id(at, value); id != "" {
			parts = append(parts, report.Named{Pointer: at, ID: id, Name: o.names[id]})
		}
	}
	return parts
}

// called is what a place is called: the innermost part with a name, and the last
// fields below it as the form labels them. A part that is not there has the name
// that is given for it, if any.
func (o outline) called(p report.Pointer, absent string, language catalog.Language) string {
	name, from := absent, len(o.absent(p).Segments())
	if parts := o.around(p); len(parts) > 0 && absent == "" {
		part := parts[len(parts)-1]
		name, from = cmp.Or(part.Name, part.ID), len(part.Pointer.Segments())
	}
	if name == "" {
		from = 1 // behind the section
	}
	segments, labels := p.Segments(), o.form.Labels(p)
	var fields []string
	for i := from; i < len(segments); i++ {
		if label := labels[i][string(language)]; label != "" {
			fields = append(fields, label)
		} else if isYear(segments[i]) {
			fields = append(fields, segments[i])
		}
	}
	fields = slices.Compact(fields)
	fields = fields[max(0, len(fields)-2):]
	if name != "" {
		fields = append([]string{name}, fields...)
	}
	return strings.Join(fields, " › ")
}

// absent is the outermost part on the way to a pointer that is not there; the
// pointer itself if all of it is.
func (o outline) absent(p report.Pointer) report.Pointer {
	at := report.Pointer("")
	for _, segment := range p.Segments() {
		at = at.Join(segment)
		if _, found := o.at(at); !found {
			return at
		}
	}
	return p
}

func isYear(segment string) bool {
	_, err := strconv.Atoi(segment)
	return err == nil && len(segment) == len("2024")
}

// id is what a part is called by: its own id, or the id it stands for.
func (o outline) id(at report.Pointer, value any) string {
	object, ok := value.(map[string]any)
	if !ok {
		return ""
	}
	if id, ok := object["id"].(string); ok {
		return id
	}
	if field := o.form.Reference(at); field != "" {
		id, _ := object[field].(string)
		return id
	}
	return ""
}

// field is the way from the innermost part with an id to a pointer, without the
// places in lists on that way.
func (o outline) field(p report.Pointer) report.Pointer {
	field, at, value := report.Pointer(""), report.Pointer(""), o.root
	for _, segment := range p.Segments() {
		if _, list := value.([]any); !list {
			field = field.Join(segment)
		}
		at = at.Join(segment)
		value, _ = report.Member(value, segment)
		if o.id(at, value) != "" {
			field = ""
		}
	}
	return field
}

// at returns the value that a pointer names.
func (o outline) at(p report.Pointer) (value any, found bool) { return p.In(o.root) }

func innermost(parts []report.Named) string {
	if len(parts) == 0 {
		return ""
	}
	return parts[len(parts)-1].ID
}

// names collects the names of everything that has an id and a name or text.
func names(value any) map[string]string {
	found := map[string]string{}
	var walk func(any)
	walk = func(value any) {
		switch value := value.(type) {
		case map[string]any:
			id, hasID := value["id"].(string)
			name, hasName := value["name"].(string)
			if !hasName { // a goal is known by what it says
				name, hasName = value["text"].(string)
			}
			// Of two things with one id the same name is always chosen.
			if known, twice := found[id]; hasID && hasName && (!twice || name < known) {
				found[id] = name
			}
			for _, member := range value {
				walk(member)
			}
		case []any:
			for _, member := range value {
				walk(member)
			}
		}
	}
	walk(value)
	return found
}
