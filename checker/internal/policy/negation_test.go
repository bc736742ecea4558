package policy

import (
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// What is looked up under not is looked up outside of it: where it is missing,
// the rule is silent.
func TestNegations(t *testing.T) {
	for body, refused := range map[string]bool{
		"not ok":                                      false,
		"not ok(x)":                                   false,
		"not ok(x, 1, \"y\")":                         false,
		"not input.a":                                 false,
		"not input.a.b[x]":                            false,
		"not data.plan.ok(x)":                         false,
		"not x in {1, 2}":                             false,
		"not x in [y | some y in input.list]":         false,
		"not ok([y | y := input.a])":                  false,
		"not ok({y | y := input.a})":                  false,
		"not ok({y: 1 | y := input.a})":               false,
		"not ok(x + 1)":                               false,
		"input.a; not ok(x)":                          false,
		"startswith(input.a, \"x\")":                  false,
		"not ok(input.a)":                             true,
		"not startswith(input.a, \"x\")":              true,
		"not input.a == 1":                            true,
		"not input.a[input.b]":                        true,
		"not x in input.list":                         true,
		"not ok(x.a)":                                 true,
		"not ok(x + input.a)":                         true,
		"not ok(lower(x))":                            true,
		"not ok([input.a])":                           true,
		"not ok({\"k\": input.a})":                    true,
		"not ok({x.a})":                               true,
		"some y in input.list; not ok(y.a)":           true,
		"count([y | some y in [1]; not ok(x.a)]) > 0": true,
		"every y in [1] { not ok(x.a) }":              true,
	} {
		module, err := ast.ParseModuleWithOpts("a.rego", "package a\n\nx := {}\n\nok(_)\n\nr if { "+body+" }", ast.ParserOptions{RegoVersion: ast.RegoV1})
		if err != nil {
			t.Errorf("%s: %v", body, err)
			continue
		}
		if faults := negations(module); len(faults) > 0 != refused {
			t.Errorf("%s: %v, want refused %v", body, faults, refused)
		}
	}
}
