package main

import (
	"errors"
	"time"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/lsp"
)

// exitUnasked is what the Language Server Protocol wants of a server whose editor
// has ended without saying so.
const exitUnasked = 1

func lspCommand() *cobra.Command {
	var policies []string
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "Visar anmärkningar i en textredigerare medan underlaget skrivs",
		Long: "Startas av en textredigerare och talar Language Server Protocol med den på\n" +
			"standard in och ut. Underlag är JSON-filer vars \"$schema\" anger vårt schema eller\n" +
			"vars \"profile\" är en profil som finns; andra filer lämnas i fred.",
		Args: atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			language, err := language(cmd)
			if err != nil {
				return err
			}
			c, err := load(policies)
			if err != nil {
				return err
			}
			server := lsp.New(c, lsp.Options{
				Language: language,
				Delay:    300 * time.Millisecond, // a pause in the writing
				Timeout:  longestCheck,
			})
			err = server.Serve(cmd.Context(), cmd.InOrStdin(), cmd.OutOrStdout())
			if errors.Is(err, lsp.ErrNoShutdown) {
				return exit(exitUnasked)
			}
			return err
		},
	}
	cmd.Flags().StringArrayVar(&policies, "policies", nil, "mapp med egna regler, upplagd som plankolls egen; kan anges flera gånger")
	return cmd
}
