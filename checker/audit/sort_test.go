package audit

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

// However many runs the lines make, they come out in the order of their bytes.
func TestSorter(t *testing.T) {
	for _, n := range []int{0, 1, 2, 9, 100, 5000} {
		for _, bytesInRun := range []int{1, 50, 1 << 20} {
			for _, runsMerged := range []int{2, 3, 1000} {
				t.Run(fmt.Sprintf("%d lines, %d bytes in a run, %d merged", n, bytesInRun, runsMerged), func(t *testing.T) {
					dir := t.TempDir()
					s := newTestSorter(t, dir, bytesInRun, runsMerged)
					random := rand.New(rand.NewPCG(1, uint64(n)))
					var want []string
					var putting sync.WaitGroup
					for range n {
						line := make([]byte, random.IntN(20))
						for i := range line {
							line[i] = byte(random.IntN(4)) // also 0, and many alike
						}
						want = append(want, string(line))
						putting.Go(func() {
							if err := s.put(line); err != nil {
								t.Error(err)
							}
						})
					}
					putting.Wait()
					if most := 2 * max(bytesInRun, 20); cap(s.held) > most {
						t.Errorf("%d bytes are held, more than %d", cap(s.held), most)
					}
					slices.Sort(want)
					want = slices.Compact(want)
					var got []string
					if err := s.each(context.Background(), func(line []byte) error {
						got = append(got, string(line))
						return nil
					}); err != nil {
						t.Fatal(err)
					}
					if !slices.Equal(got, want) {
						t.Errorf("%d lines came out, not %d, or in another order", len(got), len(want))
					}
					if err := s.close(); err != nil {
						t.Error(err)
					}
					if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
						t.Errorf("%v is left: %v", left, err)
					}
				})
			}
		}
	}
}

func newTestSorter(t *testing.T, dir string, bytesInRun, runsMerged int) *sorter {
	t.Helper()
	s, err := newSorter(dir)
	if err != nil {
		t.Fatal(err)
	}
	s.bytesInRun, s.runsMerged = bytesInRun, runsMerged
	return s
}

// What can't be sorted is said, wherever it stops.
func TestSorterStops(t *testing.T) {
	full := func(t *testing.T) *sorter {
		s := newTestSorter(t, t.TempDir(), 10, 2)
		for i := range 10 {
			if err := s.put(fmt.Appendf(nil, "line %d", i)); err != nil {
				t.Fatal(err)
			}
		}
		return s
	}
	nothing := func([]byte) error { return nil }
	t.Run("no folder", func(t *testing.T) {
		if _, err := newSorter(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
			t.Error(err)
		}
	})
	t.Run("ended", func(t *testing.T) {
		s := full(t)
		defer s.close()
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if err := s.each(ctx, nothing); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	})
	t.Run("not wanted", func(t *testing.T) {
		s := full(t)
		defer s.close()
		enough := errors.New("enough")
		if err := s.each(context.Background(), func([]byte) error { return enough }); !errors.Is(err, enough) {
			t.Error(err)
		}
	})
	t.Run("no disk", func(t *testing.T) {
		s := full(t)
		if err := s.file.Close(); err != nil {
			t.Fatal(err)
		}
		if err := s.put(bytes.Repeat([]byte("long"), 10)); !errors.Is(err, os.ErrClosed) {
			t.Error(err)
		}
	})
	t.Run("cut off", func(t *testing.T) {
		s := full(t)
		defer s.close()
		s.runsMerged = 100 // nothing is written after the last line
		if err := s.endRun(); err != nil {
			t.Fatal(err)
		}
		if err := s.file.Truncate(int64(s.end) - 1); err != nil {
			t.Fatal(err)
		}
		if err := s.each(context.Background(), nothing); err == nil {
			t.Error("a line that is cut off is taken for whole")
		}
	})
}

// Sorting is measured against sorting the same lines in memory, which is the least that
// it can take.
func BenchmarkSorter(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	lines := make([][]byte, 50_000)
	for i := range lines {
		lines[i] = fmt.Appendf(nil, "%016x%500d", random.Uint64(), i)
	}
	b.Run("on disk", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s, err := newSorter(b.TempDir())
			if err != nil {
				b.Fatal(err)
			}
			for _, line := range lines {
				if err := s.put(line); err != nil {
					b.Fatal(err)
				}
			}
			if err := errors.Join(s.each(context.Background(), func([]byte) error { return nil }), s.close()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("in memory", func(b *testing.B) {
		for b.Loop() {
			slices.SortFunc(slices.Clone(lines), bytes.Compare)
		}
	})
}
