package format

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// ErrNotSaid is returned if a report says nothing that has a name.
var ErrNotSaid = errors.New("the report says nothing of that name")

// AmbiguousError is returned if the beginning of a fingerprint is that of several.
type AmbiguousError struct{ Fingerprints []string }

func (e *AmbiguousError) Error() string {
	return "it may be any of " + strings.Join(e.Fingerprints, ", ")
}

// WriteExplanation tells in full what a report says under a name: all that a rule says, or
// the one thing that has a fingerprint or alone begins with what is given of one. Nothing
// is written if there is an error.
func WriteExplanation(w io.Writer, name string, r *report.Report, c *catalog.Catalog, options Options) error {
	t := newTextWriter(w, c, options)
	found, err := t.named(name, r)
	if err != nil {
		return err
	}
	for i, m := range found {
		if i > 0 {
			t.blank()
			t.line(0, plain, strings.Repeat("─", t.width))
			t.blank()
		}
		t.explanation(m, r)
	}
	t.blank()
	t.line(0, plain, strings.Repeat("═", t.width))
	t.blank()
	rule := c.Rule(found[0].rule) // they are all of one
	t.rule(rule)
	for _, weighing := range r.Weighings {
		if weighing.Rule == rule.ID {
			t.blank()
			t.line(0, plain, Weighing(weighing, c, options.Language))
		}
	}
	if rule.Page != "" {
		t.blank()
		t.line(0, dim, rule.Page)
	}
	return t.out.Flush()
}

// named are the remarks that a name stands for, those among them that the accountant
// stands in for.
func (v voice) named(name string, r *report.Report) ([]remark, error) {
	all := v.remarks(r)
	for i := range r.Findings {
		for j := range r.Findings[i].Replaces {
			all = append(all, v.remarkOf(&r.Findings[i].Replaces[j]))
		}
	}
	var begun []remark
	var fingerprints []string
	for _, is := range []func(remark) bool{
		func(m remark) bool { return m.rule == name },
		func(m remark) bool { return m.fingerprint == name },
	} {
		if found := slices.DeleteFunc(slices.Clone(all), func(m remark) bool { return !is(m) }); len(found) > 0 {
			return found, nil
		}
	}
	for _, m := range all {
		if name != "" && strings.HasPrefix(m.fingerprint, name) {
			begun = append(begun, m)
			fingerprints = append(fingerprints, m.fingerprint)
		}
	}
	switch len(begun) {
	case 0:
		return nil, ErrNotSaid
	case 1:
		return begun, nil
	}
	return nil, &AmbiguousError{fingerprints}
}

// explanation writes all that there is to say of one remark.
func (t *textWriter) explanation(m remark, r *report.Report) {
	t.line(0, bold, t.spot(m))
	t.line(0, dim, t.sectionTitle(m.section))
	t.blank()
	t.line(0, plain, sentence(t.weight(m))+": "+m.message)
	if value, ok := m.place.Pointer.In(r.Document); ok && isScalar(value) {
		t.line(2, plain, t.words.stands+" "+shown(value))
	}
	for _, line := range m.account {
		t.line(2, plain, line)
	}
	if answer := t.answer(m); answer != "" {
		t.line(0, plain, answer)
	}
	if m.action != "" {
		t.blank()
		t.line(0, plain, "→ "+m.action)
	}
	if m.finding != nil {
		for _, step := range t.fix(*m.finding) {
			t.line(2, plain, t.words.fix+" "+step)
		}
		for _, f := range r.Findings {
			if slices.ContainsFunc(f.Replaces, func(f report.Finding) bool { return f.Fingerprint == m.fingerprint }) {
				message, _ := t.wording.Finding(f)
				t.line(2, plain, fmt.Sprintf("%s %s (%s %s)", t.words.accountedFor, message, f.Rule, f.Fingerprint))
			}
		}
	}
	t.blank()
	t.line(0, dim, t.words.fingerprint+" "+m.fingerprint)
}

func isScalar(value any) bool {
	switch value.(type) {
	case map[string]any, []any:
		return false
	}
	return true
}

// shown is a value as it is written in a submission.
func shown(value any) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(value) // it came from JSON
	return strings.TrimSpace(b.String())
}
