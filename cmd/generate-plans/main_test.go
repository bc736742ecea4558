package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/report"
)

func lines(t *testing.T, count int, seed uint64, wounded int) []string {
	t.Helper()
	var out bytes.Buffer
	if err := generate(count, seed, wounded, 3, false, "", &out); err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(out.String()), "\n")
}

// What is called sound is, and most of what is wounded is not.
func TestSoundAndWounded(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	verdicts := func(plans []string) (accepted int) {
		for _, plan := range plans {
			r := c.Check(t.Context(), checker.Submission{Bytes: []byte(plan)}, checker.Options{})
			if r.Verdict == report.Accepted && len(r.Findings) == 0 {
				accepted++
			}
		}
		return accepted
	}
	if n := verdicts(lines(t, 12, 1, 0)); n != 12 {
		t.Errorf("%d of 12 sound plans are accepted", n)
	}
	if n := verdicts(lines(t, 12, 1, 100)); n > 6 {
		t.Errorf("%d of 12 wounded plans are accepted", n)
	}
}

// The same seed makes the same bytes, however many are made, and as files or lines.
func TestSameSeedSameBytes(t *testing.T) {
	three, five, other := lines(t, 3, 1, 50), lines(t, 5, 1, 50), lines(t, 3, 2, 50)
	if strings.Join(three, "\n") != strings.Join(five[:3], "\n") {
		t.Error("a plan depends on how many are made")
	}
	if strings.Join(three, "\n") == strings.Join(other, "\n") {
		t.Error("another seed makes the same")
	}
	folder := t.TempDir()
	if err := generate(3, 1, 50, 3, true, folder, nil); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(folder + "/*.json")
	if err != nil || len(files) != 3 {
		t.Errorf("%v %v", files, err)
	}
	if info, err := os.Stat(files[0]); err != nil || info.Size() > 8000 {
		t.Errorf("a small plan is not small: %v %v", info, err)
	}
}
