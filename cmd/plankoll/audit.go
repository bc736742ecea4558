package main

import (
	"runtime"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/audit"
	"github.com/plankoll/plankoll/checker/audit/publish"
	"github.com/plankoll/plankoll/checker/authoring"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/checker/waiver"
)

func auditCommand() *cobra.Command {
	var (
		asked    request
		register string
		previous []string
		out      string
		failOn   string
		cache    string
		jobs     int
		quiet    bool
		reports  bool
	)
	cmd := &cobra.Command{
		Use:   "audit FIL|MAPP|-...",
		Short: "Granskar alla leverantörers underlag på en gång",
		Long: "Granskar alla underlag på en gång: vart och ett för sig, mot varandra, mot\n" +
			"registret över leverantörer och mot förra årets underlag. Ett underlag är en\n" +
			".json-fil, en rad i en .jsonl-fil eller en fil i ett .zip-arkiv, också packade\n" +
			"med gzip. En mapp står för alla sådana filer i den, och - för standard in.\n\n" +
			"Avslutningskoden är 0 om inget finns att anmärka på den nivå som --fail-on\n" +
			"anger eller högre, 1 om det finns, och 2 om något inte kunde granskas.",
		Example: "  plankoll audit --register register.yaml --previous 2023 --out granskning 2024\n" +
			"  plankoll audit --cache .plankoll-cache --out granskning 2024",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return refuse(
					"Inget underlag är angivet. Skriv \"plankoll audit FIL\" eller \"plankoll audit MAPP\".",
					"No submission is named. Write \"plankoll audit FILE\" or \"plankoll audit FOLDER\".")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, err := asked.settle(cmd)
			if err != nil {
				return err
			}
			language, err := language(cmd)
			if err != nil {
				return err
			}
			level, err := levelNamed(failOn)
			if err != nil {
				return err
			}
			if err := asked.valid(); err != nil {
				return err
			}
			if jobs < 1 {
				return refuse("--jobs: %d är för lite. Ange minst 1.", "--jobs: %d is too few. Give 1 at least.", jobs)
			}
			limitAudit(jobs)
			options := audit.Options{
				Timeout: asked.timeout, Jobs: jobs, Cache: cache,
				Check: checker.Options{AsOf: asked.asOf, Weighings: settings.Weighings()},
				Rules: func() (*checker.Checker, error) {
					return loadedClosely(func() (*checker.Checker, error) { return settings.load(asked.policies) })
				},
				Catalog: func() (*catalog.Catalog, error) { return loadCatalog(asked.policies) },
				Measure: authoring.Expressions,
			}
			if options.RulesDigest, err = digestRules(asked.policies); err != nil {
				return err
			}
			if options.Check.Waivers, err = asked.auditWaivers(cmd, settings); err != nil {
				return err
			}
			reports = reports && out != ""
			if reports {
				options.Page, options.PageIs = publish.Report(language)
			}
			listed, err := readRegister(register)
			if err != nil {
				return err
			}
			var before audit.Submissions
			if len(previous) > 0 {
				before = audit.Items(previous, nil)
			}
			bar := newProgress(cmd, quiet, args)
			options.Progress = bar.show
			result, err := audit.Run(cmd.Context(), audit.Items(args, cmd.InOrStdin()), before, listed, options)
			bar.end()
			if err != nil {
				return refuse("Granskningen kunde inte göras: %v.", "The audit could not be made: %v.", err)
			}
			defer result.Close()
			how := publish.Options{Language: language, Folder: out, Reports: reports}
			how.Width, how.Color = terminal(cmd.OutOrStdout())
			overview, err := publish.Files(result, how)
			if err != nil {
				return refuse("Granskningen kunde inte skrivas: %v.", "The audit could not be written: %v.", err)
			}
			if err := publish.Text(cmd.OutOrStdout(), overview, result, how); err != nil {
				return err
			}
			return auditExit(overview, result, level)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&register, "register", "", "fil (YAML eller JSON) med de leverantörer som ska lämna in")
	flags.StringArrayVar(&previous, "previous", nil, "fil eller mapp med förra årets underlag; kan anges flera gånger")
	flags.StringVar(&out, "out", "", "mapp som granskningen skrivs till: sida, kalkylblad, brev och data")
	flags.StringVar(&failOn, "fail-on", "error", "lägsta nivå som ger avslutningskod 1: error, warning, info eller never")
	flags.StringVar(&cache, "cache", "", "mapp för det som redan är kontrollerat; nästa granskning går fortare, och en avbruten fortsätter")
	flags.IntVar(&jobs, "jobs", runtime.GOMAXPROCS(0), "hur många underlag som kontrolleras samtidigt")
	flags.BoolVar(&quiet, "quiet", false, "visar inte hur långt granskningen har kommit")
	flags.BoolVar(&reports, "reports", true, "skriver varje leverantörs egen rapport till mappen")
	asked.flags(cmd)
	completes(cmd, "fail-on", "error", "warning", "info", "never")
	return cmd
}

func digestRules(folders []string) (string, error) {
	further, err := foldersNamed(folders)
	if err != nil {
		return "", err
	}
	digest, err := checker.DigestRules(further...)
	if err != nil {
		return "", refuseRules(err)
	}
	return digest, nil
}

// auditWaivers reads the waivers, for which the rules must be known, if there are any.
func (q *request) auditWaivers(cmd *cobra.Command, s settings) ([]waiver.Waiver, error) {
	if q.waivers == "" {
		found, err := lyingBeside(cmd, s)
		if err != nil || found == "" {
			return nil, err
		}
	}
	c, err := s.load(q.policies)
	if err != nil {
		return nil, err
	}
	return q.readWaivers(cmd, s, c)
}

func readRegister(name string) (*audit.Register, error) {
	if name == "" {
		return nil, nil
	}
	raw, err := readSettings(name)
	if err != nil {
		return nil, err
	}
	register, err := audit.ParseRegister(raw)
	if err != nil {
		return nil, refuseSettings(name, err)
	}
	return register, nil
}

// auditExit is the exit code of an audit: that of the worst.
func auditExit(o *publish.Overview, result *audit.Result, level int) error {
	switch {
	case result.Interrupted || len(result.Broken) > 0 || o.Verdicts[report.Undecided] > 0:
		return exit(exitUnsure)
	case o.Gravest.Weight() >= level:
		return exit(exitFindings)
	}
	return nil
}
