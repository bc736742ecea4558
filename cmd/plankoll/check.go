package main

import (
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

// longestCheck is how long the rules may take for a submission, unless told
// otherwise.
const longestCheck = 2 * time.Minute

func checkCommand() *cobra.Command {
	var failOn, formatName string
	var files []string
	var asked request
	cmd := &cobra.Command{
		Use:   "check [FIL|MAPP|-]...",
		Short: "Kontrollerar underlag",
		Long: "Kontrollerar underlag (JSON) mot mallens form och regler. En mapp står för alla\n" +
			".json-filer i den.\n\n" +
			"Avslutningskoden är 0 om underlagen är godkända, 1 om det finns anmärkningar på\n" +
			"den nivå som --fail-on anger eller högre, och 2 om kontrollen inte kunde göras.\n" +
			"Det som har undantag räknas inte, och med --baseline räknas bara det som är nytt.",
		Example: "  plankoll check underlag.json\n" +
			"  plankoll check --output html=rapport.html --output json=rapport.json underlag.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, cause := asked.settle(cmd, "fail-on", "format", "output", "baseline")
			language, err := language(cmd)
			if err != nil {
				return err
			}
			outputs, err := outputsNamed(formatName, files)
			if err != nil {
				return err
			}
			asked.shown = slices.ContainsFunc(outputs, func(o output) bool { return format.ShowsPlan(o.format) })
			level, err := levelNamed(failOn)
			if err != nil {
				return err
			}
			if err := asked.valid(); err != nil {
				return err
			}
			var done result
			if cause == nil {
				done, cause = asked.check(cmd, settings, args)
			}
			if cause != nil {
				// Whoever reads the reports by machine is told in the same way, and
				// not left with an empty file.
				own, err := checker.Load()
				if err != nil {
					return cause
				}
				outputs = forMachines(outputs)
				done = result{checker: own, reports: []*report.Report{own.NotMade(explain(cause, catalog.Swedish), explain(cause, catalog.English))}}
			}
			if err := writeReports(cmd, outputs, done, language); err != nil {
				return err
			}
			if cause != nil {
				return cause
			}
			return exitFor(done.reports, level)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&formatName, "format", "text", "format för det som skrivs ut: "+strings.Join(format.Names(), ", "))
	flags.StringArrayVar(&files, "output", nil, "skriver rapporten till en fil, FORMAT=FIL; kan anges flera gånger")
	flags.StringVar(&failOn, "fail-on", "error", "lägsta nivå som ger avslutningskod 1: error, warning, info eller never")
	asked.baselineFlag(cmd)
	flags.StringVar(&asked.changedFrom, "changed-from", "", "kontrollerar bara de filer som har ändrats sedan en version i git, till exempel origin/main")
	asked.flags(cmd)
	completes(cmd, "format", format.Names()...)
	completes(cmd, "fail-on", "error", "warning", "info", "never")
	if err := cmd.RegisterFlagCompletionFunc("output", outputFormats); err != nil {
		panic(err)
	}
	return cmd
}

// load loads the rules, with those of further folders.
func load(folders []string) (*checker.Checker, error) {
	further, err := foldersNamed(folders)
	if err != nil {
		return nil, err
	}
	c, err := checker.Load(further...)
	if err != nil {
		return nil, refuseRules(err)
	}
	return c, nil
}

// loadCatalog reads what there is to know about the rules, without what they decide.
func loadCatalog(folders []string) (*catalog.Catalog, error) {
	further, err := foldersNamed(folders)
	if err != nil {
		return nil, err
	}
	c, err := checker.LoadCatalog(further...)
	if err != nil {
		return nil, refuseRules(err)
	}
	return c, nil
}

func refuseRules(err error) error {
	return refuse(
		"Reglerna kunde inte läsas in, och därför har inget kontrollerats. Rätta det som står här:\n%v",
		"The rules could not be loaded, and so nothing has been checked. Mend what is said here:\n%v", err)
}

// foldersNamed opens the folders of --policies.
func foldersNamed(folders []string) ([]fs.FS, error) {
	var further []fs.FS
	for _, folder := range folders {
		if info, err := os.Stat(folder); err != nil {
			return nil, refuseFile(folder, err)
		} else if !info.IsDir() {
			return nil, refuse(
				"--policies: %q är ingen mapp. Ange mappen som reglerna ligger i.",
				"--policies: %q is not a folder. Name the folder that the rules are in.", folder)
		}
		further = append(further, os.DirFS(folder))
	}
	return further, nil
}

// exitFor is the exit code for all reports: that of the worst.
func exitFor(reports []*report.Report, level int) error {
	worst := exitAccepted
	for _, r := range reports {
		if r.Verdict == report.Undecided {
			worst = exitUnsure
		}
		for _, finding := range r.Findings {
			if finding.Status == report.Open && finding.Severity.Weight() >= level {
				worst = max(worst, exitFindings)
			}
		}
	}
	if worst == exitAccepted {
		return nil
	}
	return exit(worst)
}

// levelNamed is the weight from which findings fail a check.
func levelNamed(name string) (int, error) {
	if name == "never" {
		return report.Error.Weight() + 1, nil
	}
	if weight := report.Severity(name).Weight(); weight > 0 {
		return weight, nil
	}
	return 0, notOneOf("fail-on", name, "error", "warning", "info", "never")
}

// language is the language that a command was asked to speak.
func language(cmd *cobra.Command) (catalog.Language, error) {
	name, err := cmd.Flags().GetString("lang")
	if err != nil {
		return "", err
	}
	return languageNamed(name)
}

func languageNamed(name string) (catalog.Language, error) {
	for _, language := range catalog.Languages {
		if string(language) == name {
			return language, nil
		}
	}
	return "", notOneOf("lang", name, "sv", "en")
}

// terminal tells the width of the terminal that is written to, 0 if it is none,
// and whether to use colour there (https://no-color.org).
func terminal(out io.Writer) (width int, color bool) {
	file, ok := out.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return 0, false
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil {
		width = 0
	}
	return width, os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
