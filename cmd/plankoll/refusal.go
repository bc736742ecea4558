package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/plankoll/plankoll/checker/catalog"
)

// refusal says why a command could not do what it was asked to, and what to do
// about it, in each language.
type refusal struct{ swedish, english string }

func (r refusal) Error() string { return r.english }

func (r refusal) in(language catalog.Language) string {
	if language == catalog.English {
		return r.english
	}
	return r.swedish
}

// refuse makes a refusal of the same sentence in Swedish and English.
func refuse(swedish, english string, values ...any) error {
	return refusal{fmt.Sprintf(swedish, values...), fmt.Sprintf(english, values...)}
}

// explain words an error in a language. Only refusals have words of their own.
func explain(err error, language catalog.Language) string {
	var known refusal
	if !errors.As(err, &known) {
		known = refusal{
			"Kommandot kunde inte utföras: " + err.Error(),
			"The command could not be carried out: " + err.Error(),
		}
	}
	return known.in(language)
}

// languageAsked is the language that refusals are asked to be in, empty if none. It
// is looked up apart from the other flags, since any of those may be what is refused.
func languageAsked(args []string) string {
	flags := pflag.NewFlagSet("", pflag.ContinueOnError)
	flags.ParseErrorsAllowlist.UnknownFlags = true
	flags.Usage = func() {}
	name := flags.String("lang", "", "")
	_ = flags.Parse(args) // what is wrong with them is told when they are used
	return *name
}

// atMost is cobra.MaximumNArgs in words that a supplier understands.
func atMost(most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) <= most:
			return nil
		case most == 0:
			return refuse(
				"Efter \"%[1]s\" ska inget namn stå, men där står %[2]s. Ta bort det. \"%[1]s --help\" visar hur kommandot skrivs.",
				"No name is to stand after \"%[1]s\", but there is %[2]s. Remove it. \"%[1]s --help\" shows how to write the command.",
				cmd.CommandPath(), quoted(args))
		}
		return refuse(
			"Efter \"%s\" får det stå högst %d namn, men där står %s. Ta bort det som är för mycket. Har ett namn mellanslag, sätt citattecken om det.",
			"At most %[2]d name may stand after \"%[1]s\", but there are %[3]s. Remove what is too much. Put quotation marks around a name with blanks.",
			cmd.CommandPath(), most, quoted(args))
	}
}

// onlyCommands refuses what stands where a command should.
func onlyCommands(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := root.SuggestionsFor(args[0]); len(near) > 0 {
		return refuse(
			"Kommandot %[2]q finns inte. Menade du \"%[1]s %[3]s\"? \"%[1]s --help\" visar alla kommandon.",
			"There is no command %[2]q. Did you mean \"%[1]s %[3]s\"? \"%[1]s --help\" shows all commands.",
			root.Name(), args[0], near[0])
	}
	return refuse(
		"Kommandot %[2]q finns inte. Ska ett underlag kontrolleras, skriv \"%[1]s check FIL\". \"%[1]s --help\" visar alla kommandon.",
		"There is no command %[2]q. To check a submission, write \"%[1]s check FILE\". \"%[1]s --help\" shows all commands.",
		root.Name(), args[0])
}

// onlySubcommands refuses what stands where one of a command's own commands should.
func onlySubcommands(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, below := range cmd.Commands() {
		names = append(names, below.Name())
	}
	return refuse(
		"Kommandot \"%[1]s %[2]s\" finns inte. Efter \"%[1]s\" ska det stå något av %[3]s.",
		"There is no command \"%[1]s %[2]s\". After \"%[1]s\" write one of %[3]s.",
		cmd.CommandPath(), args[0], strings.Join(names, ", "))
}

// refuseFlag puts what is wrong with a flag in words. A flag is also unknown
// where the command before it is, and that is then what is wrong.
func refuseFlag(cmd *cobra.Command, err error) error {
	if before := cmd.Flags().Args(); !cmd.HasParent() && len(before) > 0 {
		return onlyCommands(cmd, before)
	}
	var unknown *pflag.NotExistError
	var lacking *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var malformed *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return refuse(
			"Flaggan %[2]q finns inte. \"%[1]s --help\" visar de flaggor som finns.",
			"There is no flag %[2]q. \"%[1]s --help\" shows the flags there are.",
			cmd.CommandPath(), name)
	case errors.As(err, &lacking):
		return refuse(
			"Efter --%[2]s ska ett värde stå. \"%[1]s --help\" visar vilket.",
			"A value is to stand after --%[2]s. \"%[1]s --help\" shows which.",
			cmd.CommandPath(), lacking.GetFlag().Name)
	case errors.As(err, &invalid):
		swedish, english := kindOf(invalid.GetFlag())
		return refuse(
			"--%s ska vara "+swedish+", men är %q.",
			"--%s is to be "+english+", but is %q.",
			invalid.GetFlag().Name, invalid.GetValue())
	case errors.As(err, &malformed):
		return refuse(
			"%[2]q är inte skrivet som en flagga. \"%[1]s --help\" visar de flaggor som finns.",
			"%[2]q is not written as a flag. \"%[1]s --help\" shows the flags there are.",
			cmd.CommandPath(), malformed.GetSpecifiedFlag())
	}
	return err
}

// kindOf says what the value of a flag has to be.
func kindOf(flag *pflag.Flag) (swedish, english string) {
	switch flag.Value.Type() {
	case "int":
		return "ett heltal, till exempel 2024", "a whole number, for example 2024"
	case "float64":
		return "ett tal, till exempel 95 eller 99.5", "a number, for example 95 or 99.5"
	case "duration":
		return "en tid, till exempel 30s eller 2m", "a length of time, for example 30s or 2m"
	case "bool":
		return "true eller false", "true or false"
	}
	return "ett värde som går att läsa", "a value that can be read"
}

func notADate(flag, value string) error {
	return refuse(
		"--%s: %q är inget datum. Skriv det som 2023-03-31.",
		"--%s: %q is not a date. Write it as 2023-03-31.",
		flag, value)
}

func notOneOf(flag, value string, names ...string) error {
	return refuse(
		"--%s: %q går inte att välja. Välj något av %s.",
		"--%s: %q cannot be chosen. Choose one of %s.",
		flag, value, strings.Join(names, ", "))
}

// refuseFile says why a file or folder cannot be used.
func refuseFile(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrExist):
		return refuse(
			"Filen %q finns redan och skrivs inte över. Välj ett annat namn.",
			"The file %q already exists and is not overwritten. Choose another name.", name)
	case errors.Is(err, fs.ErrNotExist):
		return refuse(
			"%q finns inte. Kontrollera namnet och mappen.",
			"%q does not exist. Check the name and the folder.", name)
	case errors.Is(err, fs.ErrPermission):
		return refuse(
			"Du har inte rätt att använda %q. Välj en annan plats, eller be om behörighet.",
			"You are not permitted to use %q. Choose another place, or ask for permission.", name)
	}
	return refuse(
		"%q kan inte användas: %v.",
		"%q cannot be used: %v.", name, err)
}

func quoted(names []string) string {
	marked := make([]string, len(names))
	for i, name := range names {
		marked[i] = fmt.Sprintf("%q", name)
	}
	return strings.Join(marked, ", ")
}
