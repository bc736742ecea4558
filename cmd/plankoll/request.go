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
	options := checker.Options{AsOf: q.asOf, Weighings: s.Weighings()}
	if options.Waivers, err = q.readWaivers(cmd, s, c); err != nil {
		return result{}, err
	}
	known, err := q.readBaseline()
	if err != nil {
		return result{}, err
	}
	named, err := q.inputs(cmd, s, args)
	if err != nil {
		return result{}, err
	}
	reports := make([]*report.Report, len(named.names))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range named.names {
		group.Go(func() error {
			called, data, err := readSubmission(cmd, name)
			if err != nil {
				reports[i] = c.Unreadable(called, err)
				return nil
			}
			ctx, cancel := context.WithTimeout(cmd.Context(), q.timeout)
			defer cancel()
			reports[i] = c.Check(ctx, checker.Submission{Name: called, Bytes: data}, options)
			return nil
		})
	}
	err = group.Wait()
	if known != nil {
		for _, r := range reports {
			known.Compare(r)
		}
	}
	return result{c, reports, named.many}, err
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
	folder := "."
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
