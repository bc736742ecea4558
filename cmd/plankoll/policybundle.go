package main

import (
	"bytes"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/authoring"
)

func policyBundleCommand() *cobra.Command {
	var folders []string
	var output string
	cmd := &cobra.Command{
		Use:   "bundle",
		Short: "Paketerar reglerna för OPA",
		Long: "Skriver reglerna som ett paket (bundle) som OPA kan köra och hämta. Samma regler ger\n" +
			"samma paket, byte för byte.",
		Example: "  plankoll policy bundle --output plankoll.tar.gz\n" +
			"  opa eval -b plankoll.tar.gz -i underlag.json data.plankoll.findings",
		Args: atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if output == "" {
				return refuse(
					"Ange filen som paketet ska skrivas till, till exempel --output plankoll.tar.gz.",
					"Name the file to write the bundle to, for example --output plankoll.tar.gz.")
			}
			if _, err := settle(cmd, "lang", "policies"); err != nil {
				return err
			}
			further, err := foldersNamed(folders)
			if err != nil {
				return err
			}
			var bundle bytes.Buffer
			if err := authoring.Bundle(&bundle, further...); err != nil {
				return refuseRules(err)
			}
			if err := writeWhole(output, bundle.Bytes()); err != nil {
				return refuseFile(output, err)
			}
			return nil
		},
	}
	policiesFlag(cmd, &folders)
	cmd.Flags().StringVar(&output, "output", "", "fil att skriva till")
	return cmd
}
