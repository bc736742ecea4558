package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
)

func completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion " + strings.Join(shells, "|"),
		Short: "Skriver ett skript som låter skalet fylla i kommandon, flaggor och regler",
		Long: "Skriver ett skript för ditt skal. När skalet har läst det fyller tabb i kommandon,\n" +
			"flaggor, format och reglernas namn.",
		Example: "  source <(plankoll completion bash)\n" +
			"  plankoll completion fish > ~/.config/fish/completions/plankoll.fish",
		ValidArgs: shells,
		Args:      atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			root, out := cmd.Root(), cmd.OutOrStdout()
			switch strings.Join(args, "") {
			case "bash":
				return root.GenBashCompletionV2(out, true)
			case "zsh":
				return root.GenZshCompletion(out)
			case "fish":
				return root.GenFishCompletion(out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(out)
			}
			return refuse(
				"Ange ett skal efter \"%[1]s\": %[2]s.", "Name a shell after \"%[1]s\": %[2]s.",
				cmd.CommandPath(), strings.Join(shells, ", "))
		},
	}
}

// completes lets the shell fill in the value of a flag.
func completes(cmd *cobra.Command, flag string, values ...string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag is not there: a fault in this program
	}
}

// ruleNames are all rules, with what they demand, also those of the folders that the
// configuration and the flags name.
func ruleNames(cmd *cobra.Command) ([]string, cobra.ShellCompDirective) {
	settings, err := settle(cmd, "lang", "policies")
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	policies, err := cmd.Flags().GetStringArray("policies")
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	c, err := settings.load(policies)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	language, err := language(cmd)
	if err != nil {
		language = catalog.Swedish
	}
	var names []string
	for _, id := range c.Catalog().IDs() {
		names = append(names, id+"\t"+c.Catalog().Rule(id).Texts[language].Title)
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// years are the report years that there are templates for.
func years(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	c, err := load(nil)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var years []string
	for _, year := range c.Years() {
		years = append(years, fmt.Sprint(year))
	}
	return years, cobra.ShellCompDirectiveNoFileComp
}

// outputFormats are the beginnings of FORMAT=FILE.
func outputFormats(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
	if strings.Contains(begun, "=") {
		return nil, cobra.ShellCompDirectiveDefault
	}
	names := slices.Clone(format.Names())
	for i := range names {
		names[i] += "="
	}
	return names, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}
