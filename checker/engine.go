package checker

import (
	_ "embed"
	"errors"
	"io/fs"

	"github.com/plankoll/plankoll/checker/report"
)

// engineRules are the texts for what keeps a check from being made.
//
//go:embed engine.yaml
var engineRules []byte

// Unreadable is the report on a submission whose bytes could not be had.
func (c *Checker) Unreadable(name string, cause error) *report.Report {
	run := &run{checker: c, report: &report.Report{
		Tool:        report.Tool{Name: "plankoll", Version: Version},
		RulesDigest: c.digest,
		Input:       report.Input{Name: name},
	}}
	variant := "other"
	switch {
	case errors.Is(cause, fs.ErrNotExist):
		variant = "not-found"
	case errors.Is(cause, fs.ErrPermission):
		variant = "no-permission"
	}
	run.fault("engine/unreadable-file", "", map[string]any{"name": name, "cause": cause.Error()})
	run.report.Findings[0].Variant = variant
	run.finish()
	return run.report
}

// NotMade is the report where nothing could be checked at all. The cause is what a
// person is told of it, in Swedish and in English.
func (c *Checker) NotMade(swedish, english string) *report.Report {
	run := &run{checker: c, report: &report.Report{
		Tool:        report.Tool{Name: "plankoll", Version: Version},
		RulesDigest: c.digest,
	}}
	run.fault("engine/not-made", "", map[string]any{"cause": map[string]any{"sv": swedish, "en": english}})
	run.finish()
	return run.report
}
