// Package cases reads the cases of the rules, small wounds to a sound plan with
// what must be said of it then, and holds what a check says against them.
package cases

import (
	"encoding/json"
	"fmt"

	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker/internal/policy"
	"github.com/plankoll/plankoll/checker/report"
)

// Case is one wound, with all that must be said of the whole plan.
type Case struct {
	Name         string          `json:"name"`
	Wound        json.RawMessage `json:"wound"`
	Fires        []Remark        `json:"fires"`          // what the rule itself finds
	Also         []Remark        `json:"also,omitempty"` // what others rightly find
	NotEvaluated []Remark        `json:"not_evaluated,omitempty"`
	Manual       []Remark        `json:"manual,omitempty"`
}

// Remark is one thing that must be said.
type Remark struct {
	Rule    string         `json:"rule,omitempty"`
	Path    report.Pointer `json:"path"`
	Variant string         `json:"variant,omitempty"`
	Reason  string         `json:"reason,omitempty"`

	// What must be proposed, if the case says: an empty list is nothing.
	Fix *[]report.Change `json:"fix,omitempty"`
}

// Read reads a cases.yaml.
func Read(text []byte) ([]Case, error) {
	var file struct {
		Cases []Case `json:"cases"`
	}
	if err := yaml.UnmarshalStrict(text, &file); err != nil {
		return nil, err
	}
	return file.Cases, nil
}

// Patch changes a plan, and gives the day to judge by if the changes hold one.
func Patch(plan, changes []byte) (changed []byte, asOf string, err error) {
	result, err := policy.Patch(plan, changes)
	if err != nil {
		return nil, "", err
	}
	document, ok := result.(map[string]any)
	if !ok {
		return nil, "", fmt.Errorf("the changes %s leave no plan", changes)
	}
	if run, ok := document["$run"].(map[string]any); ok {
		if asOf, ok = run["asOf"].(string); !ok {
			return nil, "", fmt.Errorf("the changes %s hold no day in $run", changes)
		}
		delete(document, "$run")
	}
	changed, err = json.Marshal(document)
	return changed, asOf, err
}
