package catalog

import (
	"fmt"

	"sigs.k8s.io/yaml"
)

// readCases reads what a rule's cases.yaml shows, as far as a reader of its page
// wants to know. A rule without cases has none.
func readCases(raw []byte) ([]Case, error) {
	var file struct {
		Cases []struct {
			Name  string `json:"name"`
			Fires []any  `json:"fires"`
		} `json:"cases"`
	}
	if err := yaml.Unmarshal(raw, &file); err != nil {
		return nil, fmt.Errorf("cases.yaml: %w", err)
	}
	var cases []Case
	for _, c := range file.Cases {
		cases = append(cases, Case{Name: c.Name, Speaks: len(c.Fires) > 0})
	}
	return cases, nil
}
