package audit

import (
	"bytes"
	"context"

	"github.com/lanrat/extsort"
)

// sorted sorts lines on disk. What is put in comes out in the order of its bytes, so a
// line begins with what it is sorted by. No more than a part is held at a time.
type sorted struct {
	in     chan []byte
	sorter *extsort.GenericSorter[[]byte]
	out    <-chan []byte
	failed <-chan error
}

// linesInMemory is how many lines are sorted at a time.
const linesInMemory = 3_000

func newSorted(dir string) *sorted {
	s := &sorted{in: make(chan []byte, 256)}
	keep := func(line []byte) ([]byte, error) { return line, nil }
	s.sorter, s.out, s.failed = extsort.Generic(s.in,
		func(line []byte) ([]byte, error) { return bytes.Clone(line), nil }, keep, bytes.Compare,
		&extsort.Config{ChunkSize: linesInMemory, NumWorkers: 2, ChanBuffSize: 0, SortedChanBuffSize: 256, TempFilesDir: dir})
	return s
}

// through takes in what put is called with, and then calls f with each line in order,
// each once.
func (s *sorted) through(ctx context.Context, fill func(put func([]byte) error) error, f func(line []byte) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	filled := make(chan error, 1)
	go func() {
		defer close(s.in)
		filled <- fill(func(line []byte) error {
			select {
			case s.in <- line:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}()
	s.sorter.Sort(ctx)
	if err := <-filled; err != nil {
		return err
	}
	var last []byte
	for line := range s.out {
		if last != nil && bytes.Equal(line, last) {
			continue
		}
		last = line
		if err := f(line); err != nil {
			return err
		}
	}
	return <-s.failed
}
