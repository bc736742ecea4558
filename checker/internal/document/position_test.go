package document

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/plankoll/plankoll/checker/report"
)

func TestPositions(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       string // line:column of each character and of the end
	}{
		{"line feeds", "a\n\nb", "1:1 1:2 2:1 3:1 3:2"},
		{"carriage returns", "a\r\rb", "1:1 1:2 2:1 3:1 3:2"},
		{"both together end one line", "a\r\n\r\nb", "1:1 1:2 1:3 2:1 2:2 3:1 3:2"},
		{"mixed", "\n\r\r\n", "1:1 2:1 3:1 3:2 4:1"},
		{"a tab is one column", "\ta", "1:1 1:2 1:3"},
		{"columns are code points", "åa😀b", "1:1 1:2 1:3 1:4 1:5"},
		{"combining marks too", "a\u0308b", "1:1 1:2 1:3 1:4"},
		{"a byte order mark has no column", "\uFEFFa\uFEFFb", "1:1 1:1 1:2 1:3 1:4"},
		{"nothing", "", "1:1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := newIndex([]byte(c.text))
			var got []string
			for offset := range c.text {
				got = append(got, written(x.at(offset)))
			}
			got = append(got, written(x.at(len(c.text))))
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %s\nwant %s", strings.Join(got, " "), c.want)
			}
		})
	}
}

// Marks fall within lines, within characters and between a carriage return and
// its line feed.
func TestPositionsFarIntoAFile(t *testing.T) {
	for _, line := range []string{"", "å", "ab\u0308😀", strings.Repeat("å", 700), strings.Repeat("😀", 5000)} {
		for _, ending := range []string{"\n", "\r", "\r\n"} {
			text := strings.Repeat(line+ending, 1+9000/len(line+ending))
			x := newIndex([]byte(text))
			want := beginning
			for offset, c := range text {
				want.Offset = offset
				if got := x.at(offset); got != want {
					t.Fatalf("%.10q: %+v, want %+v", line+ending, got, want)
				}
				want.Column++
				want.UTF16 += utf16.RuneLen(c)
				if c == rune(ending[len(ending)-1]) {
					want.Line++
					want.Column, want.UTF16 = 1, 1
				}
			}
			want.Offset = len(text)
			if got := x.at(len(text)); got != want {
				t.Fatalf("%.10q: end is %+v, want %+v", line+ending, got, want)
			}
		}
	}
}

// Editors count what stands before a place in UTF-16.
func TestColumnsOfEditors(t *testing.T) {
	for text, want := range map[string]string{
		"ab":                          "1 2 3",
		"åb":                          "1 2 3",
		"😀b":                          "1 3 4",
		"å😀\n😀b":                      "1 2 4 1 3 4",
		"\uFEFFa\uFEFF😀":              "1 1 2 3 5",
		"\uFFFF\U00010000\U0010FFFFb": "1 2 4 6 7",
	} {
		x := newIndex([]byte(text))
		var got []string
		for offset := range text {
			got = append(got, fmt.Sprint(x.at(offset).UTF16))
		}
		got = append(got, fmt.Sprint(x.at(len(text)).UTF16))
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %s, want %s", text, strings.Join(got, " "), want)
		}
	}
}

func written(p report.Position) string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }
