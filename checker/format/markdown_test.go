package format_test

import (
	"bytes"
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	rendering "github.com/yuin/goldmark/renderer/html"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// rendered is what GitHub and GitLab show of a report, before they look for mentions
// and references in it.
func rendered(t *testing.T, language catalog.Language, reports ...*report.Report) string {
	t.Helper()
	var out bytes.Buffer
	gfm := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithRendererOptions(rendering.WithUnsafe()))
	if err := gfm.Convert([]byte(write(t, "markdown", language, reports...)), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

var tag = regexp.MustCompile(`<[^>]*>`)

// Only the writer's own markup is left when the texts are hostile.
func TestMarkdownIsInert(t *testing.T) {
	for _, language := range catalog.Languages {
		page := rendered(t, language, hostile(t))
		counts := map[string]int{}
		for _, tag := range tag.FindAllString(page, -1) {
			counts[tag]++
		}
		items := counts["<li>"]
		if items != len(attacks) {
			t.Errorf("%d items, want %d", items, len(attacks))
		}
		for tag, n := range map[string]int{
			"<h2>": 1, "<h3>": 1, "<h4>": 4, "<table>": 1, "<tr>": 2, "<details>": 3, "<summary>": 3, "<strong>": items + 1, "<sub>": 2 * items,
		} {
			if counts[tag] != n {
				t.Errorf("%s stands %d times, want %d", tag, counts[tag], n)
			}
			delete(counts, tag)
			delete(counts, strings.Replace(tag, "<", "</", 1))
		}
		for tag := range counts {
			if !regexp.MustCompile(`^</?(li|ul|p|br|thead|tbody)( /)?>$|^</?t[hdr]( style="text-align:right")?>$`).MatchString(tag) {
				t.Errorf("there is %s, which is not the writer's", tag)
			}
		}
	}
}

// What is shown is what was written, but for signs of no width.
func TestMarkdownShowsTextsAsTheyAre(t *testing.T) {
	page := html.UnescapeString(tag.ReplaceAllString(rendered(t, catalog.Swedish, hostile(t)), ""))
	page = strings.ReplaceAll(page, "\u2060", "")
	for _, whole := range []string{
		"<img src=x onerror=alert(1)>", "&lt;b&gt;", "[a](http://example.com)", "@everyone", "#1", "***", "`a`", "~~a~~", "$a$", "\\[a](b)", "a/b#1", ":smile:",
	} {
		if !strings.Contains(page, whole) {
			t.Errorf("%q is not shown as it was written", whole)
		}
	}
}

// GitHub and GitLab make mentions, references and links of what is shown.
func TestMarkdownMentionsNobody(t *testing.T) {
	page := html.UnescapeString(tag.ReplaceAllString(rendered(t, catalog.Swedish, hostile(t)), ""))
	if made := regexp.MustCompile(`[@#!~%$^][\pL\d_]|[a-z]://|www\.|mailto:[a-z]|:[a-z]+:`).FindAllString(page, -1); made != nil {
		t.Errorf("%q are left", made)
	}
}

// What somebody has answered for is not among what must be mended.
func TestMarkdownOfAnsweredFindings(t *testing.T) {
	r := answered(t)
	counts := map[report.Status]int{}
	for _, f := range r.Findings {
		if f.Severity == report.Error || f.Status != report.Open {
			counts[f.Status]++
		}
	}
	text := write(t, "markdown", catalog.Swedish, r)
	for heading, status := range map[string]report.Status{
		"### MÅSTE RÄTTAS": report.Open, "<summary>KÄNT SEDAN TIDIGARE": report.Known, "<summary>UNDANTAG": report.Waived,
	} {
		if line := fmt.Sprintf("%s (%d)", heading, counts[status]); !strings.Contains(text, line) || counts[status] == 0 {
			t.Errorf("there is no %q", line)
		}
	}
	if !strings.Contains(text, "Undantag till och med 31\u00a0december 2024, godkänt av Ekonomi. Skäl: Väntar på beslut") {
		t.Error("it is not told who has answered for it, and why")
	}
}

func TestMarkdownSaysWhatTheReportDoes(t *testing.T) {
	real, _ := check(t, "real")
	text := write(t, "markdown", catalog.Swedish, real)
	costs := map[report.Severity]int{}
	for _, f := range real.Findings {
		if f.Section == "3.1" {
			costs[f.Severity]++
		}
	}
	for _, part := range []string{
		"**INTE GODKÄNT.**",
		fmt.Sprintf("### MÅSTE RÄTTAS (%d)", real.Summary.Errors),
		fmt.Sprintf("<summary>BÖR SES ÖVER (%d)</summary>", real.Summary.Warnings),
		fmt.Sprintf("<summary>BEHÖVER BEDÖMAS AV EN MÄNNISKA (%d)</summary>", real.Summary.Manual),
		fmt.Sprintf("| 3.1 Kostnader förvaltning och utveckling | %d | %d |", costs[report.Error], costs[report.Warning]),
	} {
		if !strings.Contains(text, part) {
			t.Errorf("there is no %q", part)
		}
	}
	if size := len([]rune(text)); size > 65536 {
		t.Errorf("%d characters are more than a comment on GitHub may have", size)
	}
	folded := strings.Index(text, "<details>")
	for _, f := range real.Findings {
		if at := strings.Index(text, "<sub>"+f.Rule+"</sub>"); f.Severity == report.Error && (at < 0 || at > folded) {
			t.Errorf("%s cannot be seen before something is unfolded", f.Rule)
		}
	}
}

// A short fingerprint is shown only where it names one finding.
func TestMarkdownShowsFingerprintsThatNameOne(t *testing.T) {
	r, _ := check(t, "real")
	r.Findings[0].Fingerprint, r.Findings[1].Fingerprint, r.Findings[2].Fingerprint = "aaaaaaaa1", "aaaaaaaa2", "bbbbbbbb1"
	text := write(t, "markdown", catalog.Swedish, r)
	for print, want := range map[string]bool{"aaaaaaaa1": true, "aaaaaaaa2": true, "aaaaaaaa<": false, "bbbbbbbb": true, "bbbbbbbb1": false} {
		if strings.Contains(text, print) != want {
			t.Errorf("that %s is shown should be %v", print, want)
		}
	}
}
