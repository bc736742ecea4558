// Package wholefile writes files whole or not at all: whoever reads one meanwhile, and
// whoever comes after a crash, finds the old one or the new one.
package wholefile

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
)

// Write writes a file with what f writes. Its folder must be there: one that is not is
// more likely misspelt than new.
func Write(name string, f func(io.Writer) error) (err error) {
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(file.Name())
		}
	}()
	out := bufio.NewWriter(file)
	if err = f(out); err == nil {
		err = out.Flush()
	}
	if err == nil {
		err = file.Chmod(mode(name))
	}
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return os.Rename(file.Name(), name)
}

// mode is that of the file that is replaced, or an ordinary one.
func mode(name string) os.FileMode {
	if info, err := os.Stat(name); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
}
