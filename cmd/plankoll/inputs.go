package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/plankoll/plankoll/checker"
)

// inputs are the submissions that a command names.
type inputs struct {
	names []string // of files, or - for standard input
	many  bool     // more than one file is asked for, even if only one is found
}

// inputsNamed finds the submissions that arguments name: files, - for standard
// input, folders with all the .json files in them, and patterns such as
// plans/*.json. Files keep the order in which they are named, and none is checked
// twice. Nothing to check is an error: it must not look like a check that passed.
func inputsNamed(cmd *cobra.Command, args []string) (inputs, error) {
	if len(args) == 0 {
		if file, ok := cmd.InOrStdin().(*os.File); ok && term.IsTerminal(int(file.Fd())) {
			return inputs{}, errNoInput
		}
		return inputs{names: []string{"-"}}, nil
	}
	found := inputs{many: len(args) > 1}
	for _, arg := range args {
		names, many, err := filesNamed(arg)
		if err != nil {
			return inputs{}, err
		}
		found.many = found.many || many
		for _, name := range names {
			if !slices.Contains(found.names, name) {
				found.names = append(found.names, name)
			}
		}
	}
	return found, nil
}

// filesNamed are the files that one argument names. One that is not there is named
// all the same: the report on it says so.
func filesNamed(arg string) (names []string, many bool, err error) {
	info, err := os.Stat(arg)
	switch {
	case arg == "-":
		return []string{arg}, false, nil
	case err == nil && info.IsDir():
		names, err = filesIn(arg)
	case err != nil && strings.ContainsAny(arg, "*?["):
		names, err = filepath.Glob(arg)
	default:
		return []string{arg}, false, nil
	}
	if err != nil {
		return nil, true, refuseFile(arg, err)
	}
	if len(names) == 0 {
		return nil, true, refuse(
			"%q innehåller inga underlag (.json). Kontrollera namnet.",
			"%q holds no submissions (.json). Check the name.", arg)
	}
	return names, true, nil
}

// filesIn lists the .json files of a folder and those in it, in the order of their
// names. What begins with a dot is left alone: it belongs to some tool.
func filesIn(folder string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != folder && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir() && strings.EqualFold(filepath.Ext(name), ".json"):
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

var errNoInput = refuse(
	"Inget underlag är angivet. Skriv \"plankoll check FIL\", eller - i stället för FIL för att läsa standard in.",
	"No submission is named. Write \"plankoll check FILE\", or - in place of FILE to read standard input.")

// readSubmission reads a file, or standard input. No more is read than a submission
// may hold, and one byte to tell.
func readSubmission(cmd *cobra.Command, name string) (called string, data []byte, err error) {
	in, called := cmd.InOrStdin(), "stdin"
	if name != "-" {
		called = name
		file, err := os.Open(name)
		if err != nil {
			return called, nil, err
		}
		defer file.Close()
		in = file
	}
	data, err = io.ReadAll(io.LimitReader(in, checker.MaxBytes+1))
	return called, data, err
}
