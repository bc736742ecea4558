package catalog

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"sigs.k8s.io/yaml"
)

// Requirement is one thing that the template demands.
type Requirement struct {
	ID        string              // R<section>.<n>
	Kinds     []string            // exact, cross, prose, person
	Texts     map[Language]string // what it demands, in a sentence
	Unchecked map[Language]string // why no rule checks it, nil if one is expected to
}

// Section is the section of the template that the requirement belongs to.
func (r Requirement) Section() string {
	number := strings.TrimPrefix(r.ID, "R")
	return number[:strings.LastIndexByte(number, '.')]
}

// Requirements returns what the template demands, in the order of its numbers.
func (c *Catalog) Requirements() []Requirement { return slices.Clone(c.requirements) }

// Requirement returns what the template demands under a number, false if nothing.
func (c *Catalog) Requirement(id string) (Requirement, bool) {
	i := slices.IndexFunc(c.requirements, func(r Requirement) bool { return r.ID == id })
	if i < 0 {
		return Requirement{}, false
	}
	return c.requirements[i], true
}

// CheckedBy returns the ids of the rules that check a requirement, sorted.
func (c *Catalog) CheckedBy(requirement string) []string {
	var ids []string
	for _, id := range c.IDs() {
		if slices.Contains(c.rules[id].Requirements, requirement) {
			ids = append(ids, id)
		}
	}
	return ids
}

// loadRequirements reads requirements.yaml, and makes sure that the rules name
// nothing that is not in it.
func (c *Catalog) loadRequirements(raw []byte) error {
	var file struct {
		Requirements map[string]struct {
			Kinds     []string            `json:"kinds"`
			Swedish   string              `json:"sv"`
			English   string              `json:"en"`
			Unchecked map[Language]string `json:"unchecked,omitempty"`
		} `json:"requirements"`
	}
	if err := yaml.UnmarshalStrict(raw, &file); err != nil {
		return fmt.Errorf("requirements.yaml: %w", err)
	}
	var faults []error
	for _, id := range slices.Sorted(maps.Keys(file.Requirements)) {
		entry := file.Requirements[id]
		if !requirementForm.MatchString(id) || !strings.Contains(id, ".") {
			faults = append(faults, fmt.Errorf("requirements.yaml: %q is no number of a template rule", id))
			continue
		}
		if entry.Swedish == "" || entry.English == "" || len(entry.Kinds) == 0 {
			faults = append(faults, fmt.Errorf("requirements.yaml: %s lacks a text or its kinds", id))
		}
		c.requirements = append(c.requirements, Requirement{
			ID: id, Kinds: entry.Kinds, Unchecked: entry.Unchecked,
			Texts: map[Language]string{Swedish: entry.Swedish, English: entry.English},
		})
	}
	slices.SortFunc(c.requirements, func(a, b Requirement) int { return compareNumbers(a.ID, b.ID) })
	for _, id := range c.IDs() {
		for _, requirement := range c.rules[id].Requirements {
			if _, ok := file.Requirements[requirement]; !ok {
				faults = append(faults, faultOf(id, "requirements", "the template has no rule %s", requirement))
			}
		}
	}
	return errors.Join(faults...)
}

// compareNumbers orders R1.4.9 before R1.4.10, and R3.2 before R3.1.1: a section
// before the sections within it.
func compareNumbers(a, b string) int {
	split := func(id string) []string { return strings.Split(strings.TrimPrefix(id, "R"), ".") }
	as, bs := split(a), split(b)
	return cmp.Or(
		compareParts(as[:len(as)-1], bs[:len(bs)-1]),
		compareParts(as[len(as)-1:], bs[len(bs)-1:]),
	)
}

func compareParts(a, b []string) int {
	return slices.CompareFunc(a, b, func(x, y string) int {
		m, _ := strconv.Atoi(x) // the form of the numbers is checked
		n, _ := strconv.Atoi(y)
		return cmp.Compare(m, n)
	})
}
