package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/config"
	"github.com/plankoll/plankoll/checker/waiver"
)

// inputsChanged are those of the submissions named that are not the same as in a
// revision. What has changed among the files that decide concerns all of them. What
// is left out, and why, is said on standard error.
func inputsChanged(cmd *cobra.Command, revision string, args, decides []string) (inputs, error) {
	then, err := revisionNamed(cmd, revision)
	if err != nil {
		return inputs{}, err
	}
	if slices.Contains(args, "-") || len(args) == 0 {
		return inputs{}, refuse(
			"--changed-from kan bara användas på filer och mappar, inte på standard in.",
			"--changed-from can be used on files and folders only, not on standard input.")
	}
	for _, file := range append(decides, then.settingsGone()...) {
		same, err := then.same(file)
		if err != nil {
			return inputs{}, err
		}
		if !same {
			mention(cmd, "%[1]q har ändrats sedan %[2]s. Därför kontrolleras alla underlag.",
				"%[1]q has changed since %[2]s. So all submissions are checked.", file, revision)
			return inputsNamed(cmd, args)
		}
	}
	found := inputs{many: true}
	for _, arg := range args {
		gone := then.gone(arg)
		for _, name := range gone {
			if !strings.EqualFold(filepath.Ext(name), ".json") && len(gone) > 1 {
				continue // in a folder, that is not a submission
			}
			mention(cmd, "%[1]q fanns i %[2]s men finns inte längre, och kontrolleras därför inte.",
				"%[1]q was there in %[2]s but is no more, and so it is not checked.", name, revision)
		}
		if _, err := os.Lstat(arg); errors.Is(err, fs.ErrNotExist) && len(gone) > 0 {
			continue
		}
		names, _, err := filesNamed(arg)
		if err != nil {
			return inputs{}, err
		}
		for _, name := range names {
			same, err := then.same(name)
			if err != nil {
				return inputs{}, err
			}
			if !same && !slices.Contains(found.names, name) {
				found.names = append(found.names, name)
			}
		}
	}
	if len(found.names) == 0 {
		mention(cmd, "Inget av underlagen har ändrats sedan %[1]s. Därför har inget kontrollerats.",
			"None of the submissions has changed since %[1]s. So nothing has been checked.", revision)
	}
	return found, nil
}

// mention says something beside the reports, in the language asked for.
func mention(cmd *cobra.Command, swedish, english string, values ...any) {
	if language, err := language(cmd); err == nil {
		fmt.Fprintf(cmd.ErrOrStderr(), "plankoll: %s\n", explain(refuse(swedish, english, values...), language))
	}
}

// revision is the files of a revision: their git hashes, by their places in the
// repository.
type revision struct {
	cmd    *cobra.Command
	root   string
	hashes map[string]string
}

func revisionNamed(cmd *cobra.Command, name string) (*revision, error) {
	if name == "" || strings.HasPrefix(name, "-") {
		return nil, refuse(
			"--changed-from: %q är inget namn på en version. Skriv till exempel origin/main.",
			"--changed-from: %q is not the name of a revision. Write origin/main, for example.", name)
	}
	r := &revision{cmd: cmd, hashes: map[string]string{}}
	root, err := r.git("rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	r.root = strings.TrimSuffix(root, "\n")
	commit, err := r.git("rev-parse", "--verify", "--end-of-options", name+"^{commit}")
	if err != nil {
		return nil, err
	}
	listing, err := r.git("ls-tree", "-r", "-z", "--full-tree", strings.TrimSpace(commit), "--")
	if err != nil {
		return nil, err
	}
	for entry := range strings.SplitSeq(strings.TrimSuffix(listing, "\x00"), "\x00") {
		about, file, ok := strings.Cut(entry, "\t")
		if fields := strings.Fields(about); ok && len(fields) == 3 {
			r.hashes[file] = fields[2]
		}
	}
	return r, nil
}

// git runs git in the working directory, without a shell.
func (r *revision) git(args ...string) (string, error) {
	command := exec.CommandContext(r.cmd.Context(), "git", args...)
	var out, said bytes.Buffer
	command.Stdout, command.Stderr = &out, &said
	err := command.Run()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", refuse(
			"--changed-from behöver programmet git, och det finns inte här.",
			"--changed-from needs the program git, and it is not here.")
	case err != nil:
		return "", refuse(
			"--changed-from: git kan inte säga vad som har ändrats: %s.",
			"--changed-from: git can't tell what has changed: %s.",
			strings.TrimRight(strings.Join(strings.Fields(said.String()+" "+err.Error()), " "), "."))
	}
	return out.String(), nil
}

// place is where a file is in the repository, false if it is not in it.
func (r *revision) place(name string) (string, bool) {
	folder, err := filepath.Abs(filepath.Dir(name))
	if err != nil {
		return "", false
	}
	// A file that is gone may have lost its folder too.
	below := filepath.Base(name)
	for {
		if real, err := filepath.EvalSymlinks(folder); err == nil {
			folder = real
			break
		}
		if filepath.Dir(folder) == folder {
			return "", false
		}
		below = filepath.Join(filepath.Base(folder), below)
		folder = filepath.Dir(folder)
	}
	root, err := filepath.EvalSymlinks(r.root)
	if err != nil {
		return "", false
	}
	relative, err := filepath.Rel(root, filepath.Join(folder, below))
	if err != nil || !filepath.IsLocal(relative) {
		return "", false
	}
	return filepath.ToSlash(relative), true
}

// same tells whether a file, or all files of a folder, are as they were. Their content
// is compared: what git keeps of times and flags in its index may be old. What cannot
// be told counts as changed.
func (r *revision) same(name string) (bool, error) {
	info, err := os.Stat(name)
	if err != nil {
		return false, nil
	}
	if info.IsDir() {
		return r.sameFolder(name)
	}
	place, ok := r.place(name)
	if !ok || r.hashes[place] == "" {
		return false, nil
	}
	hash, err := r.git("hash-object", "--", name)
	return err == nil && strings.TrimSpace(hash) == r.hashes[place], err
}

func (r *revision) sameFolder(folder string) (bool, error) {
	same := len(r.gone(folder)) == 0
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !same {
			return err
		}
		same, err = r.same(name)
		return err
	})
	return same, err
}

// gone are the files of the revision that an argument would name and that are no
// longer there, in the order of their names.
func (r *revision) gone(arg string) []string {
	place, ok := r.place(arg)
	if !ok {
		return nil
	}
	return r.missing(func(file string) bool {
		matched, _ := path.Match(place, file)
		return matched || file == place || place == "." || strings.HasPrefix(file, place+"/")
	})
}

// settingsGone are the files that would have decided without being named.
func (r *revision) settingsGone() []string {
	return r.missing(func(file string) bool {
		return path.Base(file) == config.Name || path.Base(file) == waiver.Name
	})
}

func (r *revision) missing(asked func(file string) bool) []string {
	var missing []string
	for file := range r.hashes {
		name := filepath.Join(r.root, filepath.FromSlash(file))
		if !asked(file) {
			continue
		}
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			missing = append(missing, fromHere(name))
		}
	}
	slices.Sort(missing)
	return missing
}
