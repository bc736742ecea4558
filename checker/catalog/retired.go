package catalog

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"sigs.k8s.io/yaml"
)

// Retired is a rule that is no more. Reports and agreements may still name it, so
// its id is never used again.
type Retired struct {
	ID         string
	Since      string // YYYY-MM-DD
	Why        map[Language]string
	ReplacedBy []string // ids of the rules that took over, if any
}

// Retired returns the rules that are no more, by id.
func (c *Catalog) Retired() []Retired { return slices.Clone(c.retired) }

// loadRetired reads retired.yaml, and makes sure that no rule has an id that is
// in it.
func (c *Catalog) loadRetired(raw []byte) error {
	var file struct {
		Retired map[string]struct {
			Since      string              `json:"since"`
			Why        map[Language]string `json:"why"`
			ReplacedBy []string            `json:"replacedBy,omitempty"`
		} `json:"retired"`
	}
	if err := yaml.UnmarshalStrict(raw, &file); err != nil {
		return fmt.Errorf("retired.yaml: %w", err)
	}
	var faults []error
	fault := func(format string, args ...any) {
		faults = append(faults, fmt.Errorf("retired.yaml: "+format, args...))
	}
	for _, id := range slices.Sorted(maps.Keys(file.Retired)) {
		entry := file.Retired[id]
		if !idForm.MatchString(id) {
			fault("%q is no id of a rule", id)
		}
		if _, err := time.Parse(time.DateOnly, entry.Since); err != nil {
			fault("%s: since is %q, not a day as 2024-03-31", id, entry.Since)
		}
		for _, language := range Languages {
			if entry.Why[language] == "" {
				fault("%s lacks why.%s", id, language)
			}
		}
		for _, successor := range entry.ReplacedBy {
			if c.rules[successor] == nil && file.Retired[successor].Since == "" {
				fault("%s is replaced by %s, which is no rule", id, successor)
			}
		}
		if c.rules[id] != nil {
			faults = append(faults, faultOf(id, "",
				"the id belonged to a rule that was retired on %s, and is not used again; give the rule another name", entry.Since))
		}
		c.retired = append(c.retired, Retired{ID: id, Since: entry.Since, Why: entry.Why, ReplacedBy: entry.ReplacedBy})
	}
	return errors.Join(faults...)
}
