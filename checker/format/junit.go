package format

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// The shape of JUnit reports, as Jenkins documents it (testdata/schemas/jenkins-junit.xsd).
type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name       string          `xml:"name,attr"`
		Tests      int             `xml:"tests,attr"`
		Failures   int             `xml:"failures,attr"`
		Errors     int             `xml:"errors,attr"`
		Skipped    int             `xml:"skipped,attr"`
		Properties []junitProperty `xml:"properties>property"`
		Cases      []junitCase     `xml:"testcase"`
	}
	junitProperty struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		Skipped *junitText    `xml:"skipped"`
		Error   *junitProblem `xml:"error"`
		Failure *junitProblem `xml:"failure"`
		Output  *junitText    `xml:"system-out"`
	}
	junitProblem struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
		Text    string `xml:",cdata"`
	}
	junitText struct {
		Text string `xml:",cdata"`
	}
)

// writeJUnit writes what was asked of each submission as tests. Errors are failures.
// Warnings are told by tests that pass, since whoever reads these reports knows no
// third outcome; what was not judged is skipped, and what could not be checked is an
// error. No clock is read, so there are no times.
func writeJUnit(w io.Writer, reports []*report.Report, c *catalog.Catalog, options Options) error {
	v := newVoice(c, options.Language)
	all := junitSuites{Name: "plankoll"}
	for _, r := range reports {
		suite := v.suite(r)
		all.Tests += suite.Tests
		all.Failures += suite.Failures
		all.Errors += suite.Errors
		all.Suites = append(all.Suites, suite)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func (v voice) suite(r *report.Report) junitSuite {
	suite := junitSuite{
		Name: xmlText(cmp.Or(r.Input.Name, "plankoll")),
		Properties: []junitProperty{
			{"verdict", string(r.Verdict)},
			{"profile", xmlText(r.Profile)},
			{"asOf", xmlText(r.AsOf)},
			{"warnings", fmt.Sprint(r.Summary.Warnings)},
			{"notEvaluated", fmt.Sprint(r.Summary.NotEvaluated)},
			{"manual", fmt.Sprint(r.Summary.Manual)},
			{"rulesDigest", r.RulesDigest},
		},
		Cases: []junitCase{v.verdictCase(r)},
	}
	said := map[string][]remark{}
	for _, m := range v.remarks(r) {
		said[m.rule] = append(said[m.rule], m)
	}
	// A rule has not passed because the accountant speaks in its place.
	for _, m := range v.remarks(&report.Report{Findings: replaced(r)}) {
		said[m.rule] = append(said[m.rule], m)
	}
	rules := slices.Clone(r.Checked)
	for rule := range said {
		if !slices.Contains(rules, rule) {
			rules = append(rules, rule)
		}
	}
	slices.Sort(rules)
	for _, rule := range rules {
		suite.Cases = append(suite.Cases, v.testcase(rule, said[rule]))
	}
	for _, test := range suite.Cases {
		suite.Tests++
		switch {
		case test.Error != nil:
			suite.Errors++
		case test.Failure != nil:
			suite.Failures++
		case test.Skipped != nil:
			suite.Skipped++
		}
	}
	return suite
}

// replaced are the findings of rules that the accountant's stand for.
func replaced(r *report.Report) []report.Finding {
	var all []report.Finding
	for _, f := range r.Findings {
		all = append(all, f.Replaces...)
	}
	return all
}

// verdictCase is a test of the whole submission, so that none can pass that is not
// accepted.
func (v voice) verdictCase(r *report.Report) junitCase {
	test := junitCase{Class: "plankoll", Name: v.words.acceptable}
	verdict := v.words.verdict[r.Verdict]
	problem := &junitProblem{string(r.Verdict), verdict, strings.Join(append([]string{verdict}, v.counts(r.Summary)...), "\n")}
	switch r.Verdict {
	case report.Accepted:
	case report.AcceptedWithRemarks:
		test.Output = &junitText{verdict}
	case report.Rejected:
		test.Failure = problem
	default:
		test.Error = problem
	}
	return test
}

func (v voice) testcase(rule string, said []remark) junitCase {
	test := junitCase{Class: family(rule), Name: xmlText(strings.TrimPrefix(rule, family(rule)+"/") + ": " + v.title(rule))}
	var errors, failures, skipped, output []string
	for _, m := range said {
		text := v.text(m)
		switch {
		case m.kind != broken:
			skipped = append(skipped, text)
		case m.finding.Stage == report.Engine:
			errors = append(errors, text)
		case m.severity == report.Error && !m.answered():
			failures = append(failures, text)
		default:
			output = append(output, text)
		}
	}
	switch {
	case len(errors) > 0:
		test.Error = problem("engine", errors)
		output = slices.Concat(failures, skipped, output)
	case len(failures) > 0:
		test.Failure = problem(string(report.Error), failures)
		output = append(skipped, output...)
	case len(skipped) > 0:
		test.Skipped = &junitText{strings.Join(skipped, "\n")}
	}
	if len(output) > 0 {
		test.Output = &junitText{strings.Join(output, "\n")}
	}
	return test
}

// problem tells of all findings at once, since most programs show but the first.
func problem(kind string, texts []string) *junitProblem {
	message, _, _ := strings.Cut(texts[0], "\n")
	if len(texts) > 1 {
		message += fmt.Sprintf(" (+%d)", len(texts)-1)
	}
	return &junitProblem{kind, message, strings.Join(texts, "\n")}
}

// text is a remark with its weight and place.
func (v voice) text(m remark) string {
	lines := v.lines(m)
	lines[0] = v.weight(m) + ": " + lines[0]
	if spot := v.spot(m); spot != "" {
		lines[0] = spot + ", " + lines[0]
	}
	return xmlLines(strings.Join(lines, "\n  "))
}

// xmlText is text on one line that XML can hold.
func xmlText(text string) string { return xmlLines(printable(text)) }

// xmlLines replaces the characters that XML cannot hold; printable has left no
// others than these.
func xmlLines(text string) string {
	return strings.NewReplacer("\uFFFE", "\uFFFD", "\uFFFF", "\uFFFD").Replace(text)
}
