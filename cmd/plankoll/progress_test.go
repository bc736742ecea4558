package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/plankoll/plankoll/checker/audit"
)

// A line says how far it has come, how fast, and how long is left.
func TestProgressLine(t *testing.T) {
	began := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		p     progress
		after time.Duration
		want  string
	}{
		{progress{total: 100, last: audit.Progress{Done: 25}}, 5 * time.Second, "25 av 100 underlag · 5 i sekunden · ungefär 15s kvar"},
		{progress{total: 100, last: audit.Progress{Done: 25, Known: 20}, english: true}, 5 * time.Second, "25 of 100 submissions · 5 a second · 20 known before · about 15s left"},
		{progress{last: audit.Progress{Done: 30}}, 3 * time.Second, "30 underlag · 10 i sekunden"},
		{progress{total: 2, last: audit.Progress{Done: 2}}, time.Second, "2 av 2 underlag · 2 i sekunden"},
	} {
		c.p.began = began
		if got := c.p.line(began.Add(c.after)); got != c.want {
			t.Errorf("%q, wanted %q", got, c.want)
		}
	}
}

// On a terminal the line is written over and never longer than it; elsewhere there is a
// line every ten seconds, and nothing where nothing is to be shown.
func TestProgressIsShown(t *testing.T) {
	var out bytes.Buffer
	p := progress{out: &out, terminal: true, width: 40, total: 100, began: time.Now()}
	p.show(audit.Progress{Done: 50})
	p.end()
	line, _, _ := strings.Cut(strings.TrimPrefix(out.String(), "\r"), "\x1b")
	if n := len([]rune(line)); n == 0 || n >= 40 || !strings.HasPrefix(line, "[████████████·") {
		t.Errorf("%d columns: %q", n, line)
	}
	if !strings.HasSuffix(out.String(), "\r\x1b[K") {
		t.Errorf("the terminal is left as %q", out.String())
	}
	out.Reset()
	p = progress{out: &out, total: 100, began: time.Now(), shown: time.Now()}
	p.show(audit.Progress{Done: 50})
	if out.Len() > 0 {
		t.Errorf("too soon: %q", out.String())
	}
	p.shown = p.shown.Add(-everyElsewhere)
	p.show(audit.Progress{Done: 51})
	if !strings.HasPrefix(out.String(), "51 av 100") || !strings.HasSuffix(out.String(), "\n") {
		t.Errorf("elsewhere it says %q", out.String())
	}
	p = progress{total: 100}
	p.show(audit.Progress{Done: 100})
	p.end()
}
