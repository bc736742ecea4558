package main

import (
	"errors"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/format"
)

func explainCommand() *cobra.Command {
	var asked request
	cmd := &cobra.Command{
		Use:   "explain REGEL|KRAV | FIL REGEL|FINGERAVTRYCK",
		Short: "Förklarar en anmärkning, en regel eller ett krav",
		Long: "Med ett underlag och en regels namn: allt som regeln säger om underlaget, var det\n" +
			"gäller, vad som talar för och emot, vad du gör, och vad regeln kräver. Med ett\n" +
			"fingeravtryck i stället för regeln: bara den anmärkningen. Början av det räcker, om\n" +
			"den inte passar på fler. Fingeravtryck står i de flesta format.\n\n" +
			"Utan underlag: regeln, eller vad mallen kräver under ett nummer, som\n" +
			"\"plankoll rules\".",
		Example: "  plankoll explain underlag.json consolidation/plan\n" +
			"  plankoll explain underlag.json 6ac30e0d\n" +
			"  plankoll explain smart/measurable\n" +
			"  plankoll explain R3.1.3",
		Args: atMost(2),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 1 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			names, directive := ruleNames(cmd)
			if len(args) == 0 {
				directive = cobra.ShellCompDirectiveDefault // or a file
			}
			return names, directive
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, err := asked.settle(cmd, "baseline")
			if err != nil {
				return err
			}
			language, err := language(cmd)
			if err != nil {
				return err
			}
			if err := asked.valid(); err != nil {
				return err
			}
			c, err := settings.load(asked.policies)
			if err != nil {
				return err
			}
			options := format.Options{Language: language}
			options.Width, options.Color = terminal(cmd.OutOrStdout())
			switch len(args) {
			case 0:
				return refuse(
					"Ange vad som ska förklaras, till exempel:\n%s", "Say what to explain, for example:\n%s", cmd.Example)
			case 1:
				if info, err := os.Stat(args[0]); err == nil && !info.IsDir() {
					return refuse(
						"Ange också vilken regel eller vilket fingeravtryck: \"plankoll explain %[1]s REGEL\". \"plankoll check %[1]s\" visar vilka som finns.",
						"Name a rule or a fingerprint too: \"plankoll explain %[1]s RULE\". \"plankoll check %[1]s\" shows those there are.", args[0])
				}
				return tellRule(cmd, args[0], "text", c.Catalog(), options)
			}
			k, err := asked.prepare(cmd, settings, c)
			if err != nil {
				return err
			}
			called, data, err := readSubmission(cmd, args[0])
			if err != nil {
				return refuseFile(called, err)
			}
			r := k.check(cmd.Context(), checker.Submission{Name: called, Bytes: data})
			return refuseName(args[0], args[1], format.WriteExplanation(cmd.OutOrStdout(), args[1], r, c.Catalog(), options))
		},
	}
	asked.flags(cmd)
	asked.baselineFlag(cmd)
	return cmd
}

// refuseName says why nothing can be explained under a name.
func refuseName(file, name string, err error) error {
	var several *format.AmbiguousError
	switch {
	case errors.Is(err, format.ErrNotSaid):
		return refuse(
			"Det finns ingen anmärkning på %s som heter %q. Ange en regel eller ett fingeravtryck ur rapporten; det ändras när det som står där ändras. \"plankoll check %[1]s --format json\" visar alla.",
			"There is no finding on %s called %q. Name a rule or a fingerprint of the report; it changes when what stands there does. \"plankoll check %[1]s --format json\" shows them all.", file, name)
	case errors.As(err, &several):
		return refuse(
			"%q är början på flera fingeravtryck. Skriv mer av det du menar: %s.",
			"%q begins several fingerprints. Write more of the one you mean: %s.", name, strings.Join(several.Fingerprints, ", "))
	}
	return err
}
