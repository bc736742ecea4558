package audit

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker"
)

// Item is a submission before it is read.
type Item struct {
	Name string // the file, and where in it: plans.jsonl:17, plans.zip!board/plan.json
	Read func() ([]byte, error)
}

// Items are the submissions that paths name, one by one, so that no more than a few
// are held at a time: files, folders with all that is in them, patterns such as
// plans/*.json, and - for standard input. A file may hold one submission (.json), one
// in each line (.jsonl, .ndjson), or many files (.zip); any of them may be packed with
// gzip. They come in the order in which they are named, those of a folder by their
// names. What cannot be read is an item that says so when it is read.
func Items(paths []string, stdin io.Reader) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, path := range paths {
			var items iter.Seq[Item]
			if path == "-" {
				items = streamed("stdin", stdin)
			} else {
				items = named(path)
			}
			for item := range items {
				if !yield(item) {
					return
				}
			}
		}
	}
}

func named(name string) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for file := range files(name) {
			items := one(failing(file.name, file.err))
			if file.err == nil {
				items = fromFile(file.name)
			}
			for item := range items {
				if !yield(item) {
					return
				}
			}
		}
	}
}

// found is a file that a path stands for.
type found struct {
	name string
	err  error // why it is not known what is there
}

// files are the files that a path stands for: itself, those in the folder, or those
// that the pattern fits.
func files(name string) iter.Seq[found] {
	return func(yield func(found) bool) {
		info, err := os.Stat(name)
		if err != nil && strings.ContainsAny(name, "*?[") {
			matches, _ := filepath.Glob(name)
			for _, match := range matches {
				for file := range files(match) {
					if !yield(file) {
						return
					}
				}
			}
			if len(matches) > 0 {
				return
			}
		}
		if err != nil || !info.IsDir() {
			yield(found{name, err})
			return
		}
		enough := errors.New("enough")
		err = filepath.WalkDir(name, func(file string, entry fs.DirEntry, err error) error {
			going := true
			switch {
			case err != nil:
				going = yield(found{file, err})
				if going && entry != nil && entry.IsDir() {
					return fs.SkipDir
				}
			case file != name && strings.HasPrefix(entry.Name(), "."): // belongs to some tool
				if entry.IsDir() {
					return fs.SkipDir
				}
			case !entry.IsDir() && kindOf(file) != "":
				going = yield(found{file, nil})
			}
			if !going {
				return enough
			}
			return nil
		})
		if err != nil && !errors.Is(err, enough) {
			yield(found{name, err})
		}
	}
}

// kindOf is what a file of this name holds, empty if it holds no submissions.
func kindOf(name string) string {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	switch ext := path.Ext(filepath.ToSlash(name)); ext {
	case ".json", ".jsonl", ".zip":
		return ext
	case ".ndjson":
		return ".jsonl"
	}
	return ""
}

func packed(name string) bool { return strings.HasSuffix(strings.ToLower(name), ".gz") }

func fromFile(name string) iter.Seq[Item] {
	switch kind := kindOf(name); {
	case kind == ".zip" && !packed(name):
		return fromZip(name)
	case kind == ".jsonl":
		return fromLines(name, func() (io.ReadCloser, error) { return os.Open(name) })
	}
	return one(Item{name, func() ([]byte, error) {
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		return readAll(name, file)
	}})
}

func one(item Item) iter.Seq[Item] {
	return func(yield func(Item) bool) { yield(item) }
}

func failing(name string, err error) Item {
	return Item{name, func() ([]byte, error) { return nil, err }}
}

// readAll reads a submission, unpacked if it is packed. No more is read than a
// submission may hold, and one byte to tell: a small file may unpack to a large one.
func readAll(name string, r io.Reader) ([]byte, error) {
	if packed(name) {
		unpacked, err := gzip.NewReader(r)
		if err != nil {
			return nil, fmt.Errorf("not packed with gzip: %w", err)
		}
		r = unpacked
	}
	return io.ReadAll(io.LimitReader(r, checker.MaxBytes+1))
}

// fromZip lists the members by their names, as a folder's files are.
func fromZip(name string) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		archive, err := zip.OpenReader(name)
		if err != nil {
			yield(failing(name, err))
			return
		}
		defer archive.Close()
		members := slices.DeleteFunc(slices.Clone(archive.File), func(f *zip.File) bool {
			return f.FileInfo().IsDir() || strings.HasPrefix(path.Base(f.Name), ".") || kindOf(f.Name) == "" || kindOf(f.Name) == ".zip"
		})
		slices.SortStableFunc(members, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
		for _, member := range members {
			called := name + "!" + member.Name
			open := func() (io.ReadCloser, error) { return member.Open() }
			var items iter.Seq[Item]
			if kindOf(member.Name) == ".jsonl" {
				items = fromLines(called, open)
			} else {
				items = inOrder(called, open)
			}
			for item := range items {
				if !yield(item) {
					return
				}
			}
		}
	}
}

// inOrder reads a submission at once: what it stands in is closed before long.
func inOrder(name string, open func() (io.ReadCloser, error)) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		r, err := open()
		if err != nil {
			yield(failing(name, err))
			return
		}
		data, err := readAll(name, r)
		if closing := r.Close(); err == nil {
			err = closing
		}
		yield(Item{name, func() ([]byte, error) { return data, err }})
	}
}

// fromLines takes each line for a submission.
func fromLines(name string, open func() (io.ReadCloser, error)) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		file, err := open()
		if err != nil {
			yield(failing(name, err))
			return
		}
		defer file.Close()
		var r io.Reader = file
		if packed(name) {
			if r, err = gzip.NewReader(file); err != nil {
				yield(failing(name, fmt.Errorf("not packed with gzip: %w", err)))
				return
			}
		}
		lines(name, bufio.NewReaderSize(r, 1<<16))(yield)
	}
}

func lines(name string, r *bufio.Reader) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for n := 1; ; n++ {
			line, err := readLine(r)
			ended := errors.Is(err, io.EOF)
			if len(bytes.TrimSpace(line)) > 0 || err != nil && !ended {
				if ended {
					err = nil
				}
				called := fmt.Sprintf("%s:%d", name, n)
				if !yield(Item{called, func() ([]byte, error) { return line, err }}) {
					return
				}
				if err != nil {
					return
				}
			}
			if ended {
				return
			}
		}
	}
}

// readLine reads to the end of a line, but keeps no more of it than a submission may
// hold, and one byte to tell.
func readLine(r *bufio.Reader) (line []byte, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if left := int(checker.MaxBytes) + 1 - len(line); left > 0 {
			line = append(line, part[:min(left, len(part))]...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSuffix(line, []byte("\n")), err
		}
	}
}

// streamed reads standard input: one submission in each line, or a single one that
// takes up several.
func streamed(name string, stdin io.Reader) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		r := bufio.NewReaderSize(stdin, 1<<16)
		if magic, _ := r.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
			unpacked, err := gzip.NewReader(r)
			if err != nil {
				yield(failing(name, err))
				return
			}
			r = bufio.NewReaderSize(unpacked, 1<<16)
		}
		first, err := readLine(r)
		if err != nil && !errors.Is(err, io.EOF) {
			yield(failing(name, err))
			return
		}
		if rest := io.MultiReader(bytes.NewReader(first), bytes.NewReader([]byte("\n")), r); json.Valid(first) {
			lines(name, bufio.NewReaderSize(rest, 1<<16))(yield)
		} else {
			data, err := io.ReadAll(io.LimitReader(rest, checker.MaxBytes+1))
			yield(Item{name, func() ([]byte, error) { return data, err }})
		}
	}
}

// Count is how many submissions paths name, 0 if that cannot be told without reading
// them.
func Count(paths []string) int {
	count := 0
	for _, path := range paths {
		if path == "-" {
			return 0
		}
		for file := range files(path) {
			if kindOf(file.name) != ".json" {
				return 0
			}
			count++
		}
	}
	return count
}
