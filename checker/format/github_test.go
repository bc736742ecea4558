package format_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// command is a workflow command as GitHub's runner reads it: a line that begins with
// two colons, with properties up to the next two.
type command struct {
	level      string
	properties map[string]string
	message    string
}

// commands reads what a step has written as the runner does.
func commands(t *testing.T, log string) []command {
	t.Helper()
	var all []command
	for line := range strings.FieldsFuncSeq(log, func(r rune) bool { return r == '\n' || r == '\r' }) {
		rest, ok := strings.CutPrefix(strings.TrimSpace(line), "::")
		if !ok {
			if strings.Contains(line, "##[") {
				t.Errorf("%q is a command of the old kind", line)
			}
			continue
		}
		head, message, ok := strings.Cut(rest, "::")
		if !ok {
			t.Errorf("%q does not end its properties", line)
		}
		level, list, _ := strings.Cut(head, " ")
		c := command{level, map[string]string{}, strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%").Replace(message)}
		for property := range strings.SplitSeq(list, ",") {
			name, value, _ := strings.Cut(property, "=")
			c.properties[name] = strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%").Replace(value)
		}
		all = append(all, c)
	}
	return all
}

func TestGitHubSaysWhatTheReportDoes(t *testing.T) {
	real, _ := check(t, "real")
	log := write(t, "github", catalog.Swedish, real)
	levels := map[string]int{}
	for _, c := range commands(t, log) {
		levels[c.level]++
		if c.properties["file"] != "real.json" || c.properties["title"] == "" || c.message == "" {
			t.Errorf("%+v", c)
		}
	}
	verdict := 1
	if levels["error"] != real.Summary.Errors+verdict || levels["warning"] != real.Summary.Warnings+real.Summary.NotEvaluated || levels["notice"] != real.Summary.Infos+real.Summary.Manual {
		t.Errorf("%v, but the report has %+v", levels, real.Summary)
	}
	lines := strings.Split(strings.TrimSuffix(log, "\n"), "\n")
	if last := lines[len(lines)-1]; !strings.Contains(last, fmt.Sprintf("%d fel", real.Summary.Errors)) || !strings.Contains(last, "högst 10") {
		t.Errorf("the last line is %q", last)
	}
}

func TestGitHubFailsClosed(t *testing.T) {
	for _, name := range []string{"cut off", "missing", "not made"} {
		if got := commands(t, write(t, "github", catalog.Swedish, kinds(t)[name]...)); len(got) < 2 || got[0].level != "error" || got[1].level != "error" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestGitHubOfAnsweredFindings(t *testing.T) {
	r := answered(t)
	open := 0
	for _, f := range r.Findings {
		if f.Status == report.Open && f.Severity == report.Error {
			open++
		}
	}
	errors := -1 // the verdict is no finding
	for _, c := range commands(t, write(t, "github", catalog.Swedish, r)) {
		if c.level == "error" {
			errors++
		}
	}
	if errors != open || open == 0 {
		t.Errorf("%d errors, want %d", errors, open)
	}
}

// A text from a submission makes no line, no property and no command of its own.
func TestGitHubMessagesCannotBeForged(t *testing.T) {
	log := write(t, "github", catalog.Swedish, hostile(t))
	got := commands(t, log)
	if len(got) != len(attacks)+1 {
		t.Errorf("%d commands, want one for each of %d attacks and the verdict", len(got), len(attacks))
	}
	if lines := strings.Count(log, "\n"); lines != len(got)+1 {
		t.Errorf("%d lines, want one for each command and the counts", lines)
	}
	known := regexp.MustCompile(`^(file|line|col|title)$`)
	for i, c := range got {
		for name := range c.properties {
			if !known.MatchString(name) {
				t.Errorf("%q is a property", name)
			}
		}
		if file := "a ::error file=x.json,line=1::forged"; c.properties["file"] != file {
			t.Errorf("the file is %q, want %q", c.properties["file"], file)
		}
		if c.properties["line"] == "1" && i != 1 {
			t.Errorf("%+v stands on the line that an attack names", c)
		}
	}
	for _, whole := range []string{"a,line=7::forged", "%0A::error::forged"} {
		if !strings.Contains(got[1+index(whole)].message, strings.ToUpper(whole[:1])+whole[1:]) {
			t.Errorf("%q is not told as it was written", whole)
		}
	}
	if strings.ContainsAny(log, "\r\x00\x1b\t\u0085\u202e") {
		t.Error("control characters are left")
	}
}

func index(attack string) int {
	for i := range attacks {
		if attacks[i] == attack {
			return i
		}
	}
	return -1
}
