// Command plankoll checks suppliers' yearly plans before anyone has to read
// them. It turns flags into calls of package checker and results into bytes; it
// decides nothing.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// Exit codes, the same for every command.
const (
	exitAccepted = 0 // nothing at or above the level that fails
	exitFindings = 1
	exitUnsure   = 2 // the check could not be made: usage, input, rules
)

// exit carries an exit code out of a command that has said all there is to say.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

func main() {
	settleCollector()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var code exit
	switch {
	case err == nil:
		return exitAccepted
	case errors.As(err, &code):
		return int(code)
	}
	fmt.Fprintf(stderr, "plankoll: %s\n", explain(err, languageOf(root, args)))
	return exitUnsure
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "plankoll",
		Short: "Kontrollerar leverantörers årliga analyser",
		Long: "plankoll kontrollerar en leverantörs Årlig analys av digital utveckling och\n" +
			"förvaltning, och säger vad som ska rättas, var, och om den kan lämnas in.",
		Example: "  plankoll new --supplier \"Nämnden för exempel\" --year 2024 --service Kontaktcenter > underlag.json\n" +
			"  plankoll check underlag.json",
		SilenceUsage:  true,
		SilenceErrors: true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			_, err := language(cmd)
			return err
		},
		Args: onlyCommands,
		RunE: func(cmd *cobra.Command, _ []string) error {
			// Called without a command nothing is checked, and that is said.
			if err := cmd.Help(); err != nil {
				return err
			}
			return exit(exitUnsure)
		},
	}
	root.PersistentFlags().String("lang", "sv", "språk för rapporter och felmeddelanden: sv eller en")
	completes(root, "lang", "sv", "en")
	root.SetFlagErrorFunc(refuseFlag)
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(checkCommand(), auditCommand(), waiveCommand(), baselineCommand(), newCommand(), rulesCommand(), explainCommand(), policyCommand(), schemaCommand(), completionCommand(), lspCommand(), versionCommand())
	inSwedish(root)
	return root
}
