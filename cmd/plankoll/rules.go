package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/format"
)

func rulesCommand() *cobra.Command {
	var policies []string
	var coverage bool
	var formatName string
	cmd := &cobra.Command{
		Use:     "rules [REGEL]",
		Short:   "Listar reglerna, eller förklarar en",
		Long:    "Listar reglerna med vad de kräver. Med en regels namn: varför den finns, vad som\ngodtas och inte, och vilket avsnitt i mallen den gäller.",
		Example: "  plankoll rules\n  plankoll rules smart/measurable\n  plankoll rules --format markdown > regler.md",
		Args:    atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			language, err := language(cmd)
			if err != nil {
				return err
			}
			if formatName != "text" && formatName != "markdown" {
				return notOneOf("format", formatName, "text", "markdown")
			}
			c, err := load(policies)
			if err != nil {
				return err
			}
			options := format.Options{Language: language}
			options.Width, options.Color = terminal(cmd.OutOrStdout())
			if coverage {
				return format.WriteCoverage(cmd.OutOrStdout(), c.Catalog(), options)
			}
			if len(args) == 0 && formatName == "markdown" {
				return format.WritePages(cmd.OutOrStdout(), c.Catalog(), options)
			}
			if len(args) == 0 {
				return format.WriteRules(cmd.OutOrStdout(), c.Catalog(), options)
			}
			rule := c.Catalog().Rule(args[0])
			if rule == nil {
				return noRule(args[0], near(args[0], c.Catalog().IDs()))
			}
			if formatName == "markdown" {
				return format.WritePage(cmd.OutOrStdout(), rule, c.Catalog())
			}
			return format.WriteRule(cmd.OutOrStdout(), rule, c.Catalog(), options)
		},
	}
	cmd.Flags().BoolVar(&coverage, "coverage", false, "visar för varje krav i mallen vilka regler som prövar det, eller varför ingen gör det")
	cmd.Flags().StringVar(&formatName, "format", "text", "format: text eller markdown")
	cmd.Flags().StringArrayVar(&policies, "policies", nil, "mapp med egna regler; kan anges flera gånger")
	return cmd
}

func noRule(asked string, near []string) error {
	if len(near) == 0 {
		return refuse(
			"Regeln %q finns inte. \"plankoll rules\" listar alla.",
			"There is no rule %q. \"plankoll rules\" lists them all.", asked)
	}
	return refuse(
		"Regeln %q finns inte. De här ligger nära: %s.",
		"There is no rule %q. These are near it: %s.", asked, strings.Join(near, ", "))
}

// near returns the rules of the family or the name that was asked for.
func near(asked string, ids []string) []string {
	family, name, _ := strings.Cut(asked, "/")
	var close []string
	for _, id := range ids {
		if f, n, _ := strings.Cut(id, "/"); f == family || n == name || n == family {
			close = append(close, id)
		}
	}
	return close
}
