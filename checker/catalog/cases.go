package catalog

import (
	"fmt"

	"sigs.k8s.io/yaml"
)

// Cases are what a rule's cases.yaml shows, as far as a reader of its page wants to
// know. They are read when they are asked for: a check needs none. A rule without cases
// has none.
func (r *Rule) Cases() ([]Case, error) {
	var file struct {
		Cases []struct {
			Name  string `json:"name"`
			Fires []any  `json:"fires"`
		} `json:"cases"`
	}
	if err := yaml.Unmarshal(r.cases, &file); err != nil {
		return nil, fmt.Errorf("the cases of %s: %w", r.ID, err)
	}
	var cases []Case
	for _, c := range file.Cases {
		cases = append(cases, Case{Name: c.Name, Speaks: len(c.Fires) > 0})
	}
	return cases, nil
}
