package audit

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/plankoll/plankoll/checker/report"
)

// store keeps what checks came to, each in a file of its own that is named by what
// decided it. Files are written whole or not at all, and none is ever changed, so two
// runs may share a store and one that is killed leaves nothing half done. A file that
// does not hold what was written is as good as none.
type store struct{ dir string }

const magic = "plankoll audit 1\n"

func (s store) file(key string) string { return filepath.Join(s.dir, key[:2], key[2:]) }

// has tells whether there is a sound result.
func (s store) has(key string) bool {
	_, err := s.read(key)
	return err == nil
}

var errDamaged = errors.New("the entry is damaged")

// read returns what was written, packed.
func (s store) read(key string) ([]byte, error) {
	content, err := os.ReadFile(s.file(key))
	if err != nil {
		return nil, err
	}
	rest, ok := bytes.CutPrefix(content, []byte(magic))
	if !ok || len(rest) < sha256.Size {
		return nil, errDamaged
	}
	if sum := sha256.Sum256(rest[sha256.Size:]); !bytes.Equal(sum[:], rest[:sha256.Size]) {
		return nil, errDamaged
	}
	return rest[sha256.Size:], nil
}

// get reads what was kept under a key. It is an error if there is nothing or it is
// damaged.
func (s store) get(key string, into any) error {
	packed, err := s.read(key)
	if err != nil {
		return err
	}
	return unpack(packed, func(r io.Reader) error {
		decoder := json.NewDecoder(r)
		decoder.UseNumber()
		return decoder.Decode(into)
	})
}

func (s store) put(key string, value any) error {
	return s.write(key, func(w io.Writer) error { return json.NewEncoder(w).Encode(value) })
}

// A result is kept in two parts, since few need both: the report, without what was
// checked, and what rules across submissions need to know.

func (s store) putResult(key string, r *report.Report) error {
	kept := *r
	kept.Forget()
	facts := factsOf{r.Supplier, r.SupplierName, r.ReportYear, r.Whole, r.Facts}
	// The report is written last: where it is, all is.
	if err := s.put(factsKey(key), facts); err != nil {
		return err
	}
	return s.put(key, kept)
}

// hasResult tells whether there is a sound result.
func (s store) hasResult(key string) bool { return s.has(key) && s.has(factsKey(key)) }

func factsKey(key string) string { return keyOf(key, "facts") }

// workKey is for what the rules cost.
func workKey(key string) string { return keyOf(key, "work") }

// factsOf is what is to be known of a submission beside others.
type factsOf struct {
	Supplier, SupplierName string
	Year                   int
	Whole                  bool
	Facts                  []report.Fact
}

// getPage and putPage are for the report on a submission as people read it: it shows
// what was checked, which is not kept.
func (s store) getPage(key string) ([]byte, error) {
	packed, err := s.read(key)
	if err != nil {
		return nil, err
	}
	var page []byte
	err = unpack(packed, func(r io.Reader) (err error) {
		page, err = io.ReadAll(r)
		return err
	})
	return page, err
}

func (s store) putPage(key string, page []byte) error {
	return s.write(key, func(w io.Writer) error { _, err := w.Write(page); return err })
}

func (s store) write(key string, f func(io.Writer) error) error {
	var packed bytes.Buffer
	packing := packers.get()
	defer packers.put(packing)
	packing.Reset(&packed)
	if err := f(packing); err != nil {
		return err
	}
	if err := packing.Close(); err != nil {
		return err
	}
	sum := sha256.Sum256(packed.Bytes())
	return writeWhole(s.file(key), []byte(magic), sum[:], packed.Bytes())
}

func unpack(packed []byte, f func(io.Reader) error) error {
	unpacking := unpackers.get()
	defer unpackers.put(unpacking)
	if err := unpacking.Reset(bytes.NewReader(packed)); err != nil {
		return err
	}
	return f(unpacking)
}

var (
	packers = newSpares(func() *gzip.Writer {
		packer, err := gzip.NewWriterLevel(nil, gzip.BestSpeed)
		if err != nil {
			panic(err) // it is a level that there is
		}
		return packer
	})
	unpackers = newSpares(func() *gzip.Reader { return new(gzip.Reader) })
)

// spares are kept to be used again: each holds up to a megabyte. A sync.Pool loses them
// whenever memory is collected, which is often where memory is limited.
type spares[T any] struct {
	idle chan T
	make func() T
}

func newSpares[T any](f func() T) spares[T] {
	return spares[T]{make(chan T, runtime.GOMAXPROCS(0)), f}
}

func (s spares[T]) get() T {
	select {
	case t := <-s.idle:
		return t
	default:
		return s.make()
	}
}

func (s spares[T]) put(t T) {
	select {
	case s.idle <- t:
	default: // there are enough
	}
}

// writeWhole writes a file whole or not at all.
func writeWhole(name string, parts ...[]byte) (err error) {
	dir := filepath.Dir(name)
	file, err := os.CreateTemp(dir, ".new-*")
	if errors.Is(err, fs.ErrNotExist) {
		if err = os.MkdirAll(dir, 0o755); err == nil {
			file, err = os.CreateTemp(dir, ".new-*")
		}
	}
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(file.Name())
		}
	}()
	for _, part := range parts {
		if _, err = file.Write(part); err != nil {
			file.Close()
			return err
		}
	}
	if err = file.Chmod(0o644); err != nil {
		file.Close()
		return err
	}
	if err = file.Close(); err != nil {
		return err
	}
	return os.Rename(file.Name(), name)
}

// keyOf names a result by all that decides it.
func keyOf(parts ...string) string {
	hash := sha256.New()
	for _, part := range parts {
		fmt.Fprintf(hash, "%d\n", len(part))
		_, _ = io.WriteString(hash, part) // a hash takes everything
	}
	return hex.EncodeToString(hash.Sum(nil))
}
