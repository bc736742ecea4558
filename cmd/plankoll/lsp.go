package main

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/lsp"
	"github.com/plankoll/plankoll/checker/report"
)

// exitUnasked is the exit code that the protocol demands if the editor ends without
// having said so.
const exitUnasked = 1

func lspCommand() *cobra.Command {
	var asked request
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "Visar anmärkningar i en textredigerare medan underlaget skrivs",
		Long: "Startas av en textredigerare och talar Language Server Protocol med den på\n" +
			"standard in och ut. Underlag är JSON-filer vars \"$schema\" anger vårt schema eller\n" +
			"vars \"profile\" är en profil som finns; andra filer lämnas i fred.\n\n" +
			"Inställningar, undantag och baslinje letas upp från mappen som filen ligger i, och\n" +
			"läses på nytt varje gång den kontrolleras. Egna regler läses en gång. Språket är det\n" +
			"som --lang anger, eller inställningarna där programmet startas.",
		Args: atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			// Settings that cannot be used are told of the files that they are for.
			if _, err := settle(cmd, "lang"); err != nil && cmd.Flags().Changed("config") {
				return err
			}
			if err := asked.valid(); err != nil {
				return err
			}
			language, err := language(cmd)
			if err != nil {
				return err
			}
			own, err := load(asked.policies)
			if err != nil {
				return err
			}
			e := editing{cmd: cmd, asked: asked, own: own, loaded: map[string]*checker.Checker{named(asked.policies): own}}
			server := lsp.New(own, lsp.Options{
				Language: language,
				Delay:    300 * time.Millisecond, // a pause in the writing
				Check:    e.check,
			})
			err = server.Serve(cmd.Context(), cmd.InOrStdin(), cmd.OutOrStdout())
			if errors.Is(err, lsp.ErrNoShutdown) {
				return exit(exitUnasked)
			}
			return err
		},
	}
	asked.flags(cmd)
	asked.baselineFlag(cmd)
	return cmd
}

// editing checks files as they are written, each by what the command check finds where
// it lies.
type editing struct {
	cmd   *cobra.Command
	asked request // by flags, which win
	own   *checker.Checker

	lock   sync.Mutex
	loaded map[string]*checker.Checker // by the folders of their further rules
}

// check checks a file. What keeps it from being checked is told as a finding.
func (e *editing) check(ctx context.Context, path string, submission checker.Submission) (*report.Report, *catalog.Catalog) {
	k, err := e.prepare(path)
	if err != nil {
		return e.own.NotMade(explain(err, catalog.Swedish), explain(err, catalog.English)), e.own.Catalog()
	}
	return k.check(ctx, submission), k.checker.Catalog()
}

func (e *editing) prepare(path string) (checking, error) {
	folder := "."
	if path != "" {
		folder = filepath.Dir(path)
	}
	s, err := settingsOf(e.cmd, folder)
	if err != nil {
		return checking{}, err
	}
	q, err := e.asked.with(e.cmd, s)
	if err != nil {
		return checking{}, err
	}
	c, err := e.load(q.policies)
	if err != nil {
		return checking{}, err
	}
	if err := s.fit(c); err != nil {
		return checking{}, err
	}
	return q.prepare(e.cmd, s, c)
}

// load loads rules once, however many files they are for.
func (e *editing) load(folders []string) (*checker.Checker, error) {
	e.lock.Lock()
	defer e.lock.Unlock()
	if c := e.loaded[named(folders)]; c != nil {
		return c, nil
	}
	c, err := load(folders)
	if err == nil {
		e.loaded[named(folders)] = c
	}
	return c, err
}

func named(folders []string) string { return strings.Join(folders, "\x00") }

// with is what is asked for of a file that settings are for: what flags say, or else
// the settings.
func (q request) with(cmd *cobra.Command, s settings) (request, error) {
	given, err := s.values()
	if err != nil {
		return q, err
	}
	if !cmd.Flags().Changed("policies") {
		q.policies = given["policies"]
	}
	q.waivers = cmp.Or(q.waivers, strings.Join(given["waivers"], ""))
	q.baseline = cmp.Or(q.baseline, strings.Join(given["baseline"], ""))
	if timeout := strings.Join(given["timeout"], ""); timeout != "" && !cmd.Flags().Changed("timeout") {
		if q.timeout, err = time.ParseDuration(timeout); err != nil {
			return q, refuseSettings(s.file, err)
		}
	}
	return q, nil
}
