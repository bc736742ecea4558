package format

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// WriteRules lists all rules for a terminal, family by family, and then those that
// are no more.
func WriteRules(w io.Writer, c *catalog.Catalog, options Options) error {
	t := newTextWriter(w, c, options)
	family := ""
	for _, id := range c.IDs() {
		rule := c.Rule(id)
		if f, _, _ := strings.Cut(id, "/"); f != family {
			if family != "" {
				t.blank()
			}
			family = f
			t.line(0, bold, family)
		}
		t.line(2, plain, id)
		t.line(4, plain, t.wording.Title(id))
		t.line(4, dim, strings.Join(t.about(rule), ", "))
	}
	for i, retired := range c.Retired() {
		if i == 0 {
			t.blank()
			t.line(0, bold, t.words.retired)
		}
		facts := []string{t.words.since + " " + retired.Since}
		if len(retired.ReplacedBy) > 0 {
			facts = append(facts, t.words.replacedBy+" "+strings.Join(retired.ReplacedBy, ", "))
		}
		t.line(2, plain, retired.ID)
		t.line(4, plain, retired.Why[options.Language])
		t.line(4, dim, strings.Join(facts, ", "))
	}
	return t.out.Flush()
}

// WriteRule explains one rule for a terminal.
func WriteRule(w io.Writer, rule *catalog.Rule, c *catalog.Catalog, options Options) error {
	t := newTextWriter(w, c, options)
	t.rule(rule)
	return t.out.Flush()
}

// rule explains a rule.
func (t *textWriter) rule(rule *catalog.Rule) {
	text := rule.Texts[t.options.Language]
	t.line(0, bold, text.Title)
	t.line(0, dim, strings.Join(append([]string{rule.ID}, t.about(rule)...), ", "))
	t.blank()
	t.line(0, plain, text.Why)
	for _, part := range [][2]string{{t.words.passes, text.Passes}, {t.words.fails, text.Fails}} {
		t.blank()
		t.line(0, bold, part[0])
		t.line(2, plain, part[1])
	}
	if sections := t.catalog.Sections(rule); len(sections) > 0 {
		t.blank()
		t.line(0, bold, t.words.concerns)
		for _, section := range sections {
			t.line(2, plain, t.sectionTitle(section))
		}
	}
}

// WriteCoverage lists what the template demands, with the rules that check each,
// or why none does.
func WriteCoverage(w io.Writer, c *catalog.Catalog, options Options) error {
	t := newTextWriter(w, c, options)
	section := ""
	for _, requirement := range c.Requirements() {
		if requirement.Section() != section {
			if section != "" {
				t.blank()
			}
			section = requirement.Section()
			t.line(0, bold, strings.TrimSpace(t.words.section+" "+section))
		}
		t.requirement(requirement)
	}
	return t.out.Flush()
}

// WriteRequirement tells what the template demands in one place, and what checks it.
func WriteRequirement(w io.Writer, requirement catalog.Requirement, c *catalog.Catalog, options Options) error {
	t := newTextWriter(w, c, options)
	t.requirement(requirement)
	return t.out.Flush()
}

func (t *textWriter) requirement(requirement catalog.Requirement) {
	language := t.options.Language
	t.line(2, plain, requirement.ID+"  "+requirement.Texts[language])
	checkedBy := t.catalog.CheckedBy(requirement.ID)
	for _, id := range checkedBy {
		t.line(4, dim, fmt.Sprintf("%s (%s)", id, t.words.kinds[t.catalog.Rule(id).Kind]))
	}
	if len(checkedBy) == 0 {
		t.line(4, bold, cmp.Or(requirement.Unchecked[language], t.words.noRule))
	}
}

// about is how much a rule weighs, how it comes to its findings, and which of
// the template's rules it checks.
func (t *textWriter) about(rule *catalog.Rule) []string {
	facts := []string{t.words.counts[rule.Severity][0], t.words.kinds[rule.Kind]}
	if rule.Stage != report.Policy {
		facts = append(facts, t.words.stage+" "+string(rule.Stage))
	}
	return append(facts, rule.Requirements...)
}
