package format_test

import (
	"context"
	"io/fs"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/report"
)

// kinds are reports of every kind there is, by what is special about them.
func kinds(t *testing.T) map[string][]*report.Report {
	t.Helper()
	c := load(t)
	real, _ := check(t, "real")
	sound, _ := check(t, "sound")
	other, _ := check(t, "real")
	other.Input.Name = "other/real.json"
	truncated := c.Check(context.Background(), checker.Submission{Name: "cut.json", Bytes: []byte(`{"schemaVersion": `)}, checker.Options{})
	missing := c.Unreadable("plans/missing.json", fs.ErrNotExist)
	return map[string][]*report.Report{
		"with errors":     {real},
		"without remarks": {sound},
		"cut off":         {truncated},
		"missing":         {missing},
		"not made":        {c.NotMade("Mappen är tom.", "The folder is empty.")},
		"several":         {real, sound, other, truncated, missing},
		"none":            {},
		"answered":        {answered(t)},
		"hostile":         {hostile(t)},
	}
}

// answered is a report whose findings are open, known and waived.
func answered(t *testing.T) *report.Report {
	t.Helper()
	r, _ := check(t, "real")
	r.Comparison = &report.Comparison{Found: true, SameRules: true}
	for i := range r.Findings {
		switch i % 3 {
		case 1:
			r.Findings[i].Status = report.Known
		case 2:
			r.Findings[i].Status = report.Waived
			r.Findings[i].Waiver = &report.Waiver{Reason: "Väntar på beslut", ApprovedBy: "Ekonomi", LastDay: "2024-12-31"}
		}
	}
	return r
}

// attacks are texts that mean something to those who show reports.
var attacks = []string{
	"a\n::error file=x.json,line=1::forged",
	"a\r::warning::forged",
	"::error::forged",
	"##[error]forged",
	"%0A::error::forged",
	"a,line=7::forged",
	"=HYPERLINK(\"http://example.com\";\"x\")",
	"+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", " =1+1", "＝1+1",
	"a;b,c\"d\"",
	"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- a", "</details>", "&lt;b&gt;",
	"]]> <failure/> &amp; ]]>",
	"a\x00b\x1b[31mc\u0085d\uFFFEe\uFFFFf\xffg",
	"\u202eabc\u2066",
	"[a](http://example.com)", "![a](http://example.com/a.png)", "[a]: http://example.com", "<http://example.com>",
	"http://example.com", "www.example.com", "mailto:a@example.com", "a@example.com", "@everyone", "#1", "!1", "GH-1", "a/b#1",
	"| a | b |\n|---|---|\n| c | d |", "# a", "- a", "1. a", "***", "---", "> a", "```\na\n```", "`a`", "*a*", "__a__", "~~a~~", "$a$", "- [x] a",
	"a\\", "\\[a](b)", "a{0}b{1}", "a  \nb", ":smile:", "[^1]",
}

// hostile is a report in which all that comes from a submission is an attack.
func hostile(t *testing.T) *report.Report {
	t.Helper()
	all := load(t).NotMade("", "")
	finding := all.Findings[0]
	all.Findings = nil
	for i, attack := range attacks {
		f := finding
		f.Values = map[string]any{"cause": map[string]any{"sv": attack, "en": attack}}
		f.Place.Pointer = report.Pointer("/ongoing/initiatives/0/name").Join(attack)
		f.Place.Start = report.Position{Offset: i, Line: i + 1, Column: 1, UTF16: 1}
		f.Place.End = report.Position{Offset: i + 1, Line: i + 1, Column: 2, UTF16: 2}
		f.Within = []report.Named{{Pointer: "/ongoing/initiatives/0", ID: attack, Name: attack}}
		f.Severity = []report.Severity{report.Error, report.Warning, report.Info}[i%3]
		f.Stage = []report.Stage{report.Engine, report.Policy}[i%2]
		f.Fingerprint = strings.Repeat("0", i+1)
		if i%5 == 0 {
			f.Status, f.Waiver = report.Waived, &report.Waiver{Reason: attack, ApprovedBy: attack, LastDay: attack}
		}
		all.Findings = append(all.Findings, f)
	}
	all.Input.Name = attacks[0]
	all.Profile, all.AsOf = attacks[1], attacks[2]
	all.Summary.Errors = len(attacks)
	return all
}
