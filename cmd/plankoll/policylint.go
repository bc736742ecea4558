package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/authoring"
)

func policyLintCommand() *cobra.Command {
	var folders []string
	cmd := &cobra.Command{
		Use:   "lint",
		Short: "Granskar regler utan att köra dem",
		Long: "Granskar allt som går att säga om regler utan att köra dem: att de går att läsa\n" +
			"in, att uppgifter och texter är fullständiga och lika på båda språken, att namnen\n" +
			"är lediga, att varje regel har fall där den slår till och fall där den är tyst,\n" +
			"och att inget återstår att skriva. Alla fel sägs på en gång, och på engelska, som\n" +
			"OPA:s egna.\n\n" +
			"Avslutningskoden är 1 om det finns fel, och 2 om granskningen inte kunde göras.",
		Example: "  plankoll policy lint --policies regler",
		Args:    atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, err := settle(cmd, "lang", "policies"); err != nil {
				return err
			}
			language, err := language(cmd)
			if err != nil {
				return err
			}
			further, err := foldersNamed(folders)
			if err != nil {
				return err
			}
			faults, err := authoring.Lint(further...)
			if err != nil {
				return refuseRules(err)
			}
			for _, fault := range faults {
				if fault.File != "" {
					fault.File = placed(fault.File, folders)
				}
				if _, err := fmt.Fprintln(cmd.OutOrStdout(), fault); err != nil {
					return err
				}
			}
			if len(faults) == 0 {
				return reply(cmd, language, "Inget att anmärka på reglerna.", "Nothing is wrong with the rules.")
			}
			if err := reply(cmd, language, "Antal fel: %d.", "Faults: %d.", len(faults)); err != nil {
				return err
			}
			return exit(exitFindings)
		},
	}
	policiesFlag(cmd, &folders)
	return cmd
}
