package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/schemas"
)

func schemaCommand() *cobra.Command {
	documents := map[string][]byte{
		"submission": schemas.Submission,
		"report":     schemas.Report,
		"profile":    schemas.Profile,
		"config":     schemas.Config,
		"waivers":    schemas.Waivers,
		"baseline":   schemas.Baseline,
		"register":   schemas.Register,
		"audit":      schemas.Audit,
	}
	names := slices.Sorted(maps.Keys(documents))
	return &cobra.Command{
		Use:       "schema [" + strings.Join(names, "|") + "]",
		Short:     "Skriver schemat för underlag, rapporter, profiler och inställningar",
		Long:      "Skriver ett JSON Schema: för underlaget (submission, om inget annat anges), för\nJSON-rapporten (report), en mallprofil (profile),\ninställningar (config), undantag (waivers) eller det som är känt (baseline).",
		ValidArgs: names,
		Args:      atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			name := "submission"
			if len(args) == 1 {
				name = args[0]
			}
			document, ok := documents[name]
			if !ok {
				return refuse(
					"Schemat %q finns inte. Välj något av %s.",
					"There is no schema %q. Choose one of %s.", name, strings.Join(names, ", "))
			}
			_, err := cmd.OutOrStdout().Write(document)
			return err
		},
	}
}
