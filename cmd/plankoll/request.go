package main

import (
	"context"
	"path/filepath"
	"runtime"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/baseline"
	"github.com/plankoll/plankoll/checker/config"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/checker/waiver"
)

// request says how submissions are to be checked.
type request struct {
	asOf        string
	timeout     time.Duration
	policies    []string
	waivers     string // file, empty for none
	baseline    string // file, empty for none
	changedFrom string // revision, empty for all files
	shown       bool   // the plans are shown beside what is said of them
}

// result is what came of it.
type result struct {
	checker *checker.Checker
	reports []*report.Report
	many    bool // several submissions were asked for
}

// flags gives a command the flags that every check takes.
func (q *request) flags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&q.asOf, "as-of", "", "dag som regler om tid räknar från, ÅÅÅÅ-MM-DD (annars inlämningsdatum)")
	flags.DurationVar(&q.timeout, "timeout", longestCheck, "längsta tid som reglerna får ta för ett underlag; en avbruten kontroll ger avslutningskod 2")
	flags.StringArrayVar(&q.policies, "policies", nil, "mapp med egna regler, upplagd som plankolls egen; kan anges flera gånger")
	flags.StringVar(&q.waivers, "waivers", "", "fil med undantag (annars "+waiver.Name+" bredvid filen med inställningar)")
	takesSettings(cmd)
}

// baselineFlag gives a command the flag that says what is known.
func (q *request) baselineFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&q.baseline, "baseline", "", "fil med det som är känt sedan tidigare, skriven av plankoll baseline")
}

// settle finds the configuration, and what it says of the flags of every check and of
// further ones.
func (q *request) settle(cmd *cobra.Command, further ...string) (settings, error) {
	return settle(cmd, append(further, "lang", "policies", "timeout", "waivers")...)
}

func (q *request) valid() error {
	if _, err := time.Parse(time.DateOnly, q.asOf); q.asOf != "" && err != nil {
		return notADate("as-of", q.asOf)
	}
	return nil
}

// check makes the reports on all submissions that are named, in their order. The
// error is for what keeps all of them from being checked.
func (q *request) check(cmd *cobra.Command, s settings, args []string) (result, error) {
	if len(args) == 0 {
		var err error
		if args, err = s.inputs(); err != nil {
			return result{}, err
		}
	}
	c, err := s.load(q.policies)
	if err != nil {
		return result{}, err
	}
	k, err := q.prepare(cmd, s, c)
	if err != nil {
		return result{}, err
	}
	named, err := q.inputs(cmd, s, args)
	if err != nil {
		return result{}, err
	}
	followHeap()
	reports := make([]*report.Report, len(named.names))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range named.names {
		group.Go(func() error {
			called, data, err := readSubmission(cmd, name)
			if err != nil {
				reports[i] = k.compared(c.Unreadable(called, err))
				return nil
			}
			reports[i] = k.check(cmd.Context(), checker.Submission{Name: called, Bytes: data})
			if !q.shown {
				reports[i].Forget()
			}
			return nil
		})
	}
	err = group.Wait()
	return result{c, reports, named.many}, err
}

// checking is what a request comes to: how each submission is checked.
type checking struct {
	checker *checker.Checker
	options checker.Options
	timeout time.Duration
	known   *baseline.Baseline // nil for none
}

// prepare reads what a request names beside the submissions and the rules.
func (q *request) prepare(cmd *cobra.Command, s settings, c *checker.Checker) (checking, error) {
	waivers, err := q.readWaivers(cmd, s, c)
	if err != nil {
		return checking{}, err
	}
	known, err := q.readBaseline()
	return checking{c, checker.Options{AsOf: q.asOf, Weighings: s.Weighings(), Waivers: waivers}, q.timeout, known}, err
}

func (k checking) check(ctx context.Context, submission checker.Submission) *report.Report {
	ctx, cancel := context.WithTimeout(ctx, k.timeout)
	defer cancel()
	return k.compared(k.checker.Check(ctx, submission, k.options))
}

// compared tells in a report what the baseline knows.
func (k checking) compared(r *report.Report) *report.Report {
	if k.known != nil {
		k.known.Compare(r)
	}
	return r
}

// inputs are the submissions to check: all that are named, or those of them that have
// changed.
func (q *request) inputs(cmd *cobra.Command, s settings, args []string) (inputs, error) {
	if q.changedFrom == "" {
		return inputsNamed(cmd, args)
	}
	return inputsChanged(cmd, q.changedFrom, args, q.decides(s))
}

// decides are the files and folders that decide what a check comes to, beside the
// submissions.
func (q *request) decides(s settings) []string {
	files := append([]string{}, q.policies...)
	for _, file := range []string{s.file, q.waivers, q.baseline} {
		if file != "" {
			files = append(files, file)
		}
	}
	return files
}

// readWaivers reads the waivers that are named, or those that lie beside the
// configuration; where there is no configuration, where it would be looked for.
func (q *request) readWaivers(cmd *cobra.Command, s settings, c *checker.Checker) ([]waiver.Waiver, error) {
	if q.waivers == "" {
		found, err := lyingBeside(cmd, s)
		if err != nil || found == "" {
			return nil, err
		}
		q.waivers = found
	}
	raw, err := readSettings(q.waivers)
	if err != nil {
		return nil, err
	}
	waivers, err := waiver.Parse(raw, c.Catalog())
	if err != nil {
		return nil, refuseSettings(q.waivers, err)
	}
	return waivers, nil
}

// lyingBeside is the file of waivers that nobody has named, empty if there is none.
func lyingBeside(cmd *cobra.Command, s settings) (string, error) {
	if none, err := cmd.Flags().GetBool("no-config"); none || err != nil {
		return "", err
	}
	folder := s.folder
	if s.file != "" {
		folder = filepath.Dir(s.file)
	}
	found, err := config.Find(waiver.Name, folder)
	if err != nil {
		return "", refuseFile(waiver.Name, err)
	}
	if s.file != "" && found != "" && !sameFolder(found, s.file) {
		return "", nil
	}
	return fromHere(found), nil
}

func sameFolder(a, b string) bool {
	a, errA := filepath.Abs(filepath.Dir(a))
	b, errB := filepath.Abs(filepath.Dir(b))
	return errA == nil && errB == nil && a == b
}

func (q *request) readBaseline() (*baseline.Baseline, error) {
	if q.baseline == "" {
		return nil, nil
	}
	raw, err := readSettings(q.baseline)
	if err != nil {
		return nil, err
	}
	known, err := baseline.Parse(raw)
	if err != nil {
		return nil, refuseSettings(q.baseline, err)
	}
	return known, nil
}
