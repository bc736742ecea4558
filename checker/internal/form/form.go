// Package form knows the template's form as the schema describes it: which
// section a field stands in, what its label says, what its answers are called.
package form

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/report"
)

// Label is a text in each language, by language code.
type Label map[string]string

// Form is the labels of one schema. It is not changed after New.
type Form struct {
	root  *node
	terms map[string]Label
}

// node is one schema, with what the form needs of it. The keys that begin with
// x- are the schema's own annotations (see schemas/submission.schema.json).
type node struct {
	Ref               string           `json:"$ref"`
	Title             string           `json:"title"`
	Description       string           `json:"description"`
	English           string           `json:"x-en"`
	InEnglish         string           `json:"x-en-description"`
	Section           string           `json:"x-section"`
	Reference         string           `json:"x-reference"`
	Labels            map[string]Label `json:"x-labels"`
	Type              string           `json:"type"`
	Format            string           `json:"format"`
	Pattern           string           `json:"pattern"`
	Enum              []string         `json:"enum"`
	Required          []string         `json:"required"`
	Properties        properties       `json:"properties"`
	PatternProperties map[string]*node `json:"patternProperties"`
	Items             *node            `json:"items"`
	AnyOf             []*node          `json:"anyOf"`
	Definitions       map[string]*node `json:"$defs"`
}

// properties are the fields of an object in the order of the schema, which is
// that of the form.
type properties []property

type property struct {
	name string
	*node
}

// UnmarshalJSON keeps the order that a map would lose.
func (p *properties) UnmarshalJSON(raw []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	if _, err := decoder.Token(); err != nil {
		return err
	}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return err
		}
		field := property{name: fmt.Sprint(name), node: new(node)}
		if err := decoder.Decode(field.node); err != nil {
			return err
		}
		*p = append(*p, field)
	}
	return nil
}

func (p properties) named(name string) *node {
	for _, field := range p {
		if field.name == name {
			return field.node
		}
	}
	return nil
}

// New reads the form out of a JSON Schema whose references are all of the form
// #/$defs/name.
func New(schema []byte) (*Form, error) {
	root := new(node)
	if err := json.Unmarshal(schema, root); err != nil {
		return nil, fmt.Errorf("reading the schema: %w", err)
	}
	f := &Form{root: root, terms: map[string]Label{}}
	if err := f.collect(root); err != nil {
		return nil, err
	}
	for _, definition := range root.Definitions {
		if err := f.collect(definition); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// Term returns the label of a term: title.<field>, or <field>.<answer>.
func (f *Form) Term(name string) (Label, bool) {
	label := f.terms[name]
	return label, label != nil
}

// Section returns the section of the template that a pointer lies in, "" if
// none.
func (f *Form) Section(p report.Pointer) string {
	section := ""
	for _, step := range f.walk(p) {
		if step != nil && step.Section != "" {
			section = step.Section
		}
	}
	return section
}

// SectionTitle returns the label of a section of the template.
func (f *Form) SectionTitle(section string) Label {
	for _, property := range f.root.Properties {
		if property.Section == section {
			return property.label()
		}
	}
	return nil
}

// Labels returns the label of each step on the way to p, one per segment, nil
// where the form has none.
func (f *Form) Labels(p report.Pointer) []Label {
	steps := f.walk(p)
	labels := make([]Label, len(steps))
	for i, step := range steps {
		if step != nil {
			labels[i] = step.label()
		}
	}
	return labels
}

// Fields returns the names of the fields of what p points at, in the order of the
// form.
func (f *Form) Fields(p report.Pointer) []string {
	at := f.root
	if steps := f.walk(p); len(steps) > 0 {
		at = steps[len(steps)-1]
	}
	if at == nil {
		return nil
	}
	var names []string
	for _, branch := range append([]*node{at}, at.AnyOf...) {
		for _, field := range f.resolve(branch).Properties {
			if !slices.Contains(names, field.name) {
				names = append(names, field.name)
			}
		}
	}
	return names
}

// Answer returns what an answer to the choice at p is called, nil if it is none.
func (f *Form) Answer(p report.Pointer, answer string) Label {
	steps := f.walk(p)
	if len(steps) == 0 || steps[len(steps)-1] == nil {
		return nil
	}
	return steps[len(steps)-1].Labels[answer]
}

// Description returns what is to be filled in at p, nil if the form does not say.
func (f *Form) Description(p report.Pointer) Label {
	steps := f.walk(p)
	if len(steps) == 0 || steps[len(steps)-1] == nil {
		return nil
	}
	last := steps[len(steps)-1]
	return Label{"sv": last.Description, "en": last.InEnglish}
}

// Reference returns the field by which an element at p points at something
// with an id of its own, "" if it does not.
func (f *Form) Reference(p report.Pointer) string {
	steps := f.walk(p)
	if len(steps) == 0 || steps[len(steps)-1] == nil {
		return ""
	}
	return f.reference(steps[len(steps)-1])
}

// reference is the field by which an element points at something else.
func (f *Form) reference(n *node) string {
	for _, property := range n.Properties {
		if f.resolve(property.node).Reference != "" {
			return property.name
		}
	}
	return ""
}

func (n *node) label() Label {
	if n.Title == "" {
		return nil
	}
	return Label{"sv": n.Title, "en": n.English}
}

// walk follows a pointer through the schema; a step that the schema does not
// know, and all behind it, is nil.
func (f *Form) walk(p report.Pointer) []*node {
	segments := p.Segments()
	steps := make([]*node, len(segments))
	at := f.root
	for i, segment := range segments {
		if at = f.child(at, segment); at == nil {
			break
		}
		at = f.resolve(at)
		steps[i] = at
	}
	return steps
}

func (f *Form) child(n *node, segment string) *node {
	n = f.resolve(n)
	if n.Items != nil {
		return n.Items
	}
	if property := n.Properties.named(segment); property != nil {
		return property
	}
	for pattern, property := range n.PatternProperties {
		if ok, err := regexp.MatchString(pattern, segment); err == nil && ok {
			return property
		}
	}
	for _, branch := range n.AnyOf {
		if property := f.child(branch, segment); property != nil {
			return property
		}
	}
	return nil
}

// resolve follows $ref; what stands beside it wins over what it points at.
func (f *Form) resolve(n *node) *node {
	if n.Ref == "" {
		return n
	}
	target, ok := f.root.Definitions[strings.TrimPrefix(n.Ref, "#/$defs/")]
	if !ok {
		return n
	}
	merged := *f.resolve(target)
	if n.Title != "" {
		merged.Title, merged.English = n.Title, n.English
	}
	if n.Description != "" {
		merged.Description, merged.InEnglish = n.Description, n.InEnglish
	}
	if n.Reference != "" {
		merged.Reference = n.Reference
	}
	return &merged
}

// collect gathers the terms below a schema. A name that stands for two things
// in the form is no term.
func (f *Form) collect(n *node) error {
	for _, property := range n.Properties {
		name, resolved := property.name, f.resolve(property.node)
		if label := resolved.label(); label != nil {
			f.add("title."+name, label)
		}
		for answer, label := range resolved.Labels {
			if label["sv"] == "" || label["en"] == "" {
				return fmt.Errorf("the schema lacks a label for the answer %q of %q", answer, name)
			}
			f.add(name+"."+answer, label)
		}
		if err := f.collect(property.node); err != nil {
			return err
		}
	}
	if n.Items != nil {
		return f.collect(n.Items)
	}
	for _, branch := range n.AnyOf {
		if err := f.collect(branch); err != nil {
			return err
		}
	}
	return nil
}

func (f *Form) add(name string, label Label) {
	if known, ok := f.terms[name]; ok && (known["sv"] != label["sv"] || known["en"] != label["en"]) {
		label = nil
	}
	f.terms[name] = label
}

// Answers returns the answers that a field at p may have, nil if it is no choice.
func (f *Form) Answers(p report.Pointer) []string {
	steps := f.walk(p)
	if len(steps) == 0 || steps[len(steps)-1] == nil {
		return nil
	}
	return steps[len(steps)-1].Enum
}
