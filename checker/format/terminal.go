package format

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/plankoll/plankoll/checker/report"
)

// style is an ANSI escape that is written only where colour is wanted.
type style string

const (
	plain  style = ""
	bold   style = "\x1b[1m"
	dim    style = "\x1b[2m"
	red    style = "\x1b[1;31m"
	yellow style = "\x1b[1;33m"
	green  style = "\x1b[1;32m"
	reset        = "\x1b[0m"
)

var colourFor = map[report.Severity]style{report.Error: red, report.Warning: yellow, report.Info: bold}

var colourOf = map[report.Verdict]style{
	report.Accepted: green, report.AcceptedWithRemarks: yellow, report.Rejected: red, report.Undecided: red,
}

// line writes text, wrapped, every line of it indented.
func (t *textWriter) line(indent int, s style, text string) {
	hanging := indent
	for _, bullet := range []string{"→ ", "• ", "- "} {
		if strings.HasPrefix(text, bullet) {
			hanging += 2
		}
	}
	for i, part := range wrap(printable(text), t.width-hanging) {
		margin := hanging
		if i == 0 {
			margin = indent
		}
		t.raw(s, strings.Repeat(" ", margin)+part)
	}
}

// raw writes a line as it is.
func (t *textWriter) raw(s style, text string) {
	text = strings.TrimRight(text, " ")
	if t.options.Color && s != plain {
		text = string(s) + text + reset
	}
	fmt.Fprintln(t.out, text)
}

func (t *textWriter) blank() { fmt.Fprintln(t.out) }

// wrap breaks text at spaces so that no line is longer than width characters,
// except a word that is. Spaces that must not break are kept.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' }) {
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	return append(lines, line)
}

// printable replaces what could steer a terminal or hide text: control
// characters, and the marks that turn the direction of writing.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\u2028', r == '\u2029':
			return utf8.RuneError
		}
		return r
	}, text)
}

// cut shortens a heading; what it stands for is found by its place.
func cut(text string, length int) string {
	if runes := []rune(text); len(runes) > length {
		return strings.TrimRight(string(runes[:length-1]), " ") + "…"
	}
	return text
}
