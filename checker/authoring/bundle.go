package authoring

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/internal/policy"
)

// Bundle writes the rules with their data as a bundle that any OPA runs. What is
// under data is the same as when OPA reads the folders, except tests and cases. The
// same rules give the same bytes.
func Bundle(w io.Writer, further ...fs.FS) error {
	c, err := checker.Load(further...)
	if err != nil {
		return err
	}
	files, err := checker.Policies(further...)
	if err != nil {
		return err
	}
	data, err := policy.Data(files)
	if err != nil {
		return err
	}
	if err := addRules(data, files); err != nil {
		return err
	}
	roots := map[string]bool{}
	for name := range data {
		roots[name] = true
	}
	version := ast.RegoV1.Int()
	out := bundle.Bundle{Data: data, Manifest: bundle.Manifest{Revision: c.RulesDigest(), RegoVersion: &version}}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if path.Ext(name) != ".rego" || strings.HasSuffix(name, "_test.rego") {
			continue
		}
		root, _, _ := strings.Cut(name, "/") // a policy stands in the folder of its package
		roots[root] = true
		out.Modules = append(out.Modules, bundle.ModuleFile{URL: name, Path: name, Raw: files[name]})
	}
	sorted := slices.Sorted(maps.Keys(roots))
	out.Manifest.Roots = &sorted
	return bundle.Write(w, out)
}

// addRules puts each rule.yaml under the path of its rule: whoever runs the rules
// without us wants to know how much each weighs and what it is called.
func addRules(data map[string]any, files map[string][]byte) error {
	families := map[string]any{}
	for _, id := range ruleIDs(files) {
		file := path.Join("rules", id, "rule.yaml")
		var rule any
		if err := yaml.Unmarshal(files[file], &rule); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		family, name, _ := strings.Cut(id, "/")
		rules, ok := families[family].(map[string]any)
		if !ok {
			rules = map[string]any{}
			families[family] = rules
		}
		rules[name] = rule
	}
	data["rules"] = families
	return nil
}
