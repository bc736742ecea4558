package format

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// kind tells the three things that a report says of a place.
type kind int

const (
	broken   kind = iota // a rule is broken
	unjudged             // a rule could not judge
	manual               // a person has to
)

// remark is one thing that a report says, in words, for the formats that list them
// one by one.
type remark struct {
	kind        kind
	rule        string
	severity    report.Severity // of the finding, or of the rule that could not judge
	place       report.Place
	within      []report.Named
	section     string
	message     string
	action      string   // empty for all but findings
	account     []string // why amounts disagree
	fingerprint string   // told apart from all others of the report
	finding     *report.Finding
}

// remarks are all that a report says, in its order.
func (v voice) remarks(r *report.Report) []remark {
	var all []remark
	for i := range r.Findings {
		all = append(all, v.remarkOf(&r.Findings[i]))
	}
	for _, n := range r.NotEvaluated {
		all = append(all, remark{
			kind: unjudged, rule: n.Rule, severity: n.Severity, place: n.Place, within: n.Within, section: n.Section,
			message:     v.wording.NotEvaluated(n),
			fingerprint: fingerprint(n.Rule, "unjudged "+n.Reason, n.Place, n.Within, n.Values),
		})
	}
	for _, m := range r.Manual {
		all = append(all, remark{
			kind: manual, rule: m.Rule, place: m.Place, within: m.Within, section: m.Section,
			message:     v.wording.Manual(m),
			fingerprint: fingerprint(m.Rule, "by hand "+m.Variant, m.Place, m.Within, m.Values),
		})
	}
	seen := map[string]int{}
	for i := range all {
		seen[all[i].fingerprint]++
		if n := seen[all[i].fingerprint]; n > 1 {
			all[i].fingerprint = fmt.Sprintf("%s-%d", all[i].fingerprint, n)
		}
	}
	return all
}

func (v voice) remarkOf(f *report.Finding) remark {
	message, action := v.wording.Finding(*f)
	return remark{
		kind: broken, rule: f.Rule, severity: f.Severity, place: f.Place, within: f.Within, section: f.Section,
		message: message, action: action, account: v.account(*f),
		fingerprint: f.Fingerprint, finding: f,
	}
}

// shortest is how much of a fingerprint is shown to people, who may have to type it.
const shortest = 8

// short are the fingerprints of remarks, each as long as it has to be to name one of
// them.
func short(all []remark) map[string]string {
	begun := map[string]int{}
	for _, m := range all {
		begun[m.fingerprint[:min(shortest, len(m.fingerprint))]]++
	}
	names := map[string]string{}
	for _, m := range all {
		name := m.fingerprint[:min(shortest, len(m.fingerprint))]
		if begun[name] > 1 {
			name = m.fingerprint
		}
		names[m.fingerprint] = name
	}
	return names
}

// fingerprint names what is no finding in the same way as findings are: places in
// lists and lines do not count.
func fingerprint(rule, variant string, place report.Place, within []report.Named, values map[string]any) string {
	var field report.Pointer
	for _, segment := range place.Pointer.Segments() {
		if !isIndex(segment) {
			field = field.Join(segment)
		}
	}
	if values == nil {
		values = map[string]any{}
	}
	return report.Fingerprint(report.Finding{Rule: rule, Variant: variant, Within: within, Values: values}, field, values)
}

// answered tells whether somebody has answered for a finding, or it was there before.
func (m remark) answered() bool {
	return m.finding != nil && m.finding.Status != report.Open
}

// answer says why an answered finding is left as it is.
func (v voice) answer(m remark) string {
	switch {
	case !m.answered():
		return ""
	case m.finding.Waiver != nil:
		return v.answeredBy(m.finding.Waiver)
	}
	return v.words.statuses[m.finding.Status]
}

// answeredBy tells who has answered for a finding, why, and for how long.
func (v voice) answeredBy(w *report.Waiver) string {
	return fmt.Sprintf(v.words.answered, v.day(w.LastDay), w.ApprovedBy, w.Reason)
}

// day is a day in words, or as it is written if it is none.
func (v voice) day(day string) string {
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return day
	}
	if words, err := v.wording.Value(day); err == nil {
		return words
	}
	return day
}

// weight says what a remark is: how much a finding weighs, or why it is none.
func (v voice) weight(m remark) string {
	switch m.kind {
	case unjudged:
		return v.words.couldNotBeJudged
	case manual:
		return v.words.kinds[catalog.ByHand]
	}
	return v.words.counts[m.severity][0]
}

// lines are all that a remark says, each line free of what could steer whatever
// shows it.
func (v voice) lines(m remark) []string {
	lines := []string{printable(m.message)}
	if m.action != "" {
		lines = append(lines, "→ "+printable(m.action))
	}
	for _, line := range m.account {
		lines = append(lines, printable(line))
	}
	if answer := v.answer(m); answer != "" {
		lines = append(lines, printable(answer))
	}
	return lines
}

// where names the place of a remark as the form does.
func (v voice) where(m remark) string {
	return printable(v.place(m.place.Pointer, m.within, "", 80))
}

// spot is the line of a remark, and its place.
func (v voice) spot(m remark) string {
	if m.place.Start.Line == 0 {
		return v.where(m)
	}
	return strings.TrimRight(fmt.Sprintf("%s %d %s", v.words.line, m.place.Start.Line, v.where(m)), " ")
}

// slashed is the name of a submission as other programs expect paths: with forward
// slashes, and nothing before the first folder.
func slashed(name string) string {
	if name == "" {
		return ""
	}
	return path.Clean(filepath.ToSlash(name))
}

// inFile makes fingerprints of several submissions different, for formats that list
// all of them together.
func inFile(name, fingerprint string) string {
	sum := sha256.Sum256([]byte(slashed(name) + "\x00" + fingerprint))
	return hex.EncodeToString(sum[:16])
}

func family(rule string) string {
	family, _, _ := strings.Cut(rule, "/")
	return family
}

// title is what a rule demands, and its id where it has no words for that.
func (v voice) title(rule string) string { return cmp.Or(v.wording.Title(rule), rule) }
