package publish

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/audit"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

// The shape of audit.json, documented by schemas/audit.schema.json, and of each line of
// findings.jsonl.
type (
	jsonAudit struct {
		Tool        jsonTool               `json:"tool"`
		Language    catalog.Language       `json:"language"`
		Interrupted bool                   `json:"interrupted"`
		Submissions int                    `json:"submissions"`
		Verdicts    map[report.Verdict]int `json:"verdicts"`
		NotAsked    map[string][]string    `json:"notAsked"` // rules, by what they lacked
		Broken      []any                  `json:"broken"`
		Register    []jsonFinding          `json:"register"`
		Rules       map[string]jsonRule    `json:"rules"` // by id, of those that have spoken
		Work        jsonWork               `json:"work"`
		Totals      []jsonTotal            `json:"totals"`
	}
	jsonTool struct {
		Name    string `json:"name"`
		Version string `json:"version"`
	}
	jsonRule struct {
		Findings    int `json:"findings"`
		Waived      int `json:"waived"`
		Submissions int `json:"submissions"`
	}
	jsonWork struct {
		Submissions int            `json:"submissions"` // that were measured
		Expressions map[string]int `json:"expressions"` // evaluated, by rule or file that rules share
	}
	jsonTotal struct {
		Service string                      `json:"service"`
		Name    string                      `json:"name"`
		Year    int                         `json:"year"`
		Sums    map[string]map[string]int64 `json:"sums"` // kronor, by table and column
	}
	jsonSubmission struct {
		Name         string         `json:"name"`
		Supplier     string         `json:"supplier"`
		SupplierName string         `json:"supplierName"`
		ReportYear   int            `json:"reportYear"`
		Digest       string         `json:"digest"`
		Verdict      report.Verdict `json:"verdict"`
		Summary      jsonSummary    `json:"summary"`
	}
	jsonSummary struct {
		Errors       int `json:"errors"`
		Warnings     int `json:"warnings"`
		Infos        int `json:"infos"`
		NotEvaluated int `json:"notEvaluated"`
		Manual       int `json:"manual"`
		Waived       int `json:"waived"`
		Across       int `json:"across"`
	}
	jsonFinding struct {
		Submission string      `json:"submission"`
		Supplier   string      `json:"supplier"`
		ReportYear int         `json:"reportYear"`
		Finding    any         `json:"finding"`
		Beside     []jsonPlace `json:"beside,omitempty"`
		NotJudged  bool        `json:"notJudged,omitempty"`
	}
	jsonPlace struct {
		Submission string         `json:"submission"`
		Supplier   string         `json:"supplier"`
		Role       audit.Role     `json:"role"`
		Path       report.Pointer `json:"path"`
		Line       int            `json:"line,omitempty"`
	}
)

// lineWriter writes each finding on a line of its own, for machines: those that are said
// of the register, and then submission by submission.
type lineWriter struct {
	*json.Encoder
	result  *audit.Result
	options Options
}

func newLines(w io.Writer, result *audit.Result, options Options) lineWriter {
	l := lineWriter{json.NewEncoder(w), result, options}
	l.SetEscapeHTML(false)
	return l
}

func (l lineWriter) register() error {
	register, err := l.result.Register()
	if err != nil {
		return err
	}
	for _, f := range register {
		if err := l.Encode(l.across(f)); err != nil {
			return err
		}
	}
	return nil
}

func (l lineWriter) submission(e audit.Entry) error {
	for _, f := range e.Report.Findings {
		line := jsonFinding{Submission: e.Name, Supplier: e.Supplier, ReportYear: e.Year, Finding: format.JSON(f, l.result.Catalog(), l.options.Language)}
		if err := l.Encode(line); err != nil {
			return err
		}
	}
	for _, f := range append(slices.Clone(e.Across), e.NotEvaluated...) {
		if err := l.Encode(l.across(f)); err != nil {
			return err
		}
	}
	return nil
}

func (l lineWriter) across(f audit.Finding) jsonFinding {
	line := jsonFinding{Submission: f.On.Name, Supplier: f.On.Supplier, ReportYear: f.On.Year, NotJudged: f.NotJudged}
	line.Finding = format.JSON(f.Finding, l.result.Catalog(), l.options.Language)
	for _, e := range f.Beside {
		line.Beside = append(line.Beside, jsonPlace{e.From.Name, e.From.Supplier, e.From.Role, e.Place.Pointer, e.Place.Start.Line})
	}
	return line
}

// auditedWriter writes what audit.json says of each submission, as the members of a list.
type auditedWriter struct {
	io.Writer
	some bool // have been written
}

func (w *auditedWriter) submission(e audit.Entry) error {
	if w.some {
		if _, err := io.WriteString(w, ","); err != nil {
			return err
		}
	}
	w.some = true
	s := e.Report.Summary
	text, err := json.Marshal(jsonSubmission{
		Name: e.Name, Supplier: e.Supplier, SupplierName: e.SupplierName, ReportYear: e.Year,
		Digest: e.Report.Input.Digest, Verdict: e.Report.Verdict,
		Summary: jsonSummary{s.Errors, s.Warnings, s.Infos, s.NotEvaluated, s.Manual, s.Waived, len(open(e.Across))},
	})
	if err != nil {
		return err
	}
	_, err = w.Write(append([]byte{'\n'}, text...))
	return err
}

// writeJSON writes what an audit came to: what it amounts to, and then each submission,
// of which there may be many, as an auditedWriter wrote them. The findings are in
// findings.jsonl.
func writeJSON(w io.Writer, o *Overview, audited io.Reader, result *audit.Result, options Options) error {
	lines := lineWriter{nil, result, options}
	head := jsonAudit{
		Tool: jsonTool{"plankoll", checker.Version}, Language: options.Language, Interrupted: result.Interrupted,
		Submissions: o.Submissions, Verdicts: o.Verdicts, NotAsked: map[string][]string{}, Broken: []any{},
		Register: []jsonFinding{}, Rules: map[string]jsonRule{}, Totals: []jsonTotal{},
		Work: jsonWork{result.Measured, result.Work},
	}
	for need, rules := range maps.All(result.NotAsked()) {
		head.NotAsked[string(need)] = rules
	}
	for _, f := range result.Broken {
		head.Broken = append(head.Broken, format.JSON(f, result.Catalog(), options.Language))
	}
	for _, f := range o.Register {
		head.Register = append(head.Register, lines.across(f))
	}
	for id, count := range maps.All(o.Rules) {
		head.Rules[id] = jsonRule{count.Findings, count.Waived, count.Submissions}
	}
	for _, t := range result.Totals {
		head.Totals = append(head.Totals, jsonTotal(t))
	}
	text, err := json.Marshal(head)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%s,\"audited\":[", text[:len(text)-1])
	if _, err := io.Copy(out, audited); err != nil {
		return err
	}
	fmt.Fprint(out, "\n]}\n")
	return out.Flush()
}
