package audit

import (
	"bufio"
	"bytes"
	"container/heap"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"slices"
	"sync"
)

// How much is held while lines are sorted, however many there are.
const (
	bytesInRun    = 4 << 20 // of lines
	runsMerged    = 256     // at a time
	bytesBuffered = 8 << 10 // for each of those
)

// sorter sorts lines on disk by their bytes, so a line begins with what it is sorted by.
// It is an external merge sort: what fits in memory is sorted and written as a run, and
// the runs are merged. What is held is counted in bytes and not in lines, of which some
// are a hundred times as long as others.
type sorter struct {
	bytesInRun, runsMerged int

	mutex sync.Mutex
	held  []byte // the lines of the run that is begun, one after the other
	lines []part // of held
	file  *os.File
	runs  []part // of file
	end   int    // of file
}

// part is from its first byte to before its last.
type part struct{ begin, end int }

func newSorter(dir string) (*sorter, error) {
	file, err := os.CreateTemp(dir, "sorted-*")
	return &sorter{bytesInRun: bytesInRun, runsMerged: runsMerged, file: file}, err
}

// close removes what is on disk.
func (s *sorter) close() error { return errors.Join(s.file.Close(), os.Remove(s.file.Name())) }

// put takes in a line. It may be called from several goroutines.
func (s *sorter) put(line []byte) error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if len(s.lines) > 0 && len(s.held)+len(line) > s.bytesInRun {
		if err := s.endRun(); err != nil {
			return err
		}
	}
	if s.held == nil {
		s.held = make([]byte, 0, s.bytesInRun)
	}
	begin := len(s.held)
	s.held = append(s.held, line...)
	s.lines = append(s.lines, part{begin, len(s.held)})
	return nil
}

// endRun sorts the lines that are held, and writes them.
func (s *sorter) endRun() error {
	if len(s.lines) == 0 {
		return nil
	}
	slices.SortFunc(s.lines, func(a, b part) int { return bytes.Compare(s.held[a.begin:a.end], s.held[b.begin:b.end]) })
	err := s.write(func(put func([]byte) error) error {
		for _, line := range s.lines {
			if err := put(s.held[line.begin:line.end]); err != nil {
				return err
			}
		}
		return nil
	})
	s.held, s.lines = s.held[:0], s.lines[:0]
	return err
}

// write writes a run: each line with its length before it.
func (s *sorter) write(fill func(put func([]byte) error) error) error {
	out := bufio.NewWriterSize(s.file, bytesBuffered)
	run := part{s.end, s.end}
	if err := fill(func(line []byte) error {
		length := binary.AppendUvarint(out.AvailableBuffer(), uint64(len(line)))
		run.end += len(length) + len(line)
		_, _ = out.Write(length) // an error stays with the writer
		_, err := out.Write(line)
		return err
	}); err != nil {
		return err
	}
	s.runs, s.end = append(s.runs, run), run.end
	return out.Flush()
}

// each calls f with each line in order, once however often it was put. The line is only
// valid until f returns. Nothing can be put afterwards.
func (s *sorter) each(ctx context.Context, f func(line []byte) error) error {
	if err := s.endRun(); err != nil {
		return err
	}
	s.held, s.lines = nil, nil
	for len(s.runs) > s.runsMerged {
		some := s.runs[:s.runsMerged]
		s.runs = s.runs[s.runsMerged:]
		if err := s.write(func(put func([]byte) error) error { return s.merge(ctx, some, put) }); err != nil {
			return err
		}
	}
	var last []byte
	first := true
	return s.merge(ctx, s.runs, func(line []byte) error {
		if !first && bytes.Equal(line, last) {
			return nil
		}
		first, last = false, append(last[:0], line...)
		return f(line)
	})
}

// merge calls f with the lines of all runs in order.
func (s *sorter) merge(ctx context.Context, runs []part, f func(line []byte) error) error {
	var next runQueue
	for _, run := range runs {
		r := &runReader{in: bufio.NewReaderSize(io.NewSectionReader(s.file, int64(run.begin), int64(run.end-run.begin)), bytesBuffered)}
		if more, err := r.read(); err != nil {
			return err
		} else if more {
			next = append(next, r)
		}
	}
	heap.Init(&next)
	for len(next) > 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		first := next[0]
		if err := f(first.line); err != nil {
			return err
		}
		more, err := first.read()
		if err != nil {
			return err
		}
		if more {
			heap.Fix(&next, 0)
		} else {
			heap.Pop(&next)
		}
	}
	return nil
}

// runReader reads a run line by line.
type runReader struct {
	in   *bufio.Reader
	line []byte
}

// read goes to the next line, if there is one more.
func (r *runReader) read() (more bool, err error) {
	length, err := binary.ReadUvarint(r.in)
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	r.line = slices.Grow(r.line[:0], int(length))[:length]
	_, err = io.ReadFull(r.in, r.line)
	return true, err
}

// runQueue has the run with the least line first.
type runQueue []*runReader

func (q runQueue) Len() int           { return len(q) }
func (q runQueue) Less(i, j int) bool { return bytes.Compare(q[i].line, q[j].line) < 0 }
func (q runQueue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *runQueue) Push(r any)        { *q = append(*q, r.(*runReader)) }
func (q *runQueue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
