package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

func checkCommand() *cobra.Command {
	var asOf, failOn, formatName string
	var policies []string
	var timeout time.Duration
	cmd := &cobra.Command{
		Use:   "check [FIL|-]",
		Short: "Kontrollerar ett underlag",
		Long: "Kontrollerar ett underlag (JSON) mot mallens form och regler.\n\n" +
			"Avslutningskoden är 0 om underlaget är godkänt, 1 om det finns anmärkningar på\n" +
			"den nivå som --fail-on anger eller högre, och 2 om kontrollen inte kunde göras.",
		Example: "  plankoll check underlag.json\n  plankoll check --format json underlag.json > rapport.json",
		Args:    atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			language, err := language(cmd)
			if err != nil {
				return err
			}
			if !slices.Contains(format.Names(), formatName) {
				return notOneOf("format", formatName, format.Names()...)
			}
			level, err := levelNamed(failOn)
			if err != nil {
				return err
			}
			if _, err := time.Parse(time.DateOnly, asOf); asOf != "" && err != nil {
				return notADate("as-of", asOf)
			}
			c, err := load(policies)
			if err != nil {
				return err
			}
			name, data, err := readSubmission(cmd, args)
			var result *report.Report
			switch {
			case errors.Is(err, errNoInput):
				return err
			case err != nil:
				result = c.Unreadable(name, err)
			default:
				ctx, cancel := context.WithTimeout(cmd.Context(), timeout)
				defer cancel()
				result = c.Check(ctx, checker.Submission{Name: name, Bytes: data}, checker.Options{AsOf: asOf})
			}
			options := format.Options{Language: language}
			options.Width, options.Color = terminal(cmd.OutOrStdout())
			if err := format.Write(cmd.OutOrStdout(), formatName, result, c.Catalog(), options); err != nil {
				return refuse("Rapporten kunde inte skrivas: %v.", "The report could not be written: %v.", err)
			}
			return exitFor(result, level)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&formatName, "format", "text", "rapportens format: text eller json")
	flags.StringVar(&failOn, "fail-on", "error", "lägsta nivå som ger avslutningskod 1: error, warning, info eller never")
	flags.StringVar(&asOf, "as-of", "", "dag som regler om tid räknar från, ÅÅÅÅ-MM-DD (annars inlämningsdatum)")
	flags.DurationVar(&timeout, "timeout", 2*time.Minute, "längsta tid som reglerna får ta; en avbruten kontroll ger avslutningskod 2")
	flags.StringArrayVar(&policies, "policies", nil, "mapp med egna regler, upplagd som plankolls egen; kan anges flera gånger")
	return cmd
}

// load loads the rules, with those of further folders.
func load(folders []string) (*checker.Checker, error) {
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
	c, err := checker.Load(further...)
	if err != nil {
		return nil, refuse(
			"Reglerna kunde inte läsas in, och därför har inget kontrollerats. Rätta det som står här:\n%v",
			"The rules could not be loaded, and so nothing has been checked. Mend what is said here:\n%v", err)
	}
	return c, nil
}

var errNoInput = refuse(
	"Inget underlag är angivet. Skriv \"plankoll check FIL\", eller - i stället för FIL för att läsa standard in.",
	"No submission is named. Write \"plankoll check FILE\", or - in place of FILE to read standard input.")

// readSubmission reads the named file, or standard input where something is
// piped to it. No more is read than a submission may hold, and one byte to tell.
func readSubmission(cmd *cobra.Command, args []string) (name string, data []byte, err error) {
	in := cmd.InOrStdin()
	name = "stdin"
	if len(args) == 1 && args[0] != "-" {
		name = args[0]
		file, err := os.Open(name)
		if err != nil {
			return name, nil, err
		}
		defer file.Close()
		in = file
	} else if file, ok := in.(*os.File); ok && len(args) == 0 && term.IsTerminal(int(file.Fd())) {
		return name, nil, errNoInput
	}
	data, err = io.ReadAll(io.LimitReader(in, checker.MaxBytes+1))
	return name, data, err
}

// exitFor is the exit code for a report.
func exitFor(r *report.Report, level int) error {
	if r.Verdict == report.Undecided {
		return exit(exitUnsure)
	}
	for _, finding := range r.Findings {
		if finding.Severity.Weight() >= level {
			return exit(exitFindings)
		}
	}
	return nil
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
