package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/catalog"
)

func policyCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "policy",
		Short: "Skriver, granskar, testar och paketerar regler",
		Long: "För den som skriver regler. En mapp med egna regler läggs upp som plankolls egen\n" +
			"och anges med --policies eller policies i inställningarna, som för check. Är ingen\n" +
			"angiven gäller kommandona reglerna som följer med programmet.",
		Example: "  plankoll policy new egna/avtal --policies regler\n" +
			"  plankoll policy lint --policies regler\n" +
			"  plankoll policy test --policies regler\n" +
			"  plankoll policy profile underlag.json",
		Args: onlySubcommands,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := cmd.Help(); err != nil {
				return err
			}
			return exit(exitUnsure)
		},
	}
	cmd.AddCommand(policyNewCommand(), policyLintCommand(), policyTestCommand(), policyProfileCommand(), policyBundleCommand())
	return cmd
}

// policiesFlag gives a command the flags that say which rules it is for.
func policiesFlag(cmd *cobra.Command, folders *[]string) {
	takesSettings(cmd)
	cmd.Flags().StringArrayVar(folders, "policies", nil, "mapp med egna regler; kan anges flera gånger")
}

// reply writes a line in the language that was asked for.
func reply(cmd *cobra.Command, language catalog.Language, swedish, english string, values ...any) error {
	_, err := fmt.Fprintln(cmd.OutOrStdout(), explain(refuse(swedish, english, values...), language))
	return err
}

// placed is where a file of the policies stands: in a folder that was named, or in
// the program.
func placed(file string, folders []string) string {
	for _, folder := range folders {
		there := filepath.Join(folder, filepath.FromSlash(file))
		if _, err := os.Stat(there); err == nil {
			return there
		}
		// A file that is missing is missing beside the others.
		if _, err := os.Stat(filepath.Dir(there)); err == nil && filepath.Dir(there) != filepath.Clean(folder) {
			return there
		}
	}
	return file
}
