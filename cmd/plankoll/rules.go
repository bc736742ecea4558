package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
)

func rulesCommand() *cobra.Command {
	var policies []string
	var coverage bool
	var formatName string
	cmd := &cobra.Command{
		Use:   "rules [REGEL|KRAV]",
		Short: "Listar reglerna, eller förklarar en",
		Long: "Listar reglerna med vad de kräver. Med en regels namn: varför den finns, vad som\n" +
			"godtas och inte, och vilket avsnitt i mallen den gäller. Med numret på ett krav i\n" +
			"mallen: vad som krävs, och vilka regler som prövar det.",
		Example: "  plankoll rules\n  plankoll rules smart/measurable\n  plankoll rules R3.1.3\n  plankoll rules --format markdown > regler.md",
		Args:    atMost(1),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return ruleNames(cmd)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, err := settle(cmd, "lang", "policies")
			if err != nil {
				return err
			}
			language, err := language(cmd)
			if err != nil {
				return err
			}
			if !slices.Contains(ruleFormats, formatName) {
				return notOneOf("format", formatName, ruleFormats...)
			}
			c, err := settings.load(policies)
			if err != nil {
				return err
			}
			options := format.Options{Language: language}
			options.Width, options.Color = terminal(cmd.OutOrStdout())
			if coverage {
				return format.WriteCoverage(cmd.OutOrStdout(), c.Catalog(), options)
			}
			if len(args) == 0 && formatName == "html" {
				return format.WriteRulesHTML(cmd.OutOrStdout(), c.Catalog().IDs(), c.Catalog(), options)
			}
			if len(args) == 0 && formatName == "markdown" {
				return format.WritePages(cmd.OutOrStdout(), c.Catalog(), options)
			}
			if len(args) == 0 {
				return format.WriteRules(cmd.OutOrStdout(), c.Catalog(), options)
			}
			return tellRule(cmd, args[0], formatName, c.Catalog(), options)
		},
	}
	cmd.Flags().BoolVar(&coverage, "coverage", false, "visar för varje krav i mallen vilka regler som prövar det, eller varför ingen gör det")
	cmd.Flags().StringVar(&formatName, "format", "text", "format: text, markdown eller html")
	cmd.Flags().StringArrayVar(&policies, "policies", nil, "mapp med egna regler; kan anges flera gånger")
	takesSettings(cmd)
	completes(cmd, "format", ruleFormats...)
	return cmd
}

// tellRule explains a rule, or what the template demands under a number.
func tellRule(cmd *cobra.Command, name, formatName string, c *catalog.Catalog, options format.Options) error {
	if requirement, ok := c.Requirement(name); ok {
		return format.WriteRequirement(cmd.OutOrStdout(), requirement, c, options)
	}
	for _, retired := range c.Retired() {
		if retired.ID == name {
			return retiredRule(retired)
		}
	}
	rule := c.Rule(name)
	if rule == nil {
		return noRule(name, near(name, c.IDs()))
	}
	switch formatName {
	case "html":
		return format.WriteRulesHTML(cmd.OutOrStdout(), []string{rule.ID}, c, options)
	case "markdown":
		return format.WritePage(cmd.OutOrStdout(), rule, c)
	}
	return format.WriteRule(cmd.OutOrStdout(), rule, c, options)
}

// ruleFormats are how the rules can be told.
var ruleFormats = []string{"text", "markdown", "html"}

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

func retiredRule(rule catalog.Retired) error {
	swedish, english := rule.Why[catalog.Swedish], rule.Why[catalog.English]
	if by := strings.Join(rule.ReplacedBy, ", "); by != "" {
		swedish, english = swedish+" Ersatt av "+by+".", english+" Replaced by "+by+"."
	}
	return refuse(
		"Regeln %[1]s drogs in %[2]s. %[3]s",
		"The rule %[1]s was retired on %[2]s. %[4]s", rule.ID, rule.Since, swedish, english)
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
