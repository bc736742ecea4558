// Package audit checks any number of submissions and what they say together. It goes
// over them in three steps, none of which holds more than a few at a time:
//
//  1. Each is checked by itself, side by side. What comes of it is kept in a store, by
//     the checksum of all that decided it, so what has been checked once is not checked
//     again.
//  2. The facts that the rules across submissions need are brought together by what
//     they have in common, sorted on disk, and the rules are asked group by group.
//  3. Both are read back in the order in which the submissions came; see Result.
//
// How much memory is used depends on the largest submission and the largest group, not
// on how many there are.
package audit

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/document"
	"github.com/plankoll/plankoll/checker/report"
)

// Options says how to audit.
type Options struct {
	// Rules loads the rules when the first submission has to be checked. What has been
	// checked before is known by RulesDigest alone; see checker.RulesDigest.
	Rules       func() (*checker.Checker, error)
	RulesDigest string

	// Catalog reads what there is to know about the rules when nothing has to be
	// checked; nil to load the rules all the same.
	Catalog func() (*catalog.Catalog, error)

	Check   checker.Options
	Timeout time.Duration // for each submission
	Jobs    int           // submissions that are checked side by side
	Cache   string        // folder that results are kept in; empty to keep none

	// Page writes the report on a submission as people read it, which is kept with the
	// result; nil for none. PageIs names how it is written.
	Page   func(*checker.Checker, *report.Report) ([]byte, error)
	PageIs string

	// Measure tells how many expressions each rule, and each file that rules share, had
	// to evaluate for a submission; nil to measure none. A few submissions are enough.
	Measure func(context.Context, *checker.Checker, checker.Submission, checker.Options) map[string]int

	// Progress is told of each submission that is done, in their order; may be nil.
	Progress func(Progress)
}

// Progress is how far an audit has come.
type Progress struct {
	Done  int
	Known int // of those, that had been checked before
}

// Role is what a submission is there for.
type Role string

const (
	Current    Role = "current"  // it is audited
	Previous   Role = "previous" // it is of an earlier year, to be compared with
	Registered Role = "register" // it is not a submission but the register
)

// Source is the submission that a fact or a finding is from.
type Source struct {
	Role         Role   `json:"role"`
	Number       int    `json:"number"` // from 1, in the order they came; 0 is the register
	Name         string `json:"name"`   // of the file
	Supplier     string `json:"supplier"`
	SupplierName string `json:"supplierName"`
	Year         int    `json:"year"`
	Whole        bool   `json:"whole"` // what is not in it is not there
}

// Run audits submissions. Those of an earlier year and the register may be missing;
// the rules that need them are then not asked, and the result says so. The result must
// be closed. If the context ends, it is of what was done until then, and says so. The
// error is for what kept the audit from being made.
func Run(ctx context.Context, current, previous Submissions, register *Register, options Options) (*Result, error) {
	dir, err := os.MkdirTemp("", "plankoll-audit-*")
	if err != nil {
		return nil, err
	}
	a := &audit{options: options, dir: dir, own: store{filepath.Join(dir, "own")}, register: register}
	a.kept = a.own
	if options.Cache != "" {
		a.kept = store{options.Cache}
	}
	a.rules = sync.OnceValues(options.Rules)
	if a.options.Catalog == nil {
		a.options.Catalog = a.catalog
	}
	result, err := a.run(ctx, current, previous)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return result, nil
}

// Submissions are what is to be audited, one by one; see Items.
type Submissions = iter.Seq[Item]

type audit struct {
	options  Options
	dir      string // for what lasts as long as the audit
	kept     store
	own      store // for what must not be taken for the result of a later audit
	rules    func() (*checker.Checker, error)
	register *Register
	count    map[Role]int
	unread   int // submissions that nothing is known of
}

// measuredSubmissions is how many are measured: the first.
const measuredSubmissions = 3

func (a *audit) run(ctx context.Context, current, previous Submissions) (*Result, error) {
	// What decides a result, beside the bytes of the submission.
	options := a.options.Check
	options.Facts = true
	how, err := json.Marshal(options)
	if err != nil {
		return nil, err
	}
	a.options.Check = options
	journal, err := newJournal(filepath.Join(a.dir, "journal"))
	if err != nil {
		return nil, err
	}
	a.count = map[Role]int{}
	decides := keyOf(checker.Version, a.options.RulesDigest, string(how))
	for _, part := range []struct {
		role  Role
		items Submissions
	}{{Current, current}, {Previous, previous}} {
		if part.items == nil {
			continue
		}
		if err := a.examine(ctx, part.role, part.items, decides, journal); err != nil {
			return nil, errors.Join(err, journal.close())
		}
	}
	if err := journal.close(); err != nil {
		return nil, err
	}
	result := &Result{audit: a, Interrupted: ctx.Err() != nil, HasPrevious: previous != nil, HasRegister: a.register != nil}
	result.Submissions = a.count[Current]
	if err := a.work(result); err != nil {
		return nil, err
	}
	// What has been done is worth bringing together though no more is to be done.
	err = a.compare(context.WithoutCancel(ctx), result)
	a.rules = nil // they take more memory than all that is left to do
	return result, err
}

// catalog is what the loaded rules tell of themselves.
func (a *audit) catalog() (*catalog.Catalog, error) {
	c, err := a.rules()
	if err != nil {
		return nil, err
	}
	return c.Catalog(), nil
}

// pageKey names the page that is kept with a result: it shows the name of the file.
func (a *audit) pageKey(entry journalEntry) string {
	return keyOf(entry.Key, entry.Name, a.options.PageIs)
}

// work adds up what the rules cost where that was measured.
func (a *audit) work(result *Result) error {
	result.Work = map[string]int{}
	return eachLine(filepath.Join(a.dir, "journal"), func(entry journalEntry) error {
		var work map[string]int
		if !a.measures(entry.Role, entry.Number) || a.storeOf(entry).get(workKey(entry.Key), &work) != nil {
			return nil // that of a broken-off check would be another each time
		}
		result.Measured++
		for name, evaluations := range work {
			result.Work[name] += evaluations
		}
		return nil
	})
}

// measures tells whether a submission is one of those that are measured.
func (a *audit) measures(role Role, number int) bool {
	return a.options.Measure != nil && role == Current && number <= measuredSubmissions
}

func (a *audit) storeOf(entry journalEntry) store {
	if entry.Own {
		return a.own
	}
	return a.kept
}

// load returns what came of a submission.
func (a *audit) load(entry journalEntry) (*report.Report, error) {
	r := &report.Report{}
	err := a.storeOf(entry).get(entry.Key, r)
	r.Input.Name = entry.Name
	return r, err
}

func digestOf(data []byte) string { return document.Digest(data) }
