// Package waiver lets findings stay for a time: somebody has answered for them, with
// a reason and until a day.
package waiver

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/settings"
	"github.com/plankoll/plankoll/checker/internal/shape"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/schemas"
)

// Name is what the file is called where it is looked for.
const Name = ".plankoll-waivers.yaml"

// Waiver is given for one finding on one submission. The fingerprint names the
// finding; the object or the path lets people see which it was.
type Waiver struct {
	Rule        string         `json:"rule" yaml:"rule"`
	Object      string         `json:"object" yaml:"object,omitempty"`
	Path        report.Pointer `json:"path" yaml:"path"`
	Supplier    string         `json:"supplier" yaml:"supplier"`
	ReportYear  int            `json:"reportYear" yaml:"reportYear"`
	Fingerprint string         `json:"fingerprint" yaml:"fingerprint"`
	Reason      string         `json:"reason" yaml:"reason"`
	ApprovedBy  string         `json:"approvedBy" yaml:"approvedBy"`
	LastDay     string         `json:"lastDay" yaml:"lastDay"` // YYYY-MM-DD; anything else has expired
}

// Parse reads waivers. What is wrong with them is of type report.Faults.
func Parse(raw []byte, rules *catalog.Catalog) ([]Waiver, error) {
	var waivers []Waiver
	file, err := settings.Read(raw, schemas.Waivers, &waivers)
	if err != nil {
		return nil, err
	}
	var faults report.Faults
	seen := map[string]bool{}
	for i := range waivers {
		w, at := &waivers[i], report.Pointer("").Index(i)
		w.Reason, w.ApprovedBy = inOneLine(w.Reason), inOneLine(w.ApprovedBy)
		values := map[string]any{"rule": w.Rule}
		rule := rules.Rule(w.Rule)
		switch {
		case rule == nil:
			variant := "no-rule"
			if near, _ := shape.Nearest(w.Rule, rules.IDs()); near != "" {
				variant, values["near"] = "no-rule-near", near
			}
			faults = append(faults, file.Fault(at.Join("rule"), variant, values))
		case !Waivable(rule.Stage):
			faults = append(faults, file.Fault(at.Join("rule"), "not-waived", values))
		}
		key := strings.Join([]string{w.Supplier, strconv.Itoa(w.ReportYear), w.Rule, w.Fingerprint}, "\n")
		if seen[key] {
			faults = append(faults, file.Fault(at.Join("fingerprint"), "waived-twice", map[string]any{"fingerprint": w.Fingerprint}))
		}
		seen[key] = true
	}
	if len(faults) > 0 {
		return nil, faults.InOrder()
	}
	return waivers, nil
}

// Waivable tells whether findings of a stage can be waived. Where the submission
// could not be read or the check not be made, nobody knows what would be waived.
func Waivable(stage report.Stage) bool {
	return slices.Contains([]report.Stage{report.Schema, report.Policy, report.Accountant, report.Audit}, stage)
}

// Of is a waiver of a finding, as far as the finding says what stands in it.
func Of(f report.Finding, r *report.Report) Waiver {
	return Waiver{
		Rule: f.Rule, Object: f.Object, Path: f.Place.Pointer,
		Supplier: r.Supplier, ReportYear: r.ReportYear, Fingerprint: f.Fingerprint,
	}
}

// Entry writes a waiver as it stands in a file, below a comment of one line.
func Entry(w Waiver, comment string) ([]byte, error) {
	var text bytes.Buffer
	fmt.Fprintf(&text, "# %s\n", inOneLine(comment))
	encoder := yaml.NewEncoder(&text)
	encoder.SetIndent(2)
	if err := encoder.Encode([]Waiver{w}); err != nil {
		return nil, err
	}
	return text.Bytes(), encoder.Close()
}

func inOneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
