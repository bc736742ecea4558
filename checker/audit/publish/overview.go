package publish

import (
	"cmp"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/audit"
	"github.com/plankoll/plankoll/checker/report"
)

// How much an overview holds, however many submissions there are.
const (
	submissionsShown = 500
	acrossShown      = 300
)

// Overview is what an audit amounts to.
type Overview struct {
	Submissions int
	Years       []int
	Verdicts    map[report.Verdict]int
	Rows        []row // those with most errors
	Left        int   // submissions that are not among the rows
	Rules       map[string]*ruleCount
	Register    []audit.Finding // said of the register: what is missing
	Across      []audit.Finding
	AcrossLeft  int
	Gravest     report.Severity // of all findings that nobody has answered for; empty if there are none
}

// row is a submission in a table.
type row struct {
	audit.Source
	Verdict      report.Verdict
	Summary      report.Summary
	Across       int
	Families     map[string]int // errors and warnings
	AcrossErrors int
}

func (r row) called() string { return cmp.Or(r.SupplierName, r.Supplier, r.Name) }

// ruleCount is how often a rule has said something.
type ruleCount struct {
	Findings, Waived, Submissions int
}

// look goes through a result once, and gives each submission to whoever else writes of
// it.
func look(result *audit.Result, also ...func(audit.Entry) error) (*Overview, error) {
	o := &Overview{Verdicts: map[report.Verdict]int{}, Rules: map[string]*ruleCount{}}
	var err error
	if o.Register, err = result.Register(); err != nil {
		return nil, err
	}
	for _, f := range o.Register {
		o.count(f.Rule).Findings++
		o.weigh(f.Finding)
	}
	err = result.Each(func(e audit.Entry) error {
		o.add(e)
		for _, write := range also {
			if err := write(e); err != nil {
				return err
			}
		}
		return nil
	})
	o.trim()
	slices.Sort(o.Years)
	return o, err
}

func (o *Overview) count(rule string) *ruleCount {
	if o.Rules[rule] == nil {
		o.Rules[rule] = &ruleCount{}
	}
	return o.Rules[rule]
}

func (o *Overview) add(e audit.Entry) {
	o.Submissions++
	o.Verdicts[e.Report.Verdict]++
	if e.Year != 0 && !slices.Contains(o.Years, e.Year) {
		o.Years = append(o.Years, e.Year)
	}
	r := row{Source: e.Source, Verdict: e.Report.Verdict, Summary: e.Report.Summary, Across: len(open(e.Across)), Families: map[string]int{}}
	said := map[string]bool{}
	spoke := func(f report.Finding) {
		rule := o.count(f.Rule)
		rule.Findings++
		if !said[f.Rule] {
			rule.Submissions++
			said[f.Rule] = true
		}
		if f.Status == report.Waived {
			rule.Waived++
		}
	}
	take := func(f report.Finding) {
		spoke(f)
		o.weigh(f)
		// What an explanation stands for was found all the same.
		for _, replaced := range f.Replaces {
			spoke(replaced)
		}
		if f.Status != report.Waived && f.Severity != report.Info {
			r.Families[family(f.Rule)]++
		}
	}
	for _, f := range e.Report.Findings {
		take(f)
	}
	for _, f := range e.Across {
		take(f.Finding)
		if f.Severity == report.Error && f.Status == report.Open {
			r.AcrossErrors++
		}
		if len(o.Across) < acrossShown {
			o.Across = append(o.Across, f)
		} else {
			o.AcrossLeft++
		}
	}
	if o.Rows = append(o.Rows, r); len(o.Rows) >= 2*submissionsShown {
		o.trim()
	}
}

// open are the findings that nobody has answered for.
func open(list []audit.Finding) []audit.Finding {
	return slices.DeleteFunc(slices.Clone(list), func(f audit.Finding) bool { return f.Status != report.Open })
}

func (o *Overview) weigh(f report.Finding) {
	if f.Status == report.Open && f.Severity.Weight() > o.Gravest.Weight() {
		o.Gravest = f.Severity
	}
}

// isMissing tells whether a supplier has not handed in, as far as can be told.
func isMissing(f audit.Finding) bool {
	return f.Rule == "register/missing" && f.Variant != "interrupted"
}

func family(rule string) string {
	name, _, _ := strings.Cut(rule, "/")
	return name
}

// trim keeps the rows with most errors.
func (o *Overview) trim() {
	if len(o.Rows) <= submissionsShown {
		return
	}
	slices.SortStableFunc(o.Rows, byErrors)
	o.Left += len(o.Rows) - submissionsShown
	o.Rows = o.Rows[:submissionsShown]
}

func byErrors(a, b row) int {
	return cmp.Or(
		cmp.Compare(b.Summary.Errors, a.Summary.Errors),
		cmp.Compare(b.AcrossErrors, a.AcrossErrors),
		cmp.Compare(b.Summary.Warnings, a.Summary.Warnings),
		cmp.Compare(a.Number, b.Number),
	)
}

func byName(a, b row) int {
	return cmp.Or(strings.Compare(strings.ToLower(a.called()), strings.ToLower(b.called())), cmp.Compare(a.Number, b.Number))
}

// verdicts in the order in which somebody has to act on them.
var verdicts = []report.Verdict{report.Rejected, report.Undecided, report.AcceptedWithRemarks, report.Accepted}

func byVerdict(a, b row) int {
	return cmp.Or(
		cmp.Compare(slices.Index(verdicts, a.Verdict), slices.Index(verdicts, b.Verdict)),
		byErrors(a, b),
	)
}

// worst is the verdict on all of it: nothing passes while a supplier is missing or
// something was not asked.
func worst(o *Overview, result *audit.Result) report.Verdict {
	if len(o.Register) > 0 {
		return report.Rejected
	}
	if result.Interrupted || len(result.Broken) > 0 {
		return report.Undecided
	}
	for _, verdict := range verdicts {
		if o.Verdicts[verdict] > 0 {
			return verdict
		}
	}
	return report.Undecided // there is nothing to pass
}
