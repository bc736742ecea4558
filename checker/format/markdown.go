package format

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// writeMarkdown writes what fits in a comment on a merge request or an issue: what
// must be mended can be seen, and the rest unfolded.
func writeMarkdown(w io.Writer, reports []*report.Report, c *catalog.Catalog, options Options) error {
	m := &markdownWriter{newVoice(c, options.Language), bufio.NewWriter(w)}
	for i, r := range reports {
		if i > 0 {
			m.line("\n---\n")
		}
		m.report(r)
	}
	return m.out.Flush()
}

type markdownWriter struct {
	voice
	out *bufio.Writer
}

func (m *markdownWriter) line(format string, values ...any) {
	fmt.Fprintf(m.out, format+"\n", values...)
}

func (m *markdownWriter) report(r *report.Report) {
	verdict, rest, _ := strings.Cut(m.words.verdict[r.Verdict], ". ")
	if r.Input.Name != "" {
		m.line("## %s\n", markdown(r.Input.Name))
	}
	m.line("**%s.** %s\n", markdown(verdict), markdown(rest))
	if counts := m.counts(r.Summary); len(counts) > 0 {
		m.line("%s.", strings.Join(counts, ", "))
	} else {
		m.line("%s", m.words.nothing)
	}
	remarks := m.remarks(r)
	m.table(remarks)
	open := func(severity report.Severity) func(remark) bool {
		return func(k remark) bool { return k.kind == broken && !k.answered() && k.severity == severity }
	}
	closed := func(status report.Status) func(remark) bool {
		return func(k remark) bool { return k.kind == broken && k.finding.Status == status }
	}
	is := func(kind kind) func(remark) bool {
		return func(k remark) bool { return k.kind == kind }
	}
	for _, block := range []struct {
		heading string
		folded  bool
		has     func(remark) bool
	}{
		{m.words.blocks[report.Error], false, open(report.Error)},
		{m.words.blocks[report.Warning], true, open(report.Warning)},
		{m.words.blocks[report.Info], true, open(report.Info)},
		{strings.ToUpper(m.words.statuses[report.Known]), true, closed(report.Known)},
		{strings.ToUpper(m.words.statuses[report.Waived]), true, closed(report.Waived)},
		{m.words.notJudged, true, is(unjudged)},
		{m.words.byHand, true, is(manual)},
	} {
		var those []remark
		for _, k := range remarks {
			if block.has(k) {
				those = append(those, k)
			}
		}
		m.block(block.heading, remarks, those, block.folded)
	}
	m.weighings(r.Weighings)
}

// weighings lists the rules that were switched off, or weigh otherwise, and why.
func (m *markdownWriter) weighings(list []report.Weighing) {
	if len(list) == 0 {
		return
	}
	m.line("\n<details>\n<summary>%s (%d)</summary>\n", m.words.weighings, len(list))
	for _, w := range list {
		m.line("- %s<br>%s %s %s <sub>%s</sub>", markdown(m.wording.Title(w.Rule)), m.weighed(w), m.words.reason, markdown(w.Reason), markdown(w.Rule))
	}
	m.line("\n</details>")
}

// table counts errors and warnings by section, but for those that are waived.
func (m *markdownWriter) table(remarks []remark) {
	var sections []string
	counts := map[string]map[report.Severity]int{}
	for _, k := range remarks {
		if k.kind != broken || k.finding.Status == report.Waived {
			continue
		}
		if counts[k.section] == nil {
			counts[k.section] = map[report.Severity]int{}
			sections = append(sections, k.section)
		}
		counts[k.section][k.severity]++
	}
	if len(sections) == 0 {
		return
	}
	m.line("\n| %s | %s | %s |\n|---|--:|--:|", m.words.section, m.words.counts[report.Error][1], m.words.counts[report.Warning][1])
	for _, section := range sections {
		m.line("| %s | %d | %d |", markdown(m.sectionTitle(section)), counts[section][report.Error], counts[section][report.Warning])
	}
}

// block writes those of all remarks that belong under a heading.
func (m *markdownWriter) block(heading string, all, remarks []remark, folded bool) {
	if len(remarks) == 0 {
		return
	}
	heading = fmt.Sprintf("%s (%d)", heading, len(remarks))
	if folded {
		m.line("\n<details>\n<summary>%s</summary>", heading)
	} else {
		m.line("\n### %s", heading)
	}
	section, names := "-", short(all)
	for _, item := range m.items(remarks, names) {
		if item.section != section {
			section = item.section
			m.line("\n#### %s\n", markdown(m.sectionTitle(section)))
		}
		m.line("- %s%s <sub>%s</sub>%s", item.where(), strings.Join(item.lines, "<br>"), markdown(item.rule), item.fingerprints())
	}
	if folded {
		m.line("\n</details>")
	}
}

// markdownItem is what is said in the same words of one or more places. A comment
// may not be long.
type markdownItem struct {
	section, rule string
	spots, lines  []string
	names         []string // fingerprints of findings
}

func (m *markdownWriter) items(remarks []remark, names map[string]string) []*markdownItem {
	var items []*markdownItem
	said := map[string]*markdownItem{}
	for _, k := range remarks {
		var lines []string
		for _, line := range m.lines(k) {
			lines = append(lines, markdown(line))
		}
		key := strings.Join(append([]string{k.section, k.rule}, lines...), "\n")
		if said[key] == nil {
			said[key] = &markdownItem{section: k.section, rule: k.rule, lines: lines}
			items = append(items, said[key])
		}
		if spot := m.spot(k); spot != "" {
			said[key].spots = append(said[key].spots, markdown(spot))
		}
		if k.kind == broken {
			said[key].names = append(said[key].names, names[k.fingerprint])
		}
	}
	return items
}

func (i *markdownItem) where() string {
	if len(i.spots) == 0 {
		return ""
	}
	return "**" + strings.Join(i.spots, ", ") + ":** "
}

// fingerprints are what to ask plankoll explain for, in the order of the places.
func (i *markdownItem) fingerprints() string {
	if len(i.names) == 0 {
		return ""
	}
	return " <sub>" + strings.Join(i.names, " ") + "</sub>"
}

// joiner is a character of no width. Put behind the sign that makes a mention, a
// reference or an address of what follows, it keeps programs from making one, and
// the text looks as before.
const joiner = "\u2060"

// markdown is text that stands for itself in Markdown, in the middle of a line, as
// GitHub and GitLab extend it: no markup, no cells of tables, no links, mentions or
// references.
func markdown(text string) string {
	var b strings.Builder
	text = strings.ReplaceAll(printable(text), "www.", "www"+joiner+".")
	for i, r := range text {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '!', '{', '}', '^':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '<', '>', '&', '$':
			fmt.Fprintf(&b, "&#%d;", r)
		default:
			b.WriteRune(r)
		}
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		if strings.ContainsRune("@#!~%$&^[*", r) && isWord(next) || r == ':' && (unicode.IsLetter(next) || next == '/') {
			b.WriteString(joiner)
		}
	}
	return b.String()
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '"' }
