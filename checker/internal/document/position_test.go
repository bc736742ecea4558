package document

import (
	"fmt"
	"strings"
	"testing"

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
			want := report.Position{Line: 1, Column: 1}
			for offset, c := range text {
				want.Offset = offset
				if got := x.at(offset); got != want {
					t.Fatalf("%.10q: %+v, want %+v", line+ending, got, want)
				}
				want.Column++
				if c == rune(ending[len(ending)-1]) {
					want.Line++
					want.Column = 1
				}
			}
			want.Offset = len(text)
			if got := x.at(len(text)); got != want {
				t.Fatalf("%.10q: end is %+v, want %+v", line+ending, got, want)
			}
		}
	}
}

func written(p report.Position) string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }
