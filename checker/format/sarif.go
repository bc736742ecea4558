package format

import (
	"io"
	"net/url"
	"path"
	"regexp"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// writeSARIF writes one run for all submissions, since those who take SARIF in want
// one run for each tool.
func writeSARIF(w io.Writer, reports []*report.Report, c *catalog.Catalog, options Options) error {
	s := sarifWriter{voice: newVoice(c, options.Language), indices: map[string]int{}}
	run := sarifRun{
		Invocations: []sarifInvocation{{Successful: true, Notifications: []sarifNotification{}}},
		Artifacts:   []sarifArtifact{},
		Results:     []sarifResult{},
		Language:    string(options.Language),
		ColumnKind:  "utf16CodeUnits",
	}
	run.Tool.Driver = s.driver(reports)
	invocation := &run.Invocations[0]
	for _, r := range reports {
		var artifact *sarifArtifactLocation
		if r.Input.Name != "" {
			index := len(run.Artifacts)
			artifact = &sarifArtifactLocation{URI: uri(r.Input.Name), Index: &index}
			run.Artifacts = append(run.Artifacts, artifactOf(r))
		}
		if r.Verdict == report.Undecided {
			invocation.Successful = false
		}
		baseline := r.Comparison != nil
		if baseline {
			for _, g := range r.Comparison.Gone {
				run.Results = append(run.Results, s.absent(g, artifact))
			}
		}
		for _, m := range s.remarks(r) {
			result := s.result(m, artifact)
			if baseline && m.kind == broken {
				result.BaselineState = map[report.Status]string{report.Known: "unchanged"}[m.finding.Status]
				if m.finding.Status == report.Open {
					result.BaselineState = "new"
				}
			}
			run.Results = append(run.Results, result)
			if m.kind == broken && m.finding.Stage == report.Engine {
				invocation.Notifications = append(invocation.Notifications, sarifNotification{
					Rule: sarifDescriptor{m.rule, s.index(m.rule)}, Level: result.Level, Message: result.Message, Locations: result.Locations,
				})
			}
		}
	}
	return encode(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

type sarifWriter struct {
	voice
	indices map[string]int // of rules
}

// driver describes the program, and the rules that were asked or have something to
// say.
func (s sarifWriter) driver(reports []*report.Report) sarifDriver {
	driver := sarifDriver{
		Name: "plankoll", InformationURI: "https://github.com/plankoll/plankoll",
		Rules: []sarifRule{}, Properties: map[string]any{},
	}
	asked := map[string]bool{}
	for _, r := range reports {
		driver.Version = r.Tool.Version
		driver.Properties["rulesDigest"] = r.RulesDigest
		for _, id := range r.Checked {
			asked[id] = true
		}
		for _, m := range s.remarks(r) {
			asked[m.rule] = true
		}
		if r.Comparison != nil {
			for _, g := range r.Comparison.Gone {
				asked[g.Rule] = true
			}
		}
	}
	for _, id := range s.catalog.IDs() {
		if asked[id] {
			s.indices[id] = len(driver.Rules)
			driver.Rules = append(driver.Rules, s.rule(s.catalog.Rule(id)))
		}
	}
	return driver
}

func (s sarifWriter) rule(rule *catalog.Rule) sarifRule {
	text := rule.Texts[catalog.Language(s.language)]
	requirements := rule.Requirements
	if requirements == nil {
		requirements = []string{}
	}
	return sarifRule{
		ID:               rule.ID,
		ShortDescription: sarifMessage{Text: sarifText(text.Title)},
		FullDescription:  sarifMessage{Text: sarifText(text.Why)},
		Help: sarifMessage{
			Text:     sarifText(s.words.passes + ": " + text.Passes + "\n" + s.words.fails + ": " + text.Fails),
			Markdown: markdown(text.Why) + "\n\n**" + s.words.passes + "**\n\n" + markdown(text.Passes) + "\n\n**" + s.words.fails + "**\n\n" + markdown(text.Fails),
		},
		HelpURI: rule.Page,
		Default: sarifConfiguration{levelOf[rule.Severity]},
		Properties: map[string]any{
			"family": family(rule.ID), "kind": rule.Kind, "stage": rule.Stage, "requirements": requirements,
		},
	}
}

// index is where a rule stands among those described.
func (s sarifWriter) index(rule string) int {
	if index, ok := s.indices[rule]; ok {
		return index
	}
	return -1
}

// absent is a result of the baseline that is not there any more. Where it stood is no
// place in the file of today.
func (s sarifWriter) absent(g report.Gone, artifact *sarifArtifactLocation) sarifResult {
	text := s.wording.Title(g.Rule)
	if !g.Judged {
		text += " " + s.words.notSeen
	}
	return sarifResult{
		RuleID: g.Rule, RuleIndex: s.index(g.Rule), Kind: "fail", Level: levelOf[g.Severity],
		Message:       sarifMessage{Text: sarifText(printable(text))},
		Locations:     sarifLocations(report.Place{Pointer: g.Pointer}, artifact),
		Fingerprints:  map[string]string{"plankoll/v1": g.Fingerprint},
		BaselineState: "absent",
		Properties:    map[string]any{"judged": g.Judged},
	}
}

var levelOf = map[report.Severity]string{report.Error: "error", report.Warning: "warning", report.Info: "note"}

func (s sarifWriter) result(m remark, artifact *sarifArtifactLocation) sarifResult {
	result := sarifResult{
		RuleID: m.rule, RuleIndex: s.index(m.rule), Kind: "fail", Level: levelOf[m.severity],
		Message:      sarifMessage{Text: sarifText(strings.Join(s.lines(m), "\n"))},
		Locations:    sarifLocations(m.place, artifact),
		Fingerprints: map[string]string{"plankoll/v1": m.fingerprint},
		Properties:   map[string]any{"section": m.section},
	}
	switch m.kind {
	case unjudged:
		result.Kind, result.Level = "open", "none"
	case manual:
		result.Kind, result.Level = "review", "none"
	case broken:
		result.Properties["stage"] = m.finding.Stage
		result.Fixes = s.fixes(*m.finding, artifact)
		if m.finding.Status == report.Waived {
			result.Suppressions = []sarifSuppression{{Kind: "external", Status: "accepted", Justification: printable(s.answer(m))}}
		}
		for i, f := range m.finding.Replaces {
			message, _ := s.wording.Finding(f)
			for _, location := range sarifLocations(f.Place, artifact) {
				location.ID = i + 1
				location.Message = &sarifMessage{Text: sarifText(printable(message) + " (" + f.Rule + ")")}
				result.Related = append(result.Related, location)
			}
		}
	}
	return result
}

// fixes are what mends a finding in the text of the file, if anything does.
func (s sarifWriter) fixes(f report.Finding, artifact *sarifArtifactLocation) []sarifFix {
	if len(f.Edits) == 0 || artifact == nil {
		return nil
	}
	change := sarifChange{Artifact: *artifact}
	for _, edit := range f.Edits {
		replacement := sarifReplacement{Deleted: sarifRegion{edit.Start.Line, edit.Start.UTF16, edit.End.Line, edit.End.UTF16}}
		if edit.Text != "" {
			replacement.Inserted = &sarifContent{edit.Text}
		}
		change.Replacements = append(change.Replacements, replacement)
	}
	return []sarifFix{{sarifMessage{Text: sarifText(strings.Join(s.fix(f), "\n"))}, []sarifChange{change}}}
}

// sarifLocations is the location of a place, if it has one.
func sarifLocations(place report.Place, artifact *sarifArtifactLocation) []sarifLocation {
	var location sarifLocation
	if artifact != nil {
		location.Physical = &sarifPhysical{Artifact: *artifact}
		if place.Start.Line > 0 {
			location.Physical.Region = &sarifRegion{place.Start.Line, place.Start.UTF16, place.End.Line, place.End.UTF16}
		}
	}
	if segments := place.Pointer.Segments(); len(segments) > 0 {
		location.Logical = []sarifLogical{{segments[len(segments)-1], string(place.Pointer)}}
	}
	if location.Physical == nil && location.Logical == nil {
		return nil
	}
	return []sarifLocation{location}
}

func artifactOf(r *report.Report) sarifArtifact {
	artifact := sarifArtifact{
		Location: sarifArtifactLocation{URI: uri(r.Input.Name)},
		Properties: map[string]any{
			"verdict": r.Verdict, "profile": r.Profile, "asOf": r.AsOf,
		},
	}
	if digest, ok := strings.CutPrefix(r.Input.Digest, "sha256:"); ok {
		artifact.Hashes = map[string]string{"sha-256": digest}
	}
	return artifact
}

// uri names a submission: relative where its name is, and percent-encoded.
func uri(name string) string {
	name = slashed(name)
	location := url.URL{Path: name}
	if path.IsAbs(name) || volume.MatchString(name) {
		location = url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(name, "/")}
	}
	return location.String()
}

var volume = regexp.MustCompile(`^[A-Za-z]:/`) // of Windows

// sarifText keeps a text from being read as more: [text](target) is a link even in
// plain text, and {0} an argument.
func sarifText(text string) string {
	return placeholder.ReplaceAllString(strings.ReplaceAll(text, "](", "]"+joiner+"("), "{"+joiner+"$1")
}

var placeholder = regexp.MustCompile(`\{([0-9])`)
