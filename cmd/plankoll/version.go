package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Skriver programmets version och reglernas kontrollsumma",
		Args:  atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := load(nil)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "plankoll %s\nrules %s\n", checker.Version, c.RulesDigest())
			return err
		},
	}
}
