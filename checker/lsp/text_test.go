package lsp

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/internal/document"
	"github.com/plankoll/plankoll/checker/report"
)

// Both ways between bytes and an editor's positions lead to the same place.
func TestPositions(t *testing.T) {
	for _, text := range []string{"[\"å😀\",\n\r\n  [1],\r 2]", "\uFEFF[\"å😀\",\n 2]"} {
		read, _ := document.Read([]byte(text), document.DefaultLimits)
		if read == nil {
			t.Fatalf("%q is no JSON", text)
		}
		for i, want := range []string{`"å😀"`, "2"} {
			pointer := report.Pointer("").Index(i * strings.Count(text, ","))
			l := read.Locate([]report.Pointer{pointer})[0].Value
			s := spanIn(text, l.Start, l.End)
			if got := text[offsetIn(text, s.Start):offsetIn(text, s.End)]; got != want {
				t.Errorf("%q: at %+v is %q, want %q", text, s, got, want)
			}
		}
	}
	// An editor counts a byte order mark that it sends.
	if got := positionIn("\uFEFF[]", report.Position{Offset: 3, Line: 1, Column: 1, UTF16: 1}); got != (position{0, 1}) {
		t.Errorf("got %+v", got)
	}
	if got := positionIn("", report.Position{}); got != (position{}) {
		t.Errorf("what has no position is at %+v", got)
	}
}

func TestOffsets(t *testing.T) {
	text := "å😀b\r\n\rcd"
	for at, want := range map[position]int{
		{0, 0}: 0, {0, 1}: 2, {0, 3}: 6, {0, 4}: 7, {0, 99}: 7, {1, 0}: 9, {1, 5}: 9, {2, 0}: 10, {2, 1}: 11, {2, 9}: 12, {3, 0}: 12, {99, 9}: 12,
	} {
		if got := offsetIn(text, at); got != want {
			t.Errorf("%+v is at %d, want %d", at, got, want)
		}
	}
	if got := len(utf16.Encode([]rune("å😀b"))); offsetIn(text, position{0, got}) != len("å😀b") {
		t.Errorf("%d units are not counted as such", got)
	}
}

func TestTouches(t *testing.T) {
	of := func(a, b, c, d int) span { return span{position{a, b}, position{c, d}} }
	for _, c := range []struct {
		a, b span
		want bool
	}{
		{of(1, 2, 1, 5), of(1, 5, 1, 5), true},
		{of(1, 2, 1, 5), of(1, 2, 1, 2), true},
		{of(1, 2, 1, 5), of(1, 6, 1, 6), false},
		{of(1, 2, 1, 5), of(1, 1, 1, 1), false},
		{of(1, 2, 3, 0), of(2, 99, 2, 99), true},
		{of(1, 2, 3, 0), of(0, 0, 9, 0), true},
		{of(1, 2, 3, 0), of(3, 1, 9, 0), false},
	} {
		if c.a.touches(c.b) != c.want || c.b.touches(c.a) != c.want {
			t.Errorf("%+v and %+v", c.a, c.b)
		}
	}
}

func TestOurs(t *testing.T) {
	profile := loaded.Profiles()[0]
	for text, want := range map[string]bool{
		`{"$schema": "` + checker.SchemaAddress + `"}`:              true,
		`{"a": {"b": [1]}, "$schema": "../submission.schema.json"`:  true,
		`{"profile": "` + profile + `", "reportYear": `:             true,
		"\uFEFF{\"profile\": \"" + profile + "\"}":                  true,
		`{"$schema": 7, "profile": "` + profile + `"}`:              true,
		`{"$schema": "https://example.org/submission.schema.json"}`: false,
		`{"$schema": "../report.schema.json"}`:                      false,
		`{"profile": "default"}`:                                    false,
		`{"a": {"profile": "` + profile + `"}}`:                     false,
		`["profile", "` + profile + `"]`:                            false,
		`{"a": tru, "profile": "` + profile + `"}`:                  false,
		`{}`: false, ``: false, `{`: false, `{"profile"`: false, `{"profile":`: false, `"profile"`: false,
	} {
		if got := isOurs(text, loaded.Profiles()); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

// Whatever is sent, the messages behind it are read.
func TestFrames(t *testing.T) {
	frame := func(text string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(text), text) }
	long := strings.Repeat("x", 3*maxLine)
	for name, c := range map[string]struct{ in, want string }{
		"two messages":                   {frame("ett") + frame("två"), "ett|två"},
		"other headers":                  {"Content-Type: x\r\ncontent-length:3\r\n\r\nett" + frame("två"), "ett|två"},
		"line feeds alone":               {"Content-Length: 3\n\nett", "ett"},
		"an empty message":               {frame("") + frame("ett"), "|ett"},
		"too short a length":             {"Content-Length: 1\r\n\r\nett" + frame("två"), "e|två"},
		"too long a length":              {"Content-Length: 8\r\n\r\nett" + frame("två") + frame("tre"), "ettConte|?|tre"},
		"no length":                      {"Content-Type: x\r\n\r\n" + frame("ett"), "?|ett"},
		"a length below zero":            {"Content-Length: -3\r\n\r\n" + frame("ett"), "?|ett"},
		"a length that is no number":     {"Content-Length: tre\r\n\r\n" + frame("ett"), "?|ett"},
		"a length beyond all numbers":    {"Content-Length: 99999999999999999999\r\n\r\n" + frame("ett"), "?|ett"},
		"a line without end":             {"X: " + long + "\r\n\r\n" + frame("ett"), "?|ett"},
		"a message that is too large":    {frame(strings.Repeat("x", int(maxMessage)+1)) + frame("ett"), "?|ett"},
		"the end within a message":       {"Content-Length: 9\r\n\r\nett", ""},
		"the end within what is skipped": {fmt.Sprintf("Content-Length: %d\r\n\r\nett", maxMessage+1), ""},
		"the end within a header":        {"Content-Length: 9\r\n", ""},
		"what is no message":             {long, ""},
		"nothing":                        {"", ""},
	} {
		frames := newFrames(strings.NewReader(c.in))
		var got []string
		for {
			text, err := frames.next()
			if errors.Is(err, errLost) {
				text = []byte("?")
			} else if err != nil {
				if !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
					t.Errorf("%s: %v", name, err)
				}
				break
			}
			got = append(got, string(text))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
	var out bytes.Buffer
	if err := writeFrame(&out, []byte("ett")); err != nil || out.String() != frame("ett") {
		t.Errorf("%q, %v", out.String(), err)
	}
}

func TestMessages(t *testing.T) {
	for text, want := range map[string]int{
		`{"jsonrpc":"2.0","id":1,"method":"a"}`:            0,
		`{"jsonrpc":"2.0","id":"x","method":"a"}`:          0,
		`{"jsonrpc":"2.0","method":"a","params":{"b":[]}}`: 0,
		`{"jsonrpc":"2.0","id":1,"result":null}`:           0,
		`{"jsonrpc":"2.0","id":1,"error":{"code":1}}`:      0,
		``:                       parseError,
		`{`:                      parseError,
		"{\"jsonrpc\":\"\xFF\"}": parseError,
		`{"jsonrpc":"2.0","id":1,"method":"a"} {}`:    parseError,
		`{"jsonrpc":"2.0","method":"a","method":"b"}`: parseError,
		`[{"jsonrpc":"2.0","id":1,"method":"a"}]`:     invalidRequest,
		`null`:                                   invalidRequest,
		`7`:                                      invalidRequest,
		`{"jsonrpc":"2.0","id":{},"method":"a"}`: invalidRequest,
		`{"jsonrpc":"2.0","id":null,"method":"a"}`: invalidRequest,
		`{"jsonrpc":"1.0","id":1,"method":"a"}`:    invalidRequest,
		`{"id":1,"method":"a"}`:                    invalidRequest,
		`{"jsonrpc":"2.0","id":1}`:                 invalidRequest,
		`{"jsonrpc":"2.0","id":1,"method":["a"]}`:  invalidRequest,
	} {
		_, err := readMessage([]byte(text))
		var f *failure
		if errors.As(err, &f); (f == nil) != (want == 0) || f != nil && f.Code != want {
			t.Errorf("%.60q: %v, want %d", text, err, want)
		}
	}
}
