package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/baseline"
)

func baselineCommand() *cobra.Command {
	var output string
	var asked request
	cmd := &cobra.Command{
		Use:   "baseline [FIL|MAPP|-]...",
		Short: "Skriver ner vad som är känt om underlag",
		Long: "Kontrollerar underlag och skriver ner vad som finns att anmärka på dem. Sedan säger\n" +
			"\"plankoll check --baseline FIL\" vad som är nytt, vad som är känt och vad som är borta.",
		Example: "  plankoll baseline underlag.json --output .plankoll-baseline.json\n" +
			"  plankoll check --baseline .plankoll-baseline.json underlag.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, err := asked.settle(cmd)
			if err != nil {
				return err
			}
			if err := asked.valid(); err != nil {
				return err
			}
			done, err := asked.check(cmd, settings, args)
			if err != nil {
				return err
			}
			known, err := baseline.New(done.reports)
			if err != nil {
				return refuseBaseline(err)
			}
			text, err := known.Write()
			if err != nil {
				return err
			}
			if output == "" {
				_, err = cmd.OutOrStdout().Write(text)
				return err
			}
			if err := writeWhole(output, text); err != nil {
				return refuseFile(output, err)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&output, "output", "", "fil att skriva till (annars standard ut); en fil som finns skrivs över")
	asked.flags(cmd)
	return cmd
}

// refuseBaseline says why it cannot be written down what is known.
func refuseBaseline(err error) error {
	var unknown *baseline.UnknownError
	var twice *baseline.TwiceError
	switch {
	case errors.As(err, &unknown):
		return refuse(
			"%[1]s kunde inte kontrolleras, så det är inte känt vad som är fel i den. Skriv \"plankoll check %[1]s\" för att se varför.",
			"%[1]s could not be checked, so it is not known what is wrong with it. Write \"plankoll check %[1]s\" to see why.",
			unknown.Name)
	case errors.As(err, &twice):
		return refuse(
			"%s och %s är av samma leverantör och rapportår. De går inte att skilja åt, så ange bara ett av dem.",
			"%s and %s are of the same supplier and report year. They can't be told apart, so name only one of them.",
			twice.First, twice.Second)
	}
	return err
}
