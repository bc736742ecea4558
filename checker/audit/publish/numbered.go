package publish

import (
	"bytes"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"github.com/plankoll/plankoll/checker/wholefile"
)

// numbered are files of which there is one for each submission, in a folder of their
// own. Of their names it keeps 8 bytes each.
type numbered struct {
	folder string
	hashes []uint64
}

// ours is what the files are called; see fileName.
var ours = regexp.MustCompile(`^[0-9]{4,}-[a-z0-9-]+\.(txt|html)$`)

func newNumbered(folder string) (*numbered, error) {
	return &numbered{folder: folder}, os.MkdirAll(folder, 0o755)
}

// write writes a file, or leaves it alone if it holds what it should.
func (n *numbered) write(name string, content []byte) error {
	n.hashes = append(n.hashes, hashOf(name))
	path := filepath.Join(n.folder, name)
	if have, err := os.ReadFile(path); err == nil && bytes.Equal(have, content) {
		return nil
	}
	return wholefile.Write(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// clear removes what an earlier audit wrote and this one did not, so that nobody sends a
// reminder to a supplier that has handed in since. Files with other names are left.
func (n *numbered) clear() error {
	slices.Sort(n.hashes)
	folder, err := os.Open(n.folder)
	if err != nil {
		return err
	}
	defer folder.Close()
	var old []string
	for {
		entries, err := folder.ReadDir(1000)
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		for _, entry := range entries {
			if _, kept := slices.BinarySearch(n.hashes, hashOf(entry.Name())); !kept && ours.MatchString(entry.Name()) && entry.Type().IsRegular() {
				old = append(old, entry.Name())
			}
		}
	}
	for _, name := range old {
		if err := os.Remove(filepath.Join(n.folder, name)); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return nil
}

func hashOf(name string) uint64 {
	hash := fnv.New64a()
	_, _ = io.WriteString(hash, name) // never fails
	return hash.Sum64()
}
