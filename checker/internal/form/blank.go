package form

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Service is a service that a blank form gets a row for in every table.
type Service struct{ ID, Name, Kind string }

// Given is what is known of a submission before anything is filled in.
type Given struct {
	Fields   map[string]any // values of fields, by name, wherever the field stands
	Services []Service
}

// Blank writes an empty submission: every field that can stand empty, in the
// order of the form, a row for each service in the tables, and one initiative,
// one proposal and one goal each to begin with. What cannot stand empty (dates,
// amounts, yes or no) is left out, unless given.
func (f *Form) Blank(given Given) []byte {
	b := blank{form: f, given: given, used: map[string]int{}}
	object, _ := b.object(f.root, "")
	var out bytes.Buffer
	// What was just written is JSON.
	_ = json.Indent(&out, object, "", "  ")
	out.WriteByte('\n')
	return out.Bytes()
}

type blank struct {
	form  *Form
	given Given
	used  map[string]int // ids given out, by the kind of thing
}

// object writes an object of the fields that can stand empty; false if a
// required one cannot.
func (b *blank) object(n *node, service string) ([]byte, bool) {
	var out bytes.Buffer
	out.WriteByte('{')
	for _, field := range n.Properties {
		value, ok := b.value(field.name, b.form.resolve(field.node), service)
		if !ok {
			if slices.Contains(n.Required, field.name) {
				return nil, false
			}
			continue
		}
		if out.Len() > 1 {
			out.WriteByte(',')
		}
		fmt.Fprintf(&out, "%s:%s", quoted(field.name), value)
	}
	out.WriteByte('}')
	return out.Bytes(), true
}

func (b *blank) value(name string, n *node, service string) ([]byte, bool) {
	if value, ok := b.given.Fields[name]; ok {
		return quoted(value), true
	}
	if n.Reference == "service" && n.Type == "string" && service != "" {
		return quoted(service), true
	}
	switch n.Type {
	case "string":
		for _, neutral := range []string{"unanswered", "unstated"} {
			if slices.Contains(n.Enum, neutral) {
				return quoted(neutral), true
			}
		}
		empty := n.Enum == nil && n.Format == "" && n.Pattern == ""
		return quoted(""), empty
	case "array":
		return b.array(name, b.form.resolve(n.Items)), true
	case "object":
		// An exemption that is there, even empty, would look like one.
		if name == "exemption" || len(n.Properties) == 0 {
			return nil, false
		}
		object, ok := b.object(n, service)
		return object, ok && len(object) > len("{}")
	}
	return nil, false
}

// array writes one element for each service where the list is of services, and
// one to begin with where the elements have ids of their own.
func (b *blank) array(name string, items *node) []byte {
	var elements [][]byte
	switch {
	case name == "services" && items.Type == "object":
		for _, service := range b.given.Services {
			elements = append(elements, quoted(struct {
				ID   string `json:"id"`
				Name string `json:"name"`
				Kind string `json:"kind"`
			}(service)))
		}
	case b.form.refersTo(items) == "service":
		for _, service := range b.given.Services {
			if element, ok := b.object(items, service.ID); ok {
				elements = append(elements, element)
			}
		}
	case items.Properties.named("id") != nil:
		kind := strings.TrimSuffix(name, "s")
		b.used[kind]++
		id := fmt.Sprintf("%s-%d", kebab(kind), b.used[kind])
		one := *b
		one.given.Fields = map[string]any{"id": id}
		if element, ok := one.object(items, ""); ok {
			elements = append(elements, element)
		}
	}
	return append(append([]byte{'['}, bytes.Join(elements, []byte{','})...), ']')
}

// refersTo is the kind of thing that the elements of a table stand for.
func (f *Form) refersTo(items *node) string {
	if field := f.reference(items); field != "" {
		return f.resolve(items.Properties.named(field)).Reference
	}
	return ""
}

func quoted(value any) []byte {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(value) // strings and numbers can always be written
	return bytes.TrimSpace(out.Bytes())
}

// kebab writes effectGoal as effect-goal.
func kebab(name string) string {
	var b strings.Builder
	for _, r := range name {
		if r >= 'A' && r <= 'Z' {
			b.WriteByte('-')
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}
