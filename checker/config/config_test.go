package config_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/config"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

// read reads a configuration for the rules there are.
func read(c *checker.Checker, raw string) (*config.Config, error) {
	read, err := config.Parse([]byte(raw), []string{"json", "text"})
	if err == nil {
		err = read.Fits(c.Catalog(), c.Demands)
	}
	return read, err
}

func TestRefused(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	for name, given := range map[string]struct{ config, said string }{
		"unknown key":            {"failsOn: error", "Fältet ”failsOn” hör inte hemma här. Menades ”failOn”?"},
		"unknown key of a rule":  {"rules:\n  smart/specific:\n    switchedOff: true\n    raeson: Nej.", "Fältet ”raeson” hör inte hemma här. Menades ”reason”?"},
		"no reason":              {"rules: {smart/specific: {switchedOff: true}}", "reason"},
		"empty reason":           {"rules: {smart/specific: {switchedOff: true, reason: ''}}", "Texten är tom"},
		"blank reason":           {"rules: {smart/specific: {switchedOff: true, reason: '  '}}", "styrtecken"},
		"escape in the reason":   {`rules: {smart/specific: {switchedOff: true, reason: "\e[2J"}}`, "styrtecken"},
		"both":                   {"rules: {smart/specific: {switchedOff: true, severity: info, reason: Nej.}}", "högst 2"},
		"not switched off":       {"rules: {smart/specific: {switchedOff: false, reason: Nej.}}", "true"},
		"unknown rule":           {"rules: {smart/spesific: {switchedOff: true, reason: Nej.}}", "Regeln ”smart/spesific” finns inte. Menades ”smart/specific”?"},
		"demanded, off":          {"rules: {budget/index: {switchedOff: true, reason: Nej.}}", "Mallen kräver det som regeln ”budget/index” prövar"},
		"demanded, milder":       {"rules: {budget/index: {severity: warning, reason: Nej.}}", "Mallen kräver det"},
		"heuristic as error":     {"rules: {smart/specific: {severity: error, reason: Ja.}}", "tolkar text och kan ta fel"},
		"reader":                 {"rules: {reader/duplicate-key: {switchedOff: true, reason: Nej.}}", "varken stängas av eller väga annorlunda"},
		"accountant":             {"rules: {accountant/wrong-figure: {switchedOff: true, reason: Nej.}}", "varken stängas av eller väga annorlunda"},
		"unknown format":         {"format: jsn", "Formatet ”jsn” finns inte"},
		"unknown output":         {"outputs: {jsn: a.json}", "Formatet ”jsn” finns inte"},
		"language":               {"lang: no", "”sv” och ”en”"},
		"level":                  {"failOn: varning", "Menades ”warning”?"},
		"timeout":                {"timeout: snart", "till exempel 90s eller 2m"},
		"timeout of nothing":     {"timeout: 0s", "till exempel 90s eller 2m"},
		"not YAML":               {"a: [", "inte YAML som går att läsa"},
		"tab":                    {"rules:\n\tx: 1", "inte YAML som går att läsa"},
		"a key twice":            {"lang: sv\nlang: en", "inte YAML som går att läsa"},
		"two documents":          {"lang: sv\n---\nfailOn: never", "flera YAML-dokument"},
		"a list":                 {"- lang: sv", "lista"},
		"bomb":                   {"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]", "YAML-referenser"},
		"tag":                    {"lang: !!binary c3Y=", "typmärken"},
		"merge":                  {"x: &x {lang: sv}\n<<: *x", "YAML-referenser"},
		"deep":                   {"a: " + strings.Repeat("[", 500) + strings.Repeat("]", 500), "för många nivåer"},
		"far too deep":           {strings.Repeat("[", 200_000), "inte YAML som går att läsa"},
		"large":                  {"# " + strings.Repeat("x", 2<<20), "större än"},
		"not UTF-8":              {"lang: \"s\xe4v\"", "inte YAML som går att läsa"},
		"zero bytes":             {"lang: \x00", "inte YAML som går att läsa"},
		"policies outside":       {"policies: [../other]", "ligger inte i samma mapp"},
		"policies from the root": {"policies: [/etc]", "ligger inte i samma mapp"},
		"policies out and in":    {"policies: [a/../../b]", "ligger inte i samma mapp"},
		"output outside":         {"outputs: {json: ../a.json}", "ligger inte i samma mapp"},
		"waivers outside":        {"waivers: ../w.yaml", "ligger inte i samma mapp"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := read(c, given.config)
			var faults report.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("it is taken: %v", err)
			}
			var said []string
			for _, fault := range faults {
				message, action := format.Message(fault, c.Catalog(), catalog.Swedish)
				said = append(said, message+" "+action)
			}
			if !strings.Contains(strings.Join(said, "\n"), given.said) {
				t.Errorf("it says %q, not %q", said, given.said)
			}
		})
	}
}

// What is wrong is told in the order of the lines.
func TestFaultsAreShownWhereTheyStand(t *testing.T) {
	_, err := config.Parse([]byte("lang: sv\nrules:\n  smart/specific:\n    switchedOff: true\n    raeson: Nej.\nfailsOn: x\n"), nil)
	var faults report.Faults
	if !errors.As(err, &faults) || len(faults) != 2 {
		t.Fatalf("%v", err)
	}
	for i, line := range []int{5, 6} {
		if got := faults[i].Place.Start.Line; got != line {
			t.Errorf("%s is shown on line %d, not %d", faults[i].Place.Pointer, got, line)
		}
	}
}

// What the README shows of a configuration can be used.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	_, block, found := strings.Cut(string(text), "\n    failOn:")
	block, _, _ = strings.Cut(block, "\n\n")
	shown, err := read(c, strings.ReplaceAll("failOn:"+block, "\n    ", "\n"))
	if !found || err != nil || len(shown.Weighings()) != 2 {
		t.Errorf("%v, %v, %+v", found, err, shown)
	}
}
