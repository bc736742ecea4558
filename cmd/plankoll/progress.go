package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/audit"
	"github.com/plankoll/plankoll/checker/catalog"
)

// progress shows how far an audit has come, on standard error: a line that is written
// over on a terminal, and otherwise a line every ten seconds.
type progress struct {
	out      io.Writer // nil to show nothing
	terminal bool
	width    int
	english  bool
	total    int // 0 if it is not known
	began    time.Time
	shown    time.Time
	last     audit.Progress
}

const (
	everyOnTerminal = 100 * time.Millisecond
	everyElsewhere  = 10 * time.Second
)

func newProgress(cmd *cobra.Command, quiet bool, args []string) *progress {
	p := &progress{began: time.Now()}
	p.shown = p.began
	if quiet {
		return p
	}
	p.out = cmd.ErrOrStderr()
	if file, ok := p.out.(*os.File); ok {
		p.width, _ = terminal(file)
		p.terminal = p.width > 0
	}
	if asked, err := language(cmd); err == nil {
		p.english = asked == catalog.English
	}
	p.total = audit.Count(args)
	return p
}

func (p *progress) show(at audit.Progress) {
	p.last = at
	every := everyElsewhere
	if p.terminal {
		every = everyOnTerminal
	}
	if now := time.Now(); p.out != nil && now.Sub(p.shown) >= every {
		p.shown = now
		p.write(now)
	}
}

func (p *progress) write(now time.Time) {
	line := p.line(now)
	if p.terminal {
		fmt.Fprintf(p.out, "\r%s\x1b[K", line)
	} else {
		fmt.Fprintln(p.out, line)
	}
}

// line is how far it has come, with rate and time left.
func (p *progress) line(now time.Time) string {
	rate := float64(p.last.Done) / max(now.Sub(p.began).Seconds(), 0.001)
	words := [...]string{"%d underlag", "%d av %d underlag", "%.0f i sekunden", "%d kända sedan tidigare", "ungefär %s kvar"}
	if p.english {
		words = [...]string{"%d submissions", "%d of %d submissions", "%.0f a second", "%d known before", "about %s left"}
	}
	parts := []string{fmt.Sprintf(words[0], p.last.Done)}
	if p.total > 0 {
		parts[0] = fmt.Sprintf(words[1], p.last.Done, p.total)
	}
	parts = append(parts, fmt.Sprintf(words[2], rate))
	if p.last.Known > 0 {
		parts = append(parts, fmt.Sprintf(words[3], p.last.Known))
	}
	if left := p.total - p.last.Done; left > 0 && rate > 0 {
		remaining := time.Duration(float64(left) / rate * float64(time.Second)).Round(time.Second)
		parts = append(parts, fmt.Sprintf(words[4], remaining))
	}
	line := strings.Join(parts, " · ")
	if p.terminal && p.total > 0 {
		const cells = 24
		full := min(cells, cells*p.last.Done/p.total)
		line = "[" + strings.Repeat("█", full) + strings.Repeat("·", cells-full) + "] " + line
	}
	if runes := []rune(line); p.terminal && len(runes) >= p.width {
		line = string(runes[:p.width-1])
	}
	return line
}

// end leaves the terminal as it was.
func (p *progress) end() {
	if p.out != nil && p.terminal {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}
