package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/checker/waiver"
)

func waiveCommand() *cobra.Command {
	var reason, approvedBy, lastDay string
	var asked request
	cmd := &cobra.Command{
		Use:   "waive FIL REGEL|FINGERAVTRYCK [OBJEKT|SÖKVÄG]",
		Short: "Skriver undantag för fel som får stå kvar en tid",
		Long: "Skriver en post för varje anmärkning från en regel, att lägga i filen med undantag.\n" +
			"Varje post ska ha ett skäl, vem som har godkänt undantaget och sista dagen. Det som\n" +
			"inte ska ha undantag tar du bort.",
		Example: "  plankoll waive underlag.json budget/index --reason \"Avtalet räknas upp i mars.\" \\\n" +
			"    --approved-by \"Anna Ek\" --last-day 2023-06-30 >> " + waiver.Name,
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			switch len(args) {
			case 0:
				return nil, cobra.ShellCompDirectiveDefault
			case 1:
				return ruleNames(cmd)
			}
			return nil, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) < 2 || len(args) > 3 {
				return refuse(
					"Ange underlaget och regeln, till exempel:\n%s", "Name the submission and the rule, for example:\n%s", cmd.Example)
			}
			settings, err := asked.settle(cmd)
			if err != nil {
				return err
			}
			if err := asked.valid(); err != nil {
				return err
			}
			done, err := asked.check(cmd, settings, args[:1])
			if err != nil {
				return err
			}
			language, err := language(cmd)
			if err != nil {
				return err
			}
			var entries strings.Builder
			for _, r := range done.reports {
				for _, f := range waivable(r, args[1:]) {
					w := waiver.Of(f, r)
					w.Reason, w.ApprovedBy, w.LastDay = reason, approvedBy, lastDay
					message, _ := format.Message(f, done.checker.Catalog(), language)
					entry, err := waiver.Entry(w, message)
					if err != nil {
						return err
					}
					entries.Write(entry)
				}
			}
			if entries.Len() == 0 {
				return refuse(
					"%s har ingen anmärkning att ge undantag från: %s. \"plankoll check %[1]s\" visar vilka som finns.",
					"%s has no finding to waive: %s. \"plankoll check %[1]s\" shows those there are.", args[0], quoted(args[1:]))
			}
			_, err = cmd.OutOrStdout().Write([]byte(entries.String()))
			return err
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&reason, "reason", "", "varför felet får stå kvar")
	flags.StringVar(&approvedBy, "approved-by", "", "vem som har godkänt det")
	flags.StringVar(&lastDay, "last-day", "", "sista dagen som undantaget gäller, ÅÅÅÅ-MM-DD")
	asked.flags(cmd)
	return cmd
}

// waivable are the findings that a rule or a fingerprint names, at a place or in an
// object if one is named, and that are not waived yet.
func waivable(r *report.Report, asked []string) []report.Finding {
	var found []report.Finding
	r.Each(func(f *report.Finding) {
		named := f.Rule == asked[0] || f.Fingerprint == asked[0]
		if len(asked) > 1 {
			named = named && (f.Object == asked[1] || string(f.Place.Pointer) == asked[1])
		}
		if named && f.Status != report.Waived && waiver.Waivable(f.Stage) && r.Supplier != "" {
			found = append(found, *f)
		}
	})
	return found
}
