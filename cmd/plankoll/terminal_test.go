//go:build linux

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"unicode/utf8"

	"golang.org/x/sys/unix"
)

// onTerminal runs the program on a terminal of so many columns and returns what
// it showed there.
func onTerminal(t *testing.T, columns uint16, env []string, args ...string) string {
	t.Helper()
	outer, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("there are no terminals here: %v", err)
	}
	defer outer.Close()
	fd := int(outer.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Skipf("there are no terminals here: %v", err)
	}
	number, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		t.Skipf("there are no terminals here: %v", err)
	}
	if err := unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Col: columns, Row: 50}); err != nil {
		t.Fatal(err)
	}
	inner, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("there are no terminals here: %v", err)
	}
	cmd := exec.Command(program, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = inner, inner, inner
	cmd.Env = append(os.Environ(), append([]string{"TERM=xterm", "NO_COLOR="}, env...)...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	inner.Close()
	shown, err := io.ReadAll(outer) // ends when the program has
	if err != nil && !errors.Is(err, syscall.EIO) {
		t.Fatal(err)
	}
	_ = cmd.Wait() // a plan with findings ends with exit code 1
	return strings.ReplaceAll(string(shown), "\r\n", "\n")
}

var colour = regexp.MustCompile("\x1b\\[[0-9;]*m")

func TestColour(t *testing.T) {
	for _, args := range [][]string{{"check", real}, {"rules"}, {"rules", "smart/measurable"}} {
		piped := plankoll(t, args...).stdout
		if strings.Contains(piped, "\x1b") {
			t.Errorf("%v: there is colour where no terminal is", args)
		}
		if shown := onTerminal(t, 80, nil, args...); !colour.MatchString(shown) {
			t.Errorf("%v: there is no colour on a terminal", args)
		} else if colour.ReplaceAllString(shown, "") != piped {
			t.Errorf("%v: without its colours a terminal does not show what a file holds", args)
		}
		for _, env := range []string{"NO_COLOR=1", "NO_COLOR=no", "TERM=dumb"} {
			if shown := onTerminal(t, 80, []string{env}, args...); shown != piped {
				t.Errorf("%v: %s changes more than the colour", args, env)
			}
		}
	}
	if shown := onTerminal(t, 80, nil, "check", "--format", "json", real); strings.Contains(shown, "\x1b") {
		t.Error("there is colour in JSON")
	}
}

func TestTerminalWidth(t *testing.T) {
	for _, columns := range []uint16{40, 57, 100, 300} {
		shown := colour.ReplaceAllString(onTerminal(t, columns, nil, "check", real), "")
		longest := 0
		for line := range strings.Lines(shown) {
			line = strings.TrimSuffix(line, "\n")
			if strings.Contains(strings.TrimSpace(line), " ") { // a word is never broken
				longest = max(longest, utf8.RuneCountInString(line))
			}
		}
		want := min(int(columns), 100) // longer lines are hard to read
		if longest > want || longest < want-8 {
			t.Errorf("%d columns: the longest line has %d", columns, longest)
		}
	}
}

// At a terminal nobody has piped anything in, and waiting would look like work.
func TestTerminalWithoutFile(t *testing.T) {
	if shown := onTerminal(t, 80, nil, "check"); !strings.Contains(shown, "plankoll: Inget underlag är angivet") {
		t.Errorf("shown is %q", shown)
	}
}
