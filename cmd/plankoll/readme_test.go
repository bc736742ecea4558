package main

import (
	"strings"
	"testing"
)

// What the README shows of a report is what a report says.
func TestReadmeShowsAReport(t *testing.T) {
	plain := strings.NewReplacer("\u00a0", " ").Replace
	report := plain(read(t, "../../testdata/reports/real.sv.txt"))
	shown := 0
	for _, block := range strings.Split(plain(read(t, "../../README.md")), "\n\n") {
		if !strings.HasPrefix(block, "    rad ") {
			continue
		}
		shown++
		if !strings.Contains(report, block) {
			t.Errorf("no report says\n%s", block)
		}
	}
	if shown == 0 {
		t.Error("the README shows no report")
	}
}
