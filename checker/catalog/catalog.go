package catalog

import (
	"maps"
	"slices"

	"github.com/plankoll/plankoll/checker/internal/form"
	"github.com/plankoll/plankoll/checker/report"
)

// Catalog is all rules, whichever stage they belong to, and the words of the
// form that their texts use. It is not changed once loaded.
type Catalog struct {
	rules        map[string]*Rule
	requirements []Requirement // in the order of their numbers
	retired      []Retired     // by id
	terms        map[string]form.Label
	form         *form.Form
}

// Rule returns the rule with an id, nil if there is none.
func (c *Catalog) Rule(id string) *Rule { return c.rules[id] }

// IDs returns the ids of all rules, sorted.
func (c *Catalog) IDs() []string { return slices.Sorted(maps.Keys(c.rules)) }

// Form returns the labels of the template's form.
func (c *Catalog) Form() *form.Form { return c.form }

// Term returns the word for a term in a language: a label of the form, or a
// word of the stages that need some of their own.
func (c *Catalog) Term(name string, language Language) (string, bool) {
	if label, ok := c.terms[name]; ok {
		return label[string(language)], true
	}
	if label, ok := c.form.Term(name); ok {
		return label[string(language)], true
	}
	return "", false
}

// Sections returns the sections of the template that a rule reads, sorted.
func (c *Catalog) Sections(rule *Rule) []string {
	sections := map[string]bool{}
	for _, pattern := range rule.Reads {
		if section := c.form.Section(report.Pointer(pattern)); section != "" {
			sections[section] = true
		}
	}
	return slices.Sorted(maps.Keys(sections))
}
