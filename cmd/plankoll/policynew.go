package main

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/authoring"
)

func policyNewCommand() *cobra.Command {
	var folders []string
	cmd := &cobra.Command{
		Use:   "new FAMILJ/NAMN",
		Short: "Lägger upp en ny regel att fylla i",
		Long: "Lägger upp en ny regel i mappen som --policies eller inställningarna anger (den\n" +
			"första, om det är flera; annars mappen policies): beslut, uppgifter och texter, och\n" +
			"fall. Det som ska fyllas i är märkt TODO, och \"plankoll policy lint\" säger vad som är\n" +
			"kvar. Tills regeln är skriven säger den om varje underlag att den inte har kunnat\n" +
			"pröva det.",
		Example: "  plankoll policy new egna/avtal --policies regler",
		Args:    atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := settle(cmd, "lang", "policies"); err != nil {
				return err
			}
			language, err := language(cmd)
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return refuse(
					"Ange vad regeln ska heta, till exempel \"plankoll policy new egna/avtal\".",
					"Say what the rule is to be called, for example \"plankoll policy new own/contract\".")
			}
			target, known := folders[0], folders
			if _, err := os.Stat(target); errors.Is(err, fs.ErrNotExist) {
				known = folders[1:] // it is made when all else is well
			}
			further, err := foldersNamed(known)
			if err != nil {
				return err
			}
			files, err := authoring.New(args[0], further...)
			if err != nil {
				return refuseRule(args[0], err)
			}
			names := slices.Sorted(maps.Keys(files))
			for _, name := range names {
				file := filepath.Join(target, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					return refuseFile(file, err)
				}
				if err := writeNew(file, files[name]); err != nil {
					return err
				}
			}
			return reply(cmd, language,
				"Regeln ligger i %s. Fyll i det som är märkt TODO.",
				"The rule is in %s. Fill in what is marked TODO.", filepath.Join(target, filepath.FromSlash(filepath.Dir(names[0]))))
		},
	}
	takesSettings(cmd)
	cmd.Flags().StringArrayVar(&folders, "policies", []string{"policies"}, "mapp som regeln läggs i; fler anges för att namnet inte ska krocka med deras regler")
	return cmd
}

// refuseRule says why no rule can be laid out under a name.
func refuseRule(id string, err error) error {
	var taken *authoring.TakenError
	switch {
	case errors.Is(err, authoring.ErrBadID):
		return refuse(
			"%q kan inte vara namnet på en regel. Skriv familj/namn med små bokstäver a–z, siffror och bindestreck, till exempel egna/avtal.",
			"%q cannot be the name of a rule. Write family/name in small letters a–z, digits and hyphens, for example own/contract.", id)
	case errors.As(err, &taken) && taken.Retired != "":
		return refuse(
			"Regeln %s drogs in %s, och namnet används aldrig igen. Välj ett annat.",
			"The rule %s was retired on %s, and its name is never used again. Choose another.", id, taken.Retired)
	case errors.As(err, &taken):
		return refuse(
			"Regeln %s finns redan. Välj ett annat namn.",
			"There is a rule %s already. Choose another name.", id)
	}
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return refuseFile(path.Path, err)
	}
	return err
}
