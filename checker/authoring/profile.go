package authoring

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/profiler"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/internal/policy"
)

// Price is what the evaluation of one rule, or of one file that rules share, took.
type Price struct {
	Name        string        // family/name of a rule, otherwise the file
	Rule        bool          // it is a rule
	Evaluations int           // expressions that were evaluated; the same for the same plans and rules
	Time        time.Duration // spent in them, and not in what they call; another at every run
	Worst       string        // the expression that took longest, file:line
	worst       time.Duration
}

// Profile checks submissions and tells what each rule cost, the dearest first. Whoever
// is measured is slower than usual, by two to three times, all alike.
func Profile(ctx context.Context, c *checker.Checker, submissions []checker.Submission, options checker.Options) []Price {
	prices := map[string]*Price{}
	for _, submission := range submissions {
		tracer := profiler.New()
		c.Check(policy.WithTracer(ctx, tracer), submission, options)
		for _, expression := range tracer.ReportTopNResults(-1, []string{"file", "line"}) {
			if expression.Location.File == "" {
				continue // the query itself
			}
			name, isRule := ruleOf(expression.Location.File)
			price := prices[name]
			if price == nil {
				price = &Price{Name: name, Rule: isRule}
				prices[name] = price
			}
			price.Evaluations += expression.NumEval
			took := time.Duration(expression.ExprTimeNs)
			price.Time += took
			if took > price.worst {
				price.worst, price.Worst = took, expression.Location.String()
			}
		}
	}
	var list []Price
	for _, price := range prices {
		list = append(list, *price)
	}
	slices.SortFunc(list, func(a, b Price) int { return cmp.Or(cmp.Compare(b.Time, a.Time), cmp.Compare(a.Name, b.Name)) })
	return list
}

// Expressions tells how many expressions each rule, and each file that rules share, has
// to evaluate for a submission: what it costs, in a measure that no noise can change.
func Expressions(ctx context.Context, c *checker.Checker, submission checker.Submission, options checker.Options) map[string]int {
	work := map[string]int{}
	for _, price := range Profile(ctx, c, []checker.Submission{submission}, options) {
		work[price.Name] = price.Evaluations
	}
	return work
}

// ruleOf is the rule that a file belongs to, or else the file.
func ruleOf(file string) (name string, isRule bool) {
	for _, folder := range []string{"rules/", "audit/"} {
		if rest, ok := strings.CutPrefix(file, folder); ok {
			if end := strings.LastIndexByte(rest, '/'); end > 0 {
				return rest[:end], true
			}
		}
	}
	return file, false
}
