package format

import (
	"encoding/json"
	"io"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/wording"
	"github.com/plankoll/plankoll/checker/report"
)

// The shape of the JSON report, documented by schemas/report.schema.json.
type (
	jsonReport struct {
		Tool         jsonTool           `json:"tool"`
		Profile      string             `json:"profile"`
		RulesDigest  string             `json:"rulesDigest"`
		Input        jsonInput          `json:"input"`
		Supplier     string             `json:"supplier"`
		ReportYear   int                `json:"reportYear"`
		AsOf         string             `json:"asOf"`
		Language     catalog.Language   `json:"language"`
		Verdict      report.Verdict     `json:"verdict"`
		Summary      jsonSummary        `json:"summary"`
		Findings     []jsonFinding      `json:"findings"`
		NotEvaluated []jsonNotEvaluated `json:"notEvaluated"`
		Manual       []jsonManual       `json:"manual"`
		Comparison   *jsonComparison    `json:"comparison,omitempty"`
		Weighings    []jsonWeighing     `json:"weighings"`
	}
	jsonTool struct {
		Name    string `json:"name"`
		Version string `json:"version"`
	}
	jsonInput struct {
		Name   string `json:"name"`
		Digest string `json:"digest"`
	}
	jsonSummary struct {
		Errors       int `json:"errors"`
		Warnings     int `json:"warnings"`
		Infos        int `json:"infos"`
		NotEvaluated int `json:"notEvaluated"`
		Manual       int `json:"manual"`
		Rules        int `json:"rules"`
		Waived       int `json:"waived"`
		Known        int `json:"known"`
	}
	jsonPlace struct {
		Path   report.Pointer `json:"path"`
		Line   int            `json:"line,omitempty"`
		Column int            `json:"column,omitempty"`
	}
	jsonFinding struct {
		Rule     string          `json:"rule"`
		Stage    report.Stage    `json:"stage"`
		Severity report.Severity `json:"severity"`
		jsonPlace
		Object       string         `json:"object"`
		Section      string         `json:"section"`
		Requirements []string       `json:"requirements"`
		Message      string         `json:"message"`
		Action       string         `json:"action"`
		Values       map[string]any `json:"values"`
		Fix          []jsonChange   `json:"fix,omitempty"`
		Fingerprint  string         `json:"fingerprint"`
		Status       report.Status  `json:"status"`
		Waiver       *jsonWaiver    `json:"waiver,omitempty"`

		Explanations []jsonExplanation `json:"explanations,omitempty"`
		Replaces     []jsonFinding     `json:"replaces,omitempty"`
	}
	jsonWaiver struct {
		Reason     string `json:"reason"`
		ApprovedBy string `json:"approvedBy"`
		LastDay    string `json:"lastDay"`
	}
	jsonExplanation struct {
		Corrections []jsonCorrection `json:"corrections"`
		For         []string         `json:"for"`
		Against     []string         `json:"against"`
	}
	jsonCorrection struct {
		jsonPlace
		Message string         `json:"message"`
		Values  map[string]any `json:"values"`
	}
	jsonChange struct {
		Op    report.Op      `json:"op"`
		Path  report.Pointer `json:"path"`
		Value any            `json:"value,omitempty"`
	}
	jsonNotEvaluated struct {
		Rule string `json:"rule"`
		jsonPlace
		Section string `json:"section"`
		Reason  string `json:"reason"`
	}
	jsonComparison struct {
		Found     bool       `json:"found"`
		SameRules bool       `json:"sameRules"`
		New       int        `json:"new"`
		Gone      []jsonGone `json:"gone"`
	}
	jsonGone struct {
		Rule        string          `json:"rule"`
		Severity    report.Severity `json:"severity"`
		Object      string          `json:"object"`
		Path        report.Pointer  `json:"path"`
		Fingerprint string          `json:"fingerprint"`
		Judged      bool            `json:"judged"`
	}
	jsonWeighing struct {
		Rule        string           `json:"rule"`
		By          report.Authority `json:"by"`
		SwitchedOff bool             `json:"switchedOff"`
		Severity    report.Severity  `json:"severity,omitempty"`
		Reason      string           `json:"reason"`
	}
	jsonManual struct {
		Rule string `json:"rule"`
		jsonPlace
		Object  string `json:"object"`
		Section string `json:"section"`
		Message string `json:"message"`
	}
)

// writeJSON writes one report, or a list of them where several were asked for.
func writeJSON(w io.Writer, reports []*report.Report, c *catalog.Catalog, options Options) error {
	words := wording.New(c, options.Language)
	all := make([]jsonReport, len(reports))
	for i, r := range reports {
		all[i] = reportInJSON(r, words, options.Language)
	}
	if !options.Many && len(all) == 1 {
		return encode(w, all[0])
	}
	return encode(w, all)
}

// encode writes JSON that people can read too.
func encode(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

func reportInJSON(r *report.Report, words *wording.Writer, language catalog.Language) jsonReport {
	out := jsonReport{
		Tool:         jsonTool(r.Tool),
		Profile:      r.Profile,
		RulesDigest:  r.RulesDigest,
		Input:        jsonInput(r.Input),
		Supplier:     r.Supplier,
		ReportYear:   r.ReportYear,
		AsOf:         r.AsOf,
		Language:     language,
		Verdict:      r.Verdict,
		Summary:      jsonSummary(r.Summary),
		Findings:     make([]jsonFinding, len(r.Findings)),
		NotEvaluated: make([]jsonNotEvaluated, len(r.NotEvaluated)),
		Manual:       make([]jsonManual, len(r.Manual)),
		Weighings:    make([]jsonWeighing, len(r.Weighings)),
	}
	for i, f := range r.Findings {
		out.Findings[i] = inJSON(f, words)
	}
	for i, n := range r.NotEvaluated {
		out.NotEvaluated[i] = jsonNotEvaluated{
			Rule: n.Rule, jsonPlace: at(n.Place), Section: n.Section, Reason: words.NotEvaluated(n),
		}
	}
	for i, m := range r.Manual {
		out.Manual[i] = jsonManual{
			Rule: m.Rule, jsonPlace: at(m.Place), Object: m.Object, Section: m.Section, Message: words.Manual(m),
		}
	}
	if c := r.Comparison; c != nil {
		out.Comparison = &jsonComparison{Found: c.Found, SameRules: c.SameRules, New: c.New, Gone: make([]jsonGone, len(c.Gone))}
		for i, g := range c.Gone {
			out.Comparison.Gone[i] = jsonGone{g.Rule, g.Severity, g.Object, g.Pointer, g.Fingerprint, g.Judged}
		}
	}
	for i, w := range r.Weighings {
		out.Weighings[i] = jsonWeighing{Rule: w.Rule, By: w.By, SwitchedOff: w.Off(), Severity: w.Severity, Reason: w.Reason}
	}
	return out
}

func inJSON(f report.Finding, words *wording.Writer) jsonFinding {
	message, action := words.Finding(f)
	out := jsonFinding{
		Rule: f.Rule, Stage: f.Stage, Severity: f.Severity, jsonPlace: at(f.Place),
		Object: f.Object, Section: f.Section, Requirements: f.Requirements,
		Message: message, Action: action, Values: f.Values,
		Fingerprint: f.Fingerprint, Status: f.Status,
	}
	for _, change := range f.Fix {
		out.Fix = append(out.Fix, jsonChange(change))
	}
	if f.Waiver != nil {
		out.Waiver = (*jsonWaiver)(f.Waiver)
	}
	if f.Requirements == nil {
		out.Requirements = []string{}
	}
	if f.Values == nil {
		out.Values = map[string]any{}
	}
	for _, e := range f.Explanations {
		explanation := jsonExplanation{For: arguments(e.For, words), Against: arguments(e.Against, words)}
		for _, c := range e.Corrections {
			explanation.Corrections = append(explanation.Corrections, jsonCorrection{
				jsonPlace: at(c.Place), Message: words.Correction(f.Rule, c), Values: c.Values,
			})
		}
		out.Explanations = append(out.Explanations, explanation)
	}
	for _, replaced := range f.Replaces {
		out.Replaces = append(out.Replaces, inJSON(replaced, words))
	}
	return out
}

func arguments(arguments []report.Argument, words *wording.Writer) []string {
	sentences := make([]string, len(arguments))
	for i, a := range arguments {
		sentences[i] = words.Argument(a)
	}
	return sentences
}

func at(place report.Place) jsonPlace {
	return jsonPlace{Path: place.Pointer, Line: place.Start.Line, Column: place.Start.Column}
}
