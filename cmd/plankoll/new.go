package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
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
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			draft.Date = time.Now() // only here: a clerk writes the draft today
			if date != "" {
				day, err := time.Parse(time.DateOnly, date)
				if err != nil {
					return fmt.Errorf("--date: %q is not a date; write it as 2023-03-31", date)
				}
				draft.Date = day
			}
			c, err := checker.Load()
			if err != nil {
				return err
			}
			submission, err := c.New(draft)
			if err != nil {
				return err
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
	for _, name := range []string{"supplier", "year", "service"} {
		if err := cmd.MarkFlagRequired(name); err != nil {
			panic(err) // the flag was named just above
		}
	}
	return cmd
}

// writeNew writes a file that must not exist yet: a clerk's work is never lost.
func writeNew(name string, content []byte) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s already exists and is not overwritten", name)
	}
	if err != nil {
		return err
	}
	if _, err := file.Write(content); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}
