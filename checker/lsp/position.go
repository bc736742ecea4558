package lsp

import (
	"cmp"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/plankoll/plankoll/checker/report"
)

// position is a place in a text as editors count: lines and UTF-16 code units,
// from 0.
type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

// span is a part of a text. Its end is behind the last character.
type span struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

func (p position) compare(q position) int {
	return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Character, q.Character))
}

// touches tells whether two spans have a place in common, be it that one ends
// where the other begins.
func (s span) touches(other span) bool {
	return s.Start.compare(other.End) <= 0 && other.Start.compare(s.End) <= 0
}

const byteOrderMark = "\uFEFF"

// positionIn is a position in a text as an editor counts. What has no position
// stands at the beginning.
func positionIn(text string, p report.Position) position {
	if p.Line == 0 {
		return position{}
	}
	at := position{Line: p.Line - 1, Character: p.UTF16 - 1}
	// For a checker a byte order mark is no part of the text; for an editor that
	// sends one it is.
	if p.Line == 1 && p.Offset >= len(byteOrderMark) && strings.HasPrefix(text, byteOrderMark) {
		at.Character++
	}
	return at
}

func spanIn(text string, start, end report.Position) span {
	return span{positionIn(text, start), positionIn(text, end)}
}

// offsetIn is the byte that stands at a position, the end of the line or the text
// for what is behind it.
func offsetIn(text string, p position) int {
	at := 0
	for range p.Line {
		end := strings.IndexAny(text[at:], "\r\n")
		if end < 0 {
			return len(text)
		}
		at += end + 1
		if text[at-1] == '\r' && strings.HasPrefix(text[at:], "\n") {
			at++
		}
	}
	for units := 0; at < len(text) && units < p.Character; {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r == '\r' || r == '\n' {
			break
		}
		at += size
		units++
		if r > 0xFFFF {
			units++ // a surrogate pair
		}
	}
	return at
}

// pathOf is the file that a URI names, empty if it is none of this machine.
func pathOf(uri string) string {
	address, err := url.Parse(uri)
	if err != nil || address.Scheme != "file" || address.Host != "" && address.Host != "localhost" {
		return ""
	}
	path := address.Path
	if drive.MatchString(path) {
		path = path[1:]
	}
	return filepath.FromSlash(path)
}

var drive = regexp.MustCompile(`^/[A-Za-z]:/`) // of Windows
