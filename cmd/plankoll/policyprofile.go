package main

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/authoring"
	"github.com/plankoll/plankoll/checker/catalog"
)

func policyProfileCommand() *cobra.Command {
	var folders []string
	var formatName string
	var top int
	cmd := &cobra.Command{
		Use:   "profile FIL...",
		Short: "Visar vad varje regel kostar i tid",
		Long: "Kontrollerar underlag och visar vad varje regel, och varje fil som regler delar,\n" +
			"kostade: den dyraste först. Tiden är den egna, utan det som anropas, och skiljer sig\n" +
			"från gång till gång. Antalet uttryck är detsamma varje gång.",
		Example: "  plankoll policy profile underlag.json\n" +
			"  plankoll policy profile --policies regler --format json underlag",
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, err := settle(cmd, "lang", "policies")
			if err != nil {
				return err
			}
			language, err := language(cmd)
			if err != nil {
				return err
			}
			if formatName != "text" && formatName != "json" {
				return notOneOf("format", formatName, "text", "json")
			}
			if top < 0 {
				return refuse("--top ska vara 0 eller mer, men är %d.", "--top is to be 0 or more, but is %d.", top)
			}
			named, err := inputsNamed(cmd, args)
			if err != nil {
				return err
			}
			c, err := settings.load(folders)
			if err != nil {
				return err
			}
			var submissions []checker.Submission
			for _, name := range named.names {
				called, data, err := readSubmission(cmd, name)
				if err != nil {
					return refuseFile(called, err)
				}
				submissions = append(submissions, checker.Submission{Name: called, Bytes: data})
			}
			prices := authoring.Profile(cmd.Context(), c, submissions, checker.Options{Facts: true})
			if formatName == "json" {
				return pricesInJSON(cmd.OutOrStdout(), prices)
			}
			return pricesAsTable(cmd.OutOrStdout(), prices, top, language)
		},
	}
	policiesFlag(cmd, &folders)
	cmd.Flags().StringVar(&formatName, "format", "text", "format för det som skrivs ut: text eller json")
	cmd.Flags().IntVar(&top, "top", 25, "hur många rader som visas; 0 för alla")
	completes(cmd, "format", "text", "json")
	return cmd
}

func pricesInJSON(w io.Writer, prices []authoring.Price) error {
	type price struct {
		Name        string  `json:"name"`
		Rule        bool    `json:"rule"`
		Evaluations int     `json:"evaluations"`
		Seconds     float64 `json:"seconds"`
		Worst       string  `json:"worst"`
	}
	list := make([]price, len(prices))
	for i, p := range prices {
		list[i] = price{p.Name, p.Rule, p.Evaluations, p.Time.Seconds(), p.Worst}
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(list)
}

func pricesAsTable(w io.Writer, prices []authoring.Price, top int, language catalog.Language) error {
	heads, rest, all := "tid\tandel\tuttryck\tregel eller fil\tdyrast", "ytterligare %d", "allt"
	if language == catalog.English {
		heads, rest, all = "time\tshare\texpressions\trule or file\tdearest", "%d more", "all"
	}
	var total authoring.Price
	for _, p := range prices {
		total.Time += p.Time
		total.Evaluations += p.Evaluations
	}
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, heads)
	row := func(p authoring.Price, name string) {
		share := 0.0
		if total.Time > 0 {
			share = 100 * float64(p.Time) / float64(total.Time)
		}
		fmt.Fprintf(out, "%s\t%.1f %%\t%d\t%s\t%s\n", p.Time.Round(10*time.Microsecond), share, p.Evaluations, name, p.Worst)
	}
	shown := prices
	if top > 0 && len(prices) > top {
		shown = prices[:top]
	}
	for _, p := range shown {
		row(p, p.Name)
	}
	var left authoring.Price
	for _, p := range prices[len(shown):] {
		left.Time += p.Time
		left.Evaluations += p.Evaluations
	}
	if n := len(prices) - len(shown); n > 0 {
		row(left, fmt.Sprintf(rest, n))
	}
	row(total, all)
	return out.Flush()
}
