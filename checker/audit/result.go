package audit

import (
	"cmp"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// Result is what an audit came to. It is on disk, and read in the order in which the
// submissions came as often as it is needed.
type Result struct {
	Submissions int  // that were audited
	Interrupted bool // before all were
	HasRegister bool
	HasPrevious bool

	// Broken is what kept rules across submissions from being asked.
	Broken []report.Finding

	// Totals are the amounts of all submissions, the largest first.
	Totals []Total

	// Work is how many expressions each rule, by its id, and each file that rules share
	// evaluated for the first submissions, of which Measured could be measured.
	Work     map[string]int
	Measured int

	audit   *audit
	catalog *catalog.Catalog
	mutex   sync.Mutex
}

// Finding is what is said of a submission beside others.
type Finding struct {
	report.Finding
	On     Source
	Beside []Elsewhere // what it is compared with

	// NotJudged means that it is no finding: the rule could not tell, for the reason
	// that is the variant.
	NotJudged bool
}

// Elsewhere is a place in another submission.
type Elsewhere struct {
	From  Source
	Place report.Place
}

// Total is what a service costs in a year, by table and column, in kronor.
type Total struct {
	Service string
	Name    string
	Year    int
	Sums    map[string]map[string]int64
}

// Entry is a submission with all that is said of it.
type Entry struct {
	Source
	Report       *report.Report // of the submission by itself
	Across       []Finding      // what is said of it beside others
	NotEvaluated []Finding      // what could not be judged beside others

	page func() ([]byte, error)
}

// Page returns the report on the submission as people read it; see Options.Page.
func (e Entry) Page() ([]byte, error) { return e.page() }

// Catalog returns what there is to know about the rules.
func (r *Result) Catalog() *catalog.Catalog { return r.catalog }

// NotAsked are the rules across submissions that were not asked, by what they lacked.
func (r *Result) NotAsked() map[catalog.Need][]string {
	lacking := map[catalog.Need][]string{}
	for _, id := range r.Catalog().IDs() {
		for _, need := range r.Catalog().Rule(id).Needs {
			if !r.met(need) {
				lacking[need] = append(lacking[need], id)
			}
		}
	}
	return lacking
}

func (r *Result) met(need catalog.Need) bool {
	return need == catalog.Register && r.HasRegister || need == catalog.Previous && r.HasPrevious
}

// asked tells whether a rule has all that it needs.
func (r *Result) asked(rule *catalog.Rule) bool {
	return !slices.ContainsFunc(rule.Needs, func(need catalog.Need) bool { return !r.met(need) })
}

// Register are the findings that are said of no submission but of the register, such as
// on those that are missing.
func (r *Result) Register() ([]Finding, error) {
	var list []Finding
	err := eachLine(r.file("said"), func(f Finding) error {
		if f.On.Role != Registered {
			return errEnough // the register comes first
		}
		list = append(list, f)
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return list, err
}

var errEnough = errors.New("enough")

// Each calls f with each submission that was audited, in order.
func (r *Result) Each(f func(Entry) error) error {
	said, err := os.Open(r.file("said"))
	if err != nil {
		return err
	}
	defer said.Close()
	findings := json.NewDecoder(said)
	findings.UseNumber()
	var next *Finding
	read := func() error {
		next = nil
		if !findings.More() {
			return nil
		}
		next = &Finding{}
		return findings.Decode(next)
	}
	if err := read(); err != nil {
		return err
	}
	err = eachLine(r.file("journal"), func(entry journalEntry) error {
		if entry.Role != Current {
			return errEnough // these come first
		}
		report, err := r.audit.load(entry)
		if err != nil {
			return err
		}
		e := Entry{Source: sourceOf(entry, report), Report: report, page: func() ([]byte, error) {
			return r.audit.storeOf(entry).getPage(r.audit.pageKey(entry))
		}}
		for next != nil && next.On.Number <= entry.Number {
			switch {
			case next.On.Number < entry.Number: // the register
			case next.NotJudged:
				e.NotEvaluated = append(e.NotEvaluated, *next)
			default:
				e.Across = append(e.Across, *next)
			}
			if err := read(); err != nil {
				return err
			}
		}
		slices.SortStableFunc(e.Across, compareFindings)
		r.waive(&e)
		return f(e)
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return err
}

// Close removes what was kept for this result only.
func (r *Result) Close() error { return os.RemoveAll(r.audit.dir) }

func (r *Result) file(name string) string { return filepath.Join(r.audit.dir, name) }

// broke notes once what kept rules from being asked.
func (r *Result) broke(rule string, values map[string]any) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	same := func(f report.Finding) bool {
		return f.Rule == rule && f.Values["rule"] == values["rule"] && f.Values["group"] == values["group"]
	}
	if slices.ContainsFunc(r.Broken, same) {
		return
	}
	r.Broken = append(r.Broken, report.Finding{
		Rule: rule, Stage: report.Engine, Severity: report.Error, Values: values, Status: report.Open,
	})
	slices.SortFunc(r.Broken, func(a, b report.Finding) int { return cmp.Compare(keyOfValues(a), keyOfValues(b)) })
}

func keyOfValues(f report.Finding) string {
	text, err := json.Marshal(f.Values)
	if err != nil {
		return f.Rule
	}
	return f.Rule + string(text)
}

// largestTotals is how many services are kept.
const largestTotals = 1000

// total takes in what the facts of a group add up to.
func (r *Result) total(s *summary) {
	var key []any
	if json.Unmarshal(s.key, &key) != nil || len(key) != 2 {
		return
	}
	id, _ := key[0].(string)
	year, _ := key[1].(float64)
	t := Total{Service: id, Name: cmp.Or(s.name, id), Year: int(year), Sums: map[string]map[string]int64{}}
	for what, amount := range s.sums {
		if t.Sums[what.Kind] == nil {
			t.Sums[what.Kind] = map[string]int64{}
		}
		t.Sums[what.Kind][what.Column] += amount
	}
	r.Totals = append(r.Totals, t)
	if len(r.Totals) >= 2*largestTotals {
		r.trim()
	}
}

// trim keeps the largest totals.
func (r *Result) trim() {
	slices.SortStableFunc(r.Totals, func(a, b Total) int {
		return cmp.Or(cmp.Compare(b.amount(), a.amount()), cmp.Compare(a.Service, b.Service), cmp.Compare(a.Year, b.Year))
	})
	r.Totals = r.Totals[:min(len(r.Totals), largestTotals)]
}

func (t Total) amount() int64 {
	var all int64
	for _, columns := range maps.All(t.Sums) {
		for _, amount := range columns {
			all += amount
		}
	}
	return all
}
