package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/config"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

// settings are the configuration, and where it stands.
type settings struct {
	file   string // empty where there is none
	folder string // where it was looked for
	*config.Config
}

// takesSettings gives a command the flags that say which configuration to use.
func takesSettings(cmd *cobra.Command) {
	cmd.Flags().String("config", "", "fil med inställningar (annars "+config.Name+" i den här mappen eller en mapp utanför den)")
	cmd.Flags().Bool("no-config", false, "använder ingen fil med inställningar")
}

// settle finds the configuration, and gives flags of a command what it says. A flag
// that was given wins.
func settle(cmd *cobra.Command, flags ...string) (settings, error) {
	s, err := settingsOf(cmd, ".")
	if err != nil {
		return settings{}, err
	}
	return s, s.fill(cmd, flags)
}

// settingsOf reads the configuration of a folder, unless flags of a command say
// otherwise.
func settingsOf(cmd *cobra.Command, folder string) (settings, error) {
	file, err := configFile(cmd, folder)
	if err != nil || file == "" {
		return settings{folder: folder, Config: &config.Config{}}, err
	}
	raw, err := readSettings(file)
	if err != nil {
		return settings{}, err
	}
	read, err := config.Parse(raw, format.Names())
	if err != nil {
		return settings{}, refuseSettings(file, err)
	}
	return settings{file, folder, read}, nil
}

// configFile is the file to read, empty if there is none to be read.
func configFile(cmd *cobra.Command, folder string) (string, error) {
	file, err := cmd.Flags().GetString("config")
	if err != nil {
		return "", err
	}
	none, err := cmd.Flags().GetBool("no-config")
	switch {
	case err != nil || none && file == "":
		return "", err
	case none:
		return "", refuse(
			"--config och --no-config säger emot varandra. Ta bort den ena.",
			"--config and --no-config contradict each other. Remove one of them.")
	case cmd.Flags().Changed("config"):
		return file, nil
	}
	found, err := config.Find(config.Name, folder)
	if err != nil {
		return "", refuseFile(config.Name, err)
	}
	return fromHere(found), nil
}

// fromHere names a file as seen from the working directory, where that is shorter.
func fromHere(file string) string {
	here, err := os.Getwd()
	if err != nil || file == "" {
		return file
	}
	if relative, err := filepath.Rel(here, file); err == nil && len(relative) < len(file) {
		return relative
	}
	return file
}

func readSettings(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, refuseFile(name, err)
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, checker.MaxBytes+1))
	if err != nil {
		return nil, refuseFile(name, err)
	}
	return raw, nil
}

// values are what the configuration says of flags, by their names.
func (s settings) values() (map[string][]string, error) {
	given := map[string][]string{
		"lang": {s.Language}, "fail-on": {s.FailOn}, "format": {s.Format}, "timeout": {s.Timeout},
	}
	for flag, paths := range map[string][]string{
		"policies": s.Policies, "waivers": {s.Waivers}, "baseline": {s.Baseline},
	} {
		for _, path := range paths {
			located, err := s.locate(path)
			if err != nil {
				return nil, err
			}
			given[flag] = append(given[flag], located)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.Outputs)) {
		located, err := s.locate(s.Outputs[name])
		if err != nil {
			return nil, err
		}
		given["output"] = append(given["output"], name+"="+located)
	}
	return given, nil
}

// fill gives flags their values from the configuration.
func (s settings) fill(cmd *cobra.Command, flags []string) error {
	given, err := s.values()
	if err != nil {
		return err
	}
	for _, name := range flags {
		if cmd.Flags().Changed(name) {
			continue
		}
		for _, value := range given[name] {
			if value == "" {
				continue
			}
			if err := cmd.Flags().Set(name, value); err != nil {
				return refuseSettings(s.file, err)
			}
		}
	}
	return nil
}

// inputs are what the configuration says to check.
func (s settings) inputs() ([]string, error) {
	var inputs []string
	for _, path := range s.Inputs {
		located, err := s.locate(path)
		if err != nil {
			return nil, err
		}
		inputs = append(inputs, located)
	}
	return inputs, nil
}

// locate is a path of the configuration as seen from the working directory. One that
// a link leads out of the configuration's folder is refused: whoever may change a
// plan may often change the configuration too, but nothing else on the machine.
func (s settings) locate(path string) (string, error) {
	if path == "" {
		return "", nil
	}
	folder := filepath.Dir(s.file)
	located := filepath.Join(folder, filepath.FromSlash(path))
	home, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return "", refuseFile(folder, err)
	}
	there := located
	target, err := filepath.EvalSymlinks(there)
	for errors.Is(err, fs.ErrNotExist) && there != folder {
		// What is not there yet is written where its folder is.
		if _, err := os.Lstat(there); err == nil {
			break // a link to nothing
		}
		there = filepath.Dir(there)
		target, err = filepath.EvalSymlinks(there)
	}
	if err == nil {
		home, _ = filepath.Abs(home)
		target, _ = filepath.Abs(target)
		if relative, err := filepath.Rel(home, target); err == nil && filepath.IsLocal(relative) {
			return located, nil
		}
	}
	return "", refuse(
		"%s: %q leder till en plats utanför mappen. Ange filen med en flagga i stället.",
		"%s: %q leads to a place outside the folder. Name the file by a flag instead.", s.file, path)
}

// load loads the rules, and makes sure that the configuration is for them.
func (s settings) load(folders []string) (*checker.Checker, error) {
	c, err := load(folders)
	if err != nil {
		return nil, err
	}
	return c, s.fit(c)
}

// fit makes sure that the configuration is for the rules.
func (s settings) fit(c *checker.Checker) error {
	if s.file == "" {
		return nil
	}
	if err := s.Fits(c.Catalog(), c.Demands); err != nil {
		return refuseSettings(s.file, err)
	}
	return nil
}

// refuseSettings says what is wrong with a file that says how to check.
func refuseSettings(file string, err error) error {
	var faults report.Faults
	if !errors.As(err, &faults) {
		return refuseFile(file, err)
	}
	own, loading := checker.Load()
	if loading != nil {
		return loading
	}
	say := func(intro string, language catalog.Language) string {
		lines := []string{fmt.Sprintf(intro, file)}
		for _, fault := range faults {
			message, action := format.Message(fault, own.Catalog(), language)
			where := file
			if line := fault.Place.Start.Line; line > 0 {
				where = fmt.Sprintf("%s:%d", file, line)
			}
			if field := strings.Join(fault.Place.Pointer.Segments(), "."); field != "" {
				where += ": " + strconv.Quote(field)
			}
			lines = append(lines, fmt.Sprintf("%s: %s %s", where, message, action))
		}
		return strings.Join(lines, "\n")
	}
	return refusal{
		say("%s kan inte användas, och därför har inget kontrollerats. Rätta det som står här:", catalog.Swedish),
		say("%s cannot be used, and so nothing has been checked. Mend what is said here:", catalog.English),
	}
}

// languageOf is the language that was asked for by a flag, or else by the
// configuration.
func languageOf(root *cobra.Command, args []string) catalog.Language {
	asked := languageAsked(args)
	if language, err := languageNamed(cmp.Or(asked, root.PersistentFlags().Lookup("lang").Value.String())); err == nil {
		return language
	}
	return catalog.Languages[0]
}
