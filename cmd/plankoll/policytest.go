package main

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/authoring"
	"github.com/plankoll/plankoll/checker/catalog"
)

func policyTestCommand() *cobra.Command {
	var folders []string
	var run string
	var threshold float64
	cmd := &cobra.Command{
		Use:   "test",
		Short: "Kör reglernas fall och tester",
		Long: "Kör fallen i cases.yaml genom hela programmet, och testerna i Rego (_test.rego), och\n" +
			"mäter vilka rader i reglerna som nås. Med egna regler körs bara det som finns i deras\n" +
			"mappar.\n\n" +
			"Avslutningskoden är 1 om något fall eller test misslyckas eller för få rader nås, och\n" +
			"2 om inget kunde köras. Med --run körs bara en del, och då ställs inget krav på rader.",
		Example: "  plankoll policy test --policies regler\n" +
			"  plankoll policy test --policies regler --run egna/avtal",
		Args: atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, err := settle(cmd, "lang", "policies"); err != nil {
				return err
			}
			language, err := language(cmd)
			if err != nil {
				return err
			}
			if threshold < 0 || threshold > 100 {
				return refuse(
					"--threshold ska vara mellan 0 och 100, men är %v.",
					"--threshold is to be between 0 and 100, but is %v.", threshold)
			}
			var chosen *regexp.Regexp
			if run != "" {
				if cmd.Flags().Changed("threshold") {
					return refuse(
						"--run och --threshold går inte ihop: när bara en del körs säger antalet rader inget. Ta bort en av dem.",
						"--run and --threshold do not go together: where only a part is run the number of lines says nothing. Remove one of them.")
				}
				if chosen, err = regexp.Compile(run); err != nil {
					return refuse(
						"--run: %q är inget reguljärt uttryck: %v.",
						"--run: %q is not a regular expression: %v.", run, err)
				}
			}
			further, err := foldersNamed(folders)
			if err != nil {
				return err
			}
			tested, err := authoring.Test(cmd.Context(), authoring.Options{Run: chosen, Lines: chosen == nil}, further...)
			switch {
			case errors.Is(err, authoring.ErrNoTests):
				return refuse(
					"Inget fall och inget test kördes. Kontrollera --run och mappen.",
					"No case and no test was run. Check --run and the folder.")
			case err != nil:
				return refuseRules(err)
			}
			return tellTested(cmd, language, tested, folders, chosen == nil, threshold)
		},
	}
	policiesFlag(cmd, &folders)
	cmd.Flags().Float64Var(&threshold, "threshold", 100, "andel rader i procent som måste nås")
	cmd.Flags().StringVar(&run, "run", "", "kör bara fall (familj/namn: fall) och tester som uttrycket passar på")
	return cmd
}

func tellTested(cmd *cobra.Command, language catalog.Language, tested *authoring.Tested, folders []string, whole bool, threshold float64) error {
	for _, failure := range tested.Failures {
		for _, fault := range failure.Faults {
			if err := reply(cmd, language, "FEL %[1]s: %[2]s", "FAIL %[1]s: %[2]s", failure.Name, fault); err != nil {
				return err
			}
		}
	}
	if whole {
		for _, file := range tested.Files {
			if file.Missed == 0 {
				continue
			}
			if err := reply(cmd, language,
				"%s: %d av %d rader nås inte: %s",
				"%s: %d of %d lines are not reached: %s",
				placed(file.File, folders), file.Missed, file.Covered+file.Missed, ranges(file.Lines)); err != nil {
				return err
			}
		}
	}
	if err := reply(cmd, language,
		"Fall: %d. Tester i Rego: %d. Misslyckade: %d.",
		"Cases: %d. Tests in Rego: %d. Failed: %d.", tested.Cases, tested.Tests, len(tested.Failures)); err != nil {
		return err
	}
	few := whole && tested.Covered() < threshold
	if whole {
		if err := reply(cmd, language,
			"Rader som nås: %.1f procent av de %v som krävs.",
			"Lines reached: %.1f per cent of the %v demanded.", tested.Covered(), threshold); err != nil {
			return err
		}
	}
	if len(tested.Failures) > 0 || few {
		return exit(exitFindings)
	}
	return nil
}

// ranges writes sorted numbers shortly: 3, 5–7.
func ranges(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); {
		end := i
		for end+1 < len(numbers) && numbers[end+1] == numbers[end]+1 {
			end++
		}
		part := strconv.Itoa(numbers[i])
		if end > i {
			part += "–" + strconv.Itoa(numbers[end])
		}
		parts = append(parts, part)
		i = end + 1
	}
	return strings.Join(parts, ", ")
}
