package main

import "github.com/spf13/cobra"

// inSwedish gives a command and all below it help in Swedish: the people who
// read it are suppliers, not programmers.
func inSwedish(root *cobra.Command) {
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpCommand(&cobra.Command{Hidden: true})
	root.PersistentFlags().BoolP("help", "h", false, "visar den här hjälpen")
	withoutFlags(root)
}

func withoutFlags(command *cobra.Command) {
	command.DisableFlagsInUseLine = true
	for _, below := range command.Commands() {
		withoutFlags(below)
	}
}

const usageTemplate = `Användning:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} KOMMANDO{{end}}{{if .HasExample}}

Exempel:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Kommandon:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Flaggor:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Gemensamma flaggor:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

"{{.CommandPath}} KOMMANDO --help" säger mer om ett kommando.{{end}}
`
