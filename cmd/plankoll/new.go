package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker"
)

func newCommand() *cobra.Command {
	draft := checker.Draft{}
	var date, output string
	cmd := &cobra.Command{
		Use:   "new",
		Short: "Skriver ett tomt underlag att fylla i",
		Long: "Skriver ett tomt underlag för en leverantör och ett år. Textredigerare som kan\n" +
			"JSON Schema visar fältens namn och föreslår värden.",
		Example: "  plankoll new --supplier \"Nämnden för exempel\" --year 2024 \\\n" +
			"    --service Kontaktcenter --service \"Öppna data\" --output underlag.json",
		Args: atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, name := range []string{"supplier", "year", "service"} {
				if !cmd.Flags().Changed(name) {
					return refuse(
						"--%s saknas. Ange leverantör, år och minst en tjänst, till exempel:\n%s",
						"--%s is missing. Name the supplier, the year and at least one service, for example:\n%s",
						name, cmd.Example)
				}
			}
			draft.Date = time.Now() // only here: a clerk writes the draft today
			if date != "" {
				day, err := time.Parse(time.DateOnly, date)
				if err != nil {
					return notADate("date", date)
				}
				draft.Date = day
			}
			c, err := load(nil)
			if err != nil {
				return err
			}
			submission, err := c.New(draft)
			if err != nil {
				return refuseDraft(err)
			}
			if output == "" {
				_, err = cmd.OutOrStdout().Write(submission)
				return err
			}
			return writeNew(output, submission)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&draft.Supplier, "supplier", "", "leverantörens namn")
	flags.IntVar(&draft.Year, "year", 0, "rapportår")
	flags.StringArrayVar(&draft.Services, "service", nil, "en av leverantörens tjänster; anges en gång för varje")
	flags.StringVar(&date, "date", "", "inlämningsdatum, ÅÅÅÅ-MM-DD (annars i dag)")
	flags.StringVar(&output, "output", "", "fil att skriva till (annars standard ut); en fil som finns skrivs aldrig över")
	if err := cmd.RegisterFlagCompletionFunc("year", years); err != nil {
		panic(err)
	}
	return cmd
}

// writeNew writes a file that must not exist yet: a clerk's work is never lost.
func writeNew(name string, content []byte) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrNotExist) {
		return refuseFile(filepath.Dir(name), err)
	}
	if err != nil {
		return refuseFile(name, err)
	}
	if _, err := file.Write(content); err != nil {
		file.Close()
		return refuseFile(name, err)
	}
	if err := file.Close(); err != nil {
		return refuseFile(name, err)
	}
	return nil
}

// refuseDraft says why there can be no empty submission.
func refuseDraft(err error) error {
	var year *checker.NoProfileError
	var same *checker.SameServiceError
	var long *checker.UnsoundDraftError
	switch {
	case errors.As(err, &year):
		return refuse(
			"Det finns ingen mall för rapportåret %[1]d. Det finns för %[2]s.",
			"There is no template for the report year %[1]d. There is for %[2]s.",
			year.Year, strings.Trim(fmt.Sprint(year.Years), "[]"))
	case errors.As(err, &same):
		return refuse(
			"Två tjänster skulle få samma id, %q. Ge dem namn som skiljer sig åt, eller ange tjänsten en gång.",
			"Two services would get the same id, %q. Give them names that differ, or name the service once.", same.ID)
	case errors.As(err, &long):
		return refuse(
			"Underlaget skulle bryta mot %s på platsen %s. Ändra namnet eller årtalet som står där.",
			"The submission would break %s at %s. Change the name or the year that stands there.", long.Rule, long.Place)
	case errors.Is(err, checker.ErrNoName):
		return refuse(
			"Leverantören och varje tjänst ska ha ett namn. Fyll i det som är tomt.",
			"The supplier and every service are to have a name. Fill in what is empty.")
	}
	return err
}
