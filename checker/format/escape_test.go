package format

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// A text stands for itself in a cell of a table too.
func TestMarkdownInATable(t *testing.T) {
	for _, text := range []string{"a | b", "| a |", "`a | b`", "a\\", "\\| a", "a\n| b |", "*a* | [b](c)"} {
		var page bytes.Buffer
		if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte("| 1 | 2 |\n|---|---|\n| "+markdown(text)+" | last |\n"), &page); err != nil {
			t.Fatal(err)
		}
		cells := regexp.MustCompile(`<td>(.*)</td>`).FindAllStringSubmatch(page.String(), -1)
		want := strings.ReplaceAll(text, "\n", " ")
		if len(cells) != 2 || html.UnescapeString(strings.ReplaceAll(cells[0][1], joiner, "")) != want || cells[1][1] != "last" {
			t.Errorf("%q is %q", text, cells)
		}
	}
}
