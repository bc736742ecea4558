// Package policy compiles the rules and runs them. It is the only package that
// knows of OPA.
package policy

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"golang.org/x/sync/errgroup"
	"sigs.k8s.io/yaml"
)

// Set is a compiled set of rules with its data. It is not changed once loaded,
// so any number of checks may run on it at once.
type Set struct {
	compiler *ast.Compiler
	store    storage.Store
	all      ast.Body            // what all rules say, in one query
	says     map[string][]string // which of said each rule says, by id
	alone    map[string]ast.Body // what one rule says, by id
	across   map[string][]string // the rules across submissions, as says
	groups   map[string]GroupKind
	memos    *memos
	audit    func() (*audit, error)
}

// The names under which a rule may say something, and the set of members of
// package plankoll that gathers them.
var (
	said     = []string{"finding", "not_evaluated", "manual", "relation"}
	gathered = []string{"findings", "not_evaluated", "manual", "relations", "evaluated"}
)

// Load compiles the Rego files among policies, tests left out, and reads the
// YAML files that are not part of a rule's folder as data. The compilation is
// strict, allows only the built-in functions in builtins.yaml, and checks every
// reference to the input against the schema. All that is wrong is reported.
func Load(policies map[string][]byte, schema []byte) (*Set, error) {
	modules, unparsed := parse(policies)
	capabilities, disallowed := allowed(policies)
	data, unread := Data(policies)
	if err := errors.Join(unparsed, disallowed, unread); err != nil {
		return nil, err
	}
	shape, err := forTypeChecker(schema)
	if err != nil {
		return nil, err
	}
	schemas := ast.NewSchemaSet()
	schemas.Put(ast.SchemaRootRef, shape)
	compiler := ast.NewCompiler().
		WithStrict(true).
		WithCapabilities(capabilities).
		WithSchemas(schemas).
		WithUseTypeCheckAnnotations(true).
		SetErrorLimit(0)
	compiler.Compile(modules)
	if compiler.Failed() {
		return nil, compiler.Errors
	}
	set := &Set{
		compiler: compiler,
		store:    inmem.NewFromObjectWithOpts(data, inmem.OptRoundTripOnWrite(false)),
		alone:    map[string]ast.Body{},
		memos:    newMemos(compiler),
	}
	if set.says, err = decisions(compiler); err != nil {
		return nil, err
	}
	if set.across, err = acrossRules(compiler); err != nil {
		return nil, err
	}
	if set.groups, err = readGroups(policies["facts/groups.yaml"]); err != nil {
		return nil, err
	}
	set.audit = sync.OnceValues(set.prepareAudit)
	if err := set.prepare(); err != nil {
		return nil, err
	}
	return set, nil
}

// Compact lets go of what only a compilation needs. The collector goes through all that
// the rules take every time it runs, and this is a third of it. It takes a while, and no
// rules may be asked meanwhile.
func (s *Set) Compact() {
	compiler := s.compiler
	// Expressions tell where a rule failed. Terms that are shared by all have no place.
	unplaced := func(term *ast.Term) {
		if term.Location != nil {
			term.Location = nil
		}
	}
	nodes := ast.NewGenericVisitor(func(node any) bool {
		switch node := node.(type) {
		case *ast.Term:
			unplaced(node)
		case *ast.Head:
			for _, term := range node.Reference {
				unplaced(term)
			}
		}
		return false
	})
	for _, module := range compiler.Modules {
		nodes.Walk(module)
		for _, rule := range module.Rules {
			// An else of a copied rule still points at the module that was parsed.
			for ; rule != nil; rule = rule.Else {
				rule.Module = module
			}
		}
	}
	compiler.Graph = nil
}

// Rules returns the ids of the rules, sorted.
func (s *Set) Rules() []string { return slices.Sorted(maps.Keys(s.says)) }

// Finds tells whether a rule can have findings; if not, it only names what a
// person has to judge.
func (s *Set) Finds(rule string) bool { return slices.Contains(s.says[rule], "finding") }

func parse(policies map[string][]byte) (map[string]*ast.Module, error) {
	var names []string
	for _, file := range slices.Sorted(maps.Keys(policies)) {
		if path.Ext(file) == ".rego" && !strings.HasSuffix(file, "_test.rego") {
			names = append(names, file)
		}
	}
	parsed := make([]*ast.Module, len(names))
	wrong := make([][]error, len(names))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, file := range names {
		group.Go(func() error {
			module, err := ast.ParseModuleWithOpts(file, string(policies[file]), ast.ParserOptions{
				RegoVersion: ast.RegoV1, ProcessAnnotation: true,
			})
			if err != nil {
				wrong[i] = []error{err}
				return nil
			}
			// The identity of a rule is its place, so the package must say the same.
			if dir, name := path.Dir(file), packagePath(module); dir != name {
				wrong[i] = append(wrong[i], fmt.Errorf("%s: the package is %s, but the folder is %s", file, name, dir))
			}
			wrong[i] = append(wrong[i], negations(module)...)
			parsed[i] = module
			return nil
		})
	}
	_ = group.Wait() // what is wrong is told by file
	modules := map[string]*ast.Module{}
	var faults []error
	for i, file := range names {
		faults = append(faults, wrong[i]...)
		if parsed[i] != nil {
			modules[file] = parsed[i]
		}
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	if len(modules) == 0 {
		return nil, errors.New("there are no policies")
	}
	return modules, nil
}

// packagePath is a package as a folder: data.rules.smart.measurable is
// rules/smart/measurable.
func packagePath(module *ast.Module) string {
	var names []string
	for _, term := range module.Package.Path[1:] {
		if name, ok := term.Value.(ast.String); ok {
			names = append(names, string(name))
		}
	}
	return path.Join(names...)
}

// allowed is what OPA can do, cut down to the built-in functions that the
// policies may use, without any network.
func allowed(policies map[string][]byte) (*ast.Capabilities, error) {
	var list struct {
		Builtins []string `json:"builtins"`
	}
	if err := yaml.UnmarshalStrict(policies["builtins.yaml"], &list); err != nil {
		return nil, fmt.Errorf("builtins.yaml: %w", err)
	}
	capabilities := ast.CapabilitiesForThisVersion()
	var kept []*ast.Builtin
	for _, name := range list.Builtins {
		i := slices.IndexFunc(capabilities.Builtins, func(b *ast.Builtin) bool { return b.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("builtins.yaml: OPA has no built-in function %q", name)
		}
		if capabilities.Builtins[i].Nondeterministic {
			return nil, fmt.Errorf("builtins.yaml: %q does not always give the same result", name)
		}
		kept = append(kept, capabilities.Builtins[i])
	}
	capabilities.Builtins = kept
	capabilities.AllowNet = []string{}
	return capabilities, nil
}

// forTypeChecker is the schema as the type checker of OPA takes it: it follows
// types and properties, and knows no newer draft by name.
func forTypeChecker(schema []byte) (any, error) {
	var document map[string]any
	if err := json.Unmarshal(schema, &document); err != nil {
		return nil, fmt.Errorf("reading the schema: %w", err)
	}
	delete(document, "$schema")
	delete(document, "$id")
	return document, nil
}

// Data reads the YAML files outside the rules' folders. A file stands under
// the path of its folder, as `opa` loads it.
func Data(policies map[string][]byte) (map[string]any, error) {
	data := map[string]any{}
	for _, file := range slices.Sorted(maps.Keys(policies)) {
		if path.Ext(file) != ".yaml" || strings.HasPrefix(file, "rules/") || strings.HasPrefix(file, "audit/") {
			continue
		}
		plain, err := yaml.YAMLToJSONStrict(policies[file])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		decoder := json.NewDecoder(bytes.NewReader(plain))
		decoder.UseNumber()
		var content map[string]any
		if err := decoder.Decode(&content); err != nil {
			return nil, fmt.Errorf("%s: not a mapping of names to values: %w", file, err)
		}
		at := data
		if dir := path.Dir(file); dir != "." {
			for _, name := range strings.Split(dir, "/") {
				next, ok := at[name].(map[string]any)
				if _, exists := at[name]; exists && !ok {
					return nil, fmt.Errorf("%s: %q is already defined as a value", file, name)
				}
				if !ok {
					next = map[string]any{}
					at[name] = next
				}
				at = next
			}
		}
		for name, value := range content {
			if _, exists := at[name]; exists {
				return nil, fmt.Errorf("%s: %q is already defined in this folder", file, name)
			}
			at[name] = value
		}
	}
	return data, nil
}

// decisions finds the rules by their packages rules/<family>/<name>, and what
// each may say. That must be sets: anything else would be taken for silence.
func decisions(compiler *ast.Compiler) (map[string][]string, error) {
	says := map[string][]string{}
	var faults []error
	for file, module := range compiler.Modules {
		id, isRule := strings.CutPrefix(packagePath(module), "rules/")
		if !isRule {
			continue
		}
		if says[id] == nil {
			says[id] = []string{} // known, also if it says nothing
		}
		for _, rule := range module.Rules {
			name := string(rule.Head.Name)
			if len(rule.Head.Reference) == 1 && slices.Contains(said, name) && rule.Head.RuleKind() == ast.MultiValue {
				if !slices.Contains(says[id], name) {
					says[id] = append(says[id], name)
				}
			} else if slices.Contains(said, name) {
				faults = append(faults, fmt.Errorf("%s: %s must be a set: write `%s contains … if …`", file, name, name))
			}
		}
	}
	for id, sets := range says { // now that all files of each rule are read
		if !slices.Contains(sets, "finding") && !slices.Contains(sets, "manual") {
			faults = append(faults, fmt.Errorf("rules/%s: the rule has no `finding contains … if …`", id))
		}
	}
	if len(says) == 0 {
		faults = append(faults, errors.New("there are no rules below rules/<family>/<name>"))
	}
	slices.SortFunc(faults, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return says, errors.Join(faults...)
}

// prepare compiles the queries once.
func (s *Set) prepare() error {
	compile := func(terms map[string]string) (ast.Body, error) {
		names := make([]string, 0, len(terms))
		for name := range terms {
			names = append(names, name)
		}
		slices.Sort(names)
		var query []string
		for _, name := range names {
			query = append(query, name+" = "+terms[name])
		}
		return s.compile(strings.Join(query, "; "))
	}
	all := map[string]string{}
	for _, name := range gathered {
		all[name] = "data.plankoll." + name
		if s.compiler.GetRulesExact(ast.MustParseRef(all[name])) == nil {
			return fmt.Errorf("the entry point %s does not exist", all[name])
		}
	}
	var err error
	if s.all, err = compile(all); err != nil {
		return err
	}
	for id, sets := range s.says {
		family, name, _ := strings.Cut(id, "/")
		terms := map[string]string{}
		for _, set := range sets {
			terms[set] = fmt.Sprintf("data.rules[%q][%q].%s", family, name, set)
		}
		if s.alone[id], err = compile(terms); err != nil {
			return err
		}
	}
	return nil
}

func (s *Set) compile(query string) (ast.Body, error) {
	body, err := ast.ParseBody(query)
	if err != nil {
		return nil, err
	}
	return s.compiler.QueryCompiler().WithContext(ast.NewQueryContext()).Compile(body)
}

// read runs a function within a read transaction of the data.
func (s *Set) read(ctx context.Context, f func(storage.Transaction) error) error {
	return storage.Txn(ctx, s.store, storage.TransactionParams{}, f)
}
