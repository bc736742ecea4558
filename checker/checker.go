// Package checker checks the yearly plans of suppliers: it reads a submission,
// holds it against the schema, asks the rules, and reports.
//
// A Checker is loaded once and may then check any number of submissions, from
// several goroutines at once.
package checker

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/accountant"
	"github.com/plankoll/plankoll/checker/internal/document"
	"github.com/plankoll/plankoll/checker/internal/form"
	"github.com/plankoll/plankoll/checker/internal/policy"
	"github.com/plankoll/plankoll/checker/internal/profile"
	"github.com/plankoll/plankoll/checker/internal/shape"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/checker/waiver"
	"github.com/plankoll/plankoll/policies"
	"github.com/plankoll/plankoll/schemas"
)

// Version is the version of the program and its rules.
const Version = "0.1.0"

// MaxBytes is the size of the largest submission that is read.
var MaxBytes = int64(document.DefaultLimits.MaxBytes)

// Checker is the loaded schema, rules, texts and profiles.
type Checker struct {
	schema   *shape.Schema
	rules    *policy.Set
	catalog  *catalog.Catalog
	profiles map[string]*profile.Profile
	digest   string
}

// Submission is what is to be checked.
type Submission struct {
	Name  string // what the report calls it; never opened
	Bytes []byte // the JSON document; not changed, and must not change meanwhile
}

// Options says how to check.
type Options struct {
	// AsOf is the day that dated rules judge by, YYYY-MM-DD. Empty means the
	// submission's own date.
	AsOf string

	// Weighings is how much rules weigh for whoever checks, by id. It goes for those
	// that the profile asks.
	Weighings map[string]report.Weighing

	// Waivers are given for findings, on whichever submissions they name.
	Waivers []waiver.Waiver

	// Facts asks also for what rules across submissions need to know.
	Facts bool
}

// Load loads the rules that come with the program, and those of further folders
// laid out like it. All that is wrong with them is in the error; a Checker is
// returned only if nothing is.
func Load(further ...fs.FS) (*Checker, error) {
	files, err := Policies(further...)
	if err != nil {
		return nil, err
	}
	c := &Checker{digest: digest(files)}
	// None of these needs another, and the rules take longest.
	var group errgroup.Group
	group.Go(func() (err error) {
		c.schema, err = shape.Compile(schemas.Submission)
		return err
	})
	var texts, decisions error
	group.Go(func() error {
		c.catalog, texts = catalogOf(files)
		return nil
	})
	c.rules, decisions = policy.Load(files, schemas.Submission)
	if err := group.Wait(); err != nil {
		return nil, err
	}
	if err := errors.Join(texts, decisions); err != nil {
		return nil, fmt.Errorf("the rules cannot be used:\n%w", err)
	}
	c.profiles, err = profile.Load(files, schemas.Profile, c.catalog)
	if err != nil {
		return nil, fmt.Errorf("the profiles cannot be used:\n%w", err)
	}
	if err := c.complete(); err != nil {
		return nil, fmt.Errorf("the rules cannot be used:\n%w", err)
	}
	return c, nil
}

// LoadCatalog reads what there is to know about the rules that Load loads, but not what
// they decide: that takes a tenth of the time.
func LoadCatalog(further ...fs.FS) (*catalog.Catalog, error) {
	files, err := Policies(further...)
	if err != nil {
		return nil, err
	}
	return catalogOf(files)
}

func catalogOf(files map[string][]byte) (*catalog.Catalog, error) {
	labels, err := form.New(schemas.Submission)
	if err != nil {
		return nil, err
	}
	c, err := catalog.Load(files, labels,
		catalog.Source{Stage: report.Reader, Rules: document.Rules},
		catalog.Source{Stage: report.Schema, Rules: shape.Rules, Terms: shape.Terms},
		catalog.Source{Stage: report.Accountant, Rules: accountant.Rules, Terms: accountant.Terms},
		catalog.Source{Stage: report.Waivers, Rules: waiver.Rules},
		catalog.Source{Stage: report.Engine, Rules: engineRules},
	)
	if err == nil {
		placePages(c)
	}
	return c, err
}

// pages is where the pages of the rules stand, which CI keeps as the rules are.
const pages = "https://github.com/plankoll/plankoll/blob/main/policies/"

// placePages notes where the page of each rule that comes with the program stands.
// Those of the stages that are no policies stand together on one.
func placePages(c *catalog.Catalog) {
	for _, id := range c.IDs() {
		rule := c.Rule(id)
		folder, isPolicy := map[report.Stage]string{report.Policy: "rules/", report.Audit: "audit/"}[rule.Stage]
		if !isPolicy {
			rule.Page = pages + "README.md"
		} else if _, err := fs.Stat(policies.Files, folder+id+"/rule.yaml"); err == nil {
			rule.Page = pages + folder + id + "/README.md"
		}
	}
}

// complete makes sure that what decides and what has texts are the same rules.
func (c *Checker) complete() error {
	var faults []error
	fault := func(rule, format string, args ...any) {
		faults = append(faults, &catalog.Fault{Rule: rule, What: fmt.Sprintf(format, args...)})
	}
	decided := c.rules.Rules()
	for _, id := range decided {
		if c.catalog.Rule(id) == nil {
			fault(id, "has no rule.yaml with its texts")
		}
	}
	for _, id := range c.catalog.IDs() {
		rule := c.catalog.Rule(id)
		if rule.Stage != report.Policy {
			continue
		}
		if !slices.Contains(decided, id) {
			fault(id, "has texts but no policy that decides it")
		} else if finds := c.rules.Finds(id); finds == (rule.Kind == catalog.ByHand) {
			fault(id, "is %s, but its policy says otherwise (finding: %v)", rule.Kind, finds)
		}
	}
	across := c.rules.AcrossRules()
	for _, id := range across {
		if c.catalog.Rule(id) == nil {
			fault(id, "has no rule.yaml with its texts")
		}
	}
	for _, id := range c.catalog.IDs() {
		if c.catalog.Rule(id).Stage == report.Audit && !slices.Contains(across, id) {
			fault(id, "has texts but no policy that decides it")
		}
	}
	return errors.Join(faults...)
}

// Catalog returns what there is to know about the rules.
func (c *Checker) Catalog() *catalog.Catalog { return c.catalog }

// Profiles returns the names of the template profiles, sorted.
func (c *Checker) Profiles() []string {
	var names []string
	for name := range c.profiles {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Years returns the report years that there are profiles for, sorted.
func (c *Checker) Years() []int {
	var years []int
	for _, profile := range c.profiles {
		years = append(years, profile.Years...)
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// Demands tells whether a rule is an error by itself or in any profile: what it finds
// is then something that the template demands.
func (c *Checker) Demands(id string) bool {
	rule := c.catalog.Rule(id)
	for _, profile := range c.profiles {
		if profile.Demands(rule) {
			return true
		}
	}
	return false
}

// RulesDigest is "sha256:" and the checksum of everything that decides: the
// policies, their texts and data, the profiles and the schema.
func (c *Checker) RulesDigest() string { return c.digest }

// Check checks one submission. Whatever goes wrong is a finding in the report:
// a check that could not be made never looks like one that passed. When the
// context ends the report says so.
func (c *Checker) Check(ctx context.Context, submission Submission, options Options) *report.Report {
	run := &run{checker: c, options: options, report: &report.Report{
		Tool:        report.Tool{Name: "plankoll", Version: Version},
		RulesDigest: c.digest,
		Input:       report.Input{Name: submission.Name},
		AsOf:        options.AsOf,
	}}
	run.check(ctx, submission.Bytes)
	run.finish()
	return run.report
}

// Clash is a file in a further folder that would change what another folder says.
type Clash struct{ File, What string }

func (c *Clash) Error() string { return c.File + " " + c.What }

// Policies reads the policies that come with the program and those of further
// folders, by name, with their tests and cases. A folder may add packages but
// neither replace a file nor add one to a package of another folder: a rule that
// changes its meaning unseen is no rule.
func Policies(further ...fs.FS) (map[string][]byte, error) {
	files := map[string][]byte{}
	owner := map[string]int{} // which of the folders a package is from
	var clashes []error
	for i, folder := range append([]fs.FS{policies.Files}, further...) {
		empty := true
		err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !slices.Contains([]string{".rego", ".yaml"}, path.Ext(name)) {
				return err
			}
			empty = false
			if files[name] != nil {
				clashes = append(clashes, &Clash{name, "stands in two folders of policies"})
				return nil
			}
			if first, ok := owner[path.Dir(name)]; ok && first != i {
				clashes = append(clashes, &Clash{name, "adds to a package of another folder of policies"})
				return nil
			}
			owner[path.Dir(name)] = i
			files[name], err = fs.ReadFile(folder, name)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("reading the policies: %w", err)
		}
		if empty {
			return nil, fmt.Errorf("further folder %d holds no policies: no .rego and no .yaml files", i)
		}
	}
	if err := errors.Join(clashes...); err != nil {
		return nil, fmt.Errorf("reading the policies: %w", err)
	}
	return files, nil
}

// DigestRules is what RulesDigest says of the rules that Load would load, without
// loading them.
func DigestRules(further ...fs.FS) (string, error) {
	files, err := Policies(further...)
	if err != nil {
		return "", err
	}
	return digest(files), nil
}

// digest is over the names and contents of everything that decides or is read
// to people; tests and cases are not.
func digest(files map[string][]byte) string {
	hash := sha256.New()
	add := func(name string, content []byte) {
		fmt.Fprintf(hash, "%s\x00%d\x00%s", name, len(content), content)
	}
	add("submission.schema.json", schemas.Submission)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasSuffix(name, "_test.rego") && path.Base(name) != "cases.yaml" {
			add(name, files[name])
		}
	}
	return "sha256:" + hex.EncodeToString(hash.Sum(nil))
}
