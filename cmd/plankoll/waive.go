package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/checker/waiver"
)

func waiveCommand() *cobra.Command {
	var reason, approvedBy, lastDay string
	var audited bool
	var asked request
	cmd := &cobra.Command{
		Use:   "waive FIL REGEL|FINGERAVTRYCK [OBJEKT|SÖKVÄG]",
		Short: "Skriver undantag för fel som får stå kvar en tid",
		Long: "Skriver en post för varje anmärkning från en regel, att lägga i filen med undantag.\n" +
			"Varje post ska ha ett skäl, vem som har godkänt undantaget och sista dagen. Det som\n" +
			"inte ska ha undantag tar du bort.\n\n" +
			"Med --audit är FIL det som en granskning skrev till findings.jsonl. Där står också\n" +
			"det som inte går ihop med andra planer. Sist anges då vilken leverantör det gäller.",
		Example: "  plankoll waive underlag.json budget/index --reason \"Avtalet räknas upp i mars.\" \\\n" +
			"    --approved-by \"Anna Ek\" --last-day 2023-06-30 >> " + waiver.Name + "\n" +
			"  plankoll waive --audit granskning/findings.jsonl suppliers/names namnd-x --reason \"Bytet av namn är beslutat.\" \\\n" +
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
			var entries bytes.Buffer
			write := func(w waiver.Waiver, message string) error {
				w.Reason, w.ApprovedBy, w.LastDay = reason, approvedBy, lastDay
				entry, err := waiver.Entry(w, message)
				entries.Write(entry)
				return err
			}
			if audited {
				err = waivableInAudit(args[0], args[1:], write)
			} else {
				err = asked.waivable(cmd, settings, args, write)
			}
			if err != nil {
				return err
			}
			if entries.Len() == 0 && audited {
				return refuse(
					"%s har ingen anmärkning att ge undantag från: %s. Ange regeln och leverantörens id som de står där.",
					"%s has no finding to waive: %s. Name the rule and the supplier's id as they stand there.", args[0], quoted(args[1:]))
			}
			if entries.Len() == 0 {
				return refuse(
					"%s har ingen anmärkning att ge undantag från: %s. \"plankoll check %[1]s\" visar vilka som finns.",
					"%s has no finding to waive: %s. \"plankoll check %[1]s\" shows those there are.", args[0], quoted(args[1:]))
			}
			_, err = cmd.OutOrStdout().Write(entries.Bytes())
			return err
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&reason, "reason", "", "varför felet får stå kvar")
	flags.StringVar(&approvedBy, "approved-by", "", "vem som har godkänt det")
	flags.StringVar(&lastDay, "last-day", "", "sista dagen som undantaget gäller, ÅÅÅÅ-MM-DD")
	flags.BoolVar(&audited, "audit", false, "FIL är findings.jsonl från en granskning")
	asked.flags(cmd)
	return cmd
}

// waivable calls write with each finding of a check that may be waived.
func (q *request) waivable(cmd *cobra.Command, s settings, args []string, write func(waiver.Waiver, string) error) error {
	language, err := language(cmd)
	if err != nil {
		return err
	}
	done, err := q.check(cmd, s, args[:1])
	if err != nil {
		return err
	}
	for _, r := range done.reports {
		for _, f := range waivable(r, args[1:]) {
			message, _ := format.Message(f, done.checker.Catalog(), language)
			if err := write(waiver.Of(f, r), message); err != nil {
				return err
			}
		}
	}
	return nil
}

// waivableInAudit calls write with each finding in what an audit wrote that a rule or a
// fingerprint names, of a supplier or at a place if one is named, and that may be waived.
func waivableInAudit(name string, asked []string, write func(waiver.Waiver, string) error) error {
	file, err := os.Open(name)
	if err != nil {
		return refuseFile(name, err)
	}
	defer file.Close()
	lines := json.NewDecoder(file)
	for n := 1; ; n++ {
		var line struct {
			Supplier   string
			ReportYear int
			NotJudged  bool
			Finding    struct {
				Rule, Object, Message, Fingerprint string
				Path                               report.Pointer
				Stage                              report.Stage
				Status                             report.Status
			}
		}
		if err := lines.Decode(&line); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return refuse(
				"%s: rad %d går inte att läsa: %v. Ange den findings.jsonl som \"plankoll audit --out MAPP\" skrev.",
				"%s: line %d can't be read: %v. Name the findings.jsonl that \"plankoll audit --out FOLDER\" wrote.", name, n, err)
		}
		f := line.Finding
		named := f.Rule == asked[0] || f.Fingerprint == asked[0]
		if len(asked) > 1 {
			named = named && (line.Supplier == asked[1] || string(f.Path) == asked[1])
		}
		if !named || line.NotJudged || f.Status == report.Waived || !waiver.Waivable(f.Stage) || line.Supplier == "" {
			continue
		}
		if err := write(waiver.Waiver{
			Rule: f.Rule, Object: f.Object, Path: f.Path, Supplier: line.Supplier, ReportYear: line.ReportYear, Fingerprint: f.Fingerprint,
		}, f.Message); err != nil {
			return err
		}
	}
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
