// Package config reads the configuration of an organisation: what the flags are
// where they are not given, and how much rules weigh.
package config

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/settings"
	"github.com/plankoll/plankoll/checker/internal/shape"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/schemas"
)

// Name is what the file is called where it is looked for.
const Name = ".plankoll.yaml"

// Config is the configuration. What is empty is left to the flags.
type Config struct {
	Language string            `json:"lang"`
	FailOn   string            `json:"failOn"`
	Format   string            `json:"format"`
	Outputs  map[string]string `json:"outputs"` // files, by format
	Inputs   []string          `json:"inputs"`
	Policies []string          `json:"policies"`
	Waivers  string            `json:"waivers"`
	Baseline string            `json:"baseline"`
	Timeout  string            `json:"timeout"`
	Rules    map[string]Rule   `json:"rules"` // by id

	file *settings.File
}

// Rule is how an organisation weighs a rule.
type Rule struct {
	Severity    report.Severity `json:"severity"`
	SwitchedOff bool            `json:"switchedOff"`
	Reason      string          `json:"reason"`
}

// Parse reads a configuration for the formats there are. What is wrong with it is of
// type report.Faults.
func Parse(raw []byte, formats []string) (*Config, error) {
	c := &Config{}
	file, err := settings.Read(raw, schemas.Config, c)
	if err != nil {
		return nil, err
	}
	c.file = file
	var faults report.Faults
	for at, path := range c.paths() {
		if !filepath.IsLocal(filepath.FromSlash(path)) {
			faults = append(faults, file.Fault(at, "outside", map[string]any{"path": path}))
		}
	}
	known := func(format string, at report.Pointer) {
		if !slices.Contains(formats, format) {
			faults = append(faults, file.Fault(at, "no-format", map[string]any{"format": format, "known": formats}))
		}
	}
	if c.Format != "" {
		known(c.Format, "/format")
	}
	for name := range c.Outputs {
		known(name, report.Pointer("/outputs").Join(name))
	}
	if len(faults) > 0 {
		return nil, faults.InOrder()
	}
	return c, nil
}

// paths are the files and folders that are named, by where.
func (c *Config) paths() map[report.Pointer]string {
	paths := map[report.Pointer]string{}
	for name, path := range map[string]string{"waivers": c.Waivers, "baseline": c.Baseline} {
		if path != "" {
			paths[report.Pointer("").Join(name)] = path
		}
	}
	for format, path := range c.Outputs {
		paths[report.Pointer("").Join("outputs", format)] = path
	}
	for name, list := range map[string][]string{"inputs": c.Inputs, "policies": c.Policies} {
		for i, path := range list {
			paths[report.Pointer("").Join(name).Index(i)] = path
		}
	}
	return paths
}

// Fits tells what in the configuration cannot be said of the rules that have been
// loaded. An organisation may be stricter than the template in what is exact. It may
// be laxer only in what the template does not demand: whoever receives a plan does
// not take it for accepted where what they demand has not been asked.
func (c *Config) Fits(rules *catalog.Catalog, demands func(rule string) bool) error {
	var faults report.Faults
	for id, weighed := range c.Rules {
		rule := rules.Rule(id)
		variant, values := "", map[string]any{"rule": id}
		switch {
		case rule == nil:
			variant = "no-rule"
			if near, _ := shape.Nearest(id, rules.IDs()); near != "" {
				variant, values["near"] = "no-rule-near", near
			}
		case rule.Stage != report.Policy:
			variant = "not-weighed"
		case demands(id) && weighed.Severity != report.Error:
			variant = "demanded"
		case !rule.MayBe(weighed.Severity):
			variant = "heuristic"
		default:
			continue
		}
		faults = append(faults, c.file.Fault(report.Pointer("/rules").Join(id), variant, values))
	}
	if len(faults) > 0 {
		return faults.InOrder()
	}
	return nil
}

// Weighings is how the rules weigh, by id.
func (c *Config) Weighings() map[string]report.Weighing {
	weighings := map[string]report.Weighing{}
	for id, rule := range c.Rules {
		weighings[id] = report.Weighing{
			Rule: id, By: report.ByOrganisation, Severity: rule.Severity,
			Reason: strings.Join(strings.Fields(rule.Reason), " "),
		}
	}
	return weighings
}

// Find looks for a file in a folder and those around it, up to the root of a
// repository. It returns "" where there is none.
func Find(name, folder string) (string, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	for {
		file := filepath.Join(folder, name)
		if _, err := os.Lstat(file); err == nil || !os.IsNotExist(err) {
			return file, err
		}
		_, err := os.Lstat(filepath.Join(folder, ".git"))
		around := filepath.Dir(folder)
		if err == nil || around == folder {
			return "", nil
		}
		folder = around
	}
}
