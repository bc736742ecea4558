package authoring

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
	"golang.org/x/sync/errgroup"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/cases"
	"github.com/plankoll/plankoll/checker/internal/policy"
	"github.com/plankoll/plankoll/policies"
)

// Tested is what came of the tests of some rules.
type Tested struct {
	Cases    int // that were run
	Tests    int // in Rego, that were run
	Fixes    int // that findings of the cases proposed, and that were applied
	Failures []Failure
	Files    []FileCoverage // of all policies that were to be tested, if measured
}

// Failure is a rule or a test in Rego that did not do what it should.
type Failure struct {
	Name   string
	Faults []string
}

// Covered is how much of all lines the tests reach, in per cent.
func (t *Tested) Covered() float64 {
	covered, all := 0, 0
	for _, file := range t.Files {
		covered += file.Covered
		all += file.Covered + file.Missed
	}
	if all == 0 {
		return 0
	}
	return 100 * float64(covered) / float64(all)
}

// ErrNoTests is told where there was nothing to run: that is no success.
var ErrNoTests = errors.New("no test was run")

// testTimeout is how long one test in Rego may take.
const testTimeout = 10 * time.Minute

// Options says what to run.
type Options struct {
	// Run is for a part of the tests: those whose names match. A case is called
	// "family/name: case".
	Run *regexp.Regexp

	// Lines measures which lines of the policies the tests reach. It takes several
	// times as long.
	Lines bool
}

// Test runs the cases and the tests in Rego of further folders, or of the program if
// there are none.
func Test(ctx context.Context, options Options, further ...fs.FS) (*Tested, error) {
	run := options.Run
	c, err := checker.Load(further...)
	if err != nil {
		return nil, err
	}
	files, err := checker.Policies(further...)
	if err != nil {
		return nil, err
	}
	theirs := func(file string) bool {
		_, err := fs.Stat(policies.Files, file)
		return len(further) == 0 || err != nil
	}
	modules := map[string]*ast.Module{}  // with the tests that are to run
	measured := map[string]*ast.Module{} // what they are to reach
	for name, text := range files {
		test := strings.HasSuffix(name, "_test.rego")
		if path.Ext(name) != ".rego" || test && !theirs(name) {
			continue
		}
		module, err := ast.ParseModuleWithOpts(name, string(text), ast.ParserOptions{RegoVersion: ast.RegoV1})
		if err != nil {
			return nil, err
		}
		modules[name] = module
		if !test && theirs(name) {
			measured[name] = module
		}
	}
	t := &Tested{}
	var coverage *Coverage
	tracing := ctx
	if options.Lines {
		coverage = NewCoverage()
		tracing = policy.WithTracer(ctx, coverage)
	}
	if err := t.runCases(tracing, c, run, files, theirs); err != nil {
		return nil, err
	}
	if err := t.runRego(ctx, coverage, run, files, modules); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if t.Cases+t.Tests == 0 {
		return nil, ErrNoTests
	}
	slices.SortFunc(t.Failures, func(a, b Failure) int { return strings.Compare(a.Name, b.Name) })
	if options.Lines {
		t.Files = coverage.Files(measured)
	}
	return t, nil
}

func (t *Tested) runCases(ctx context.Context, c *checker.Checker, run *regexp.Regexp, files map[string][]byte, theirs func(string) bool) error {
	suite := cases.New(ctx, c, policies.Sound)
	defer suite.Close()
	var lock sync.Mutex
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, folder := range ruleFolders(files) {
		if !theirs(path.Join(folder, "rule.yaml")) {
			continue
		}
		_, id, _ := strings.Cut(folder, "/")
		ask, ran, err := casesOf(suite, folder, files, run)
		if err != nil {
			return fmt.Errorf("%s: %w", path.Join(folder, "cases.yaml"), err)
		}
		if !ran {
			continue
		}
		group.Go(func() error {
			outcome := ask(ctx)
			faults := outcome.Faults
			if rule := c.Catalog().Rule(id); run == nil && rule != nil {
				for _, part := range outcome.Unsaid(rule) {
					faults = append(faults, "no case brings out "+part)
				}
			}
			if run == nil && outcome.Own == 0 && proposes(files[path.Join(folder, "rule.rego")]) {
				faults = append(faults, "no case has a finding with a fix")
			}
			lock.Lock()
			defer lock.Unlock()
			t.Cases += outcome.Ran
			t.Fixes += outcome.Fixes
			if len(faults) > 0 {
				t.Failures = append(t.Failures, Failure{id, faults})
			}
			return nil
		})
	}
	return group.Wait()
}

// casesOf reads the cases of a rule that are wanted, and how to run them. A rule of
// which none is wanted is not run; one that has none is, to say so.
func casesOf(suite *cases.Suite, folder string, files map[string][]byte, only *regexp.Regexp) (run func(context.Context) *cases.Outcome, ran bool, err error) {
	kind, id, _ := strings.Cut(folder, "/")
	unwanted := func(name string) bool { return only != nil && !only.MatchString(id+": "+name) }
	text := files[path.Join(folder, "cases.yaml")]
	if kind == "audit" {
		list, err := cases.ReadAcross(text)
		all := len(list)
		list = slices.DeleteFunc(list, func(c cases.AcrossCase) bool { return unwanted(c.Name) })
		return func(ctx context.Context) *cases.Outcome { return suite.RunAcross(ctx, id, list) }, only == nil && all == 0 || len(list) > 0, err
	}
	list, err := cases.Read(text)
	all := len(list)
	list = slices.DeleteFunc(list, func(c cases.Case) bool { return unwanted(c.Name) })
	return func(ctx context.Context) *cases.Outcome { return suite.Run(ctx, id, list) }, only == nil && all == 0 || len(list) > 0, err
}

// proposes tells whether a rule gives fixes at all.
func proposes(rule []byte) bool { return bytes.Contains(rule, []byte(`"fix":`)) }

func (t *Tested) runRego(ctx context.Context, coverage *Coverage, run *regexp.Regexp, files map[string][]byte, modules map[string]*ast.Module) error {
	data, err := policy.Data(files)
	if err != nil {
		return err
	}
	runner := tester.NewRunner().
		SetStore(inmem.NewFromObjectWithOpts(data, inmem.OptRoundTripOnWrite(false))).
		SetModules(modules).
		CapturePrintOutput(true).
		RaiseBuiltinErrors(true).
		SetTimeout(testTimeout)
	if coverage != nil {
		runner.SetCoverageQueryTracer(coverage)
	}
	if run != nil {
		runner.Filter(run.String())
	}
	results, err := runner.RunTests(ctx, nil)
	if err != nil {
		return err
	}
	for result := range results {
		t.Tests++
		if result.Pass() {
			continue
		}
		faults := []string{strings.TrimSpace(result.String())}
		if output := strings.TrimSpace(string(result.Output)); output != "" {
			faults = append(faults, output)
		}
		if result.Error != nil {
			faults = append(faults, result.Error.Error())
		}
		t.Failures = append(t.Failures, Failure{result.Package + "." + result.Name, faults})
	}
	return nil
}
