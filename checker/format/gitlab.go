package format

import (
	"cmp"
	"io"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// The shape of GitLab's code quality report.
type (
	gitlabIssue struct {
		Description string         `json:"description"`
		CheckName   string         `json:"check_name"`
		Fingerprint string         `json:"fingerprint"` // unique in the report
		Severity    string         `json:"severity"`
		Location    gitlabLocation `json:"location"`
	}
	gitlabLocation struct {
		Path  string      `json:"path"`
		Lines gitlabLines `json:"lines"`
	}
	gitlabLines struct {
		Begin int `json:"begin"` // from 1
	}
)

// writeGitLab writes the code quality report that GitLab shows on merge requests.
func writeGitLab(w io.Writer, reports []*report.Report, c *catalog.Catalog, options Options) error {
	v := newVoice(c, options.Language)
	issues := []gitlabIssue{}
	for _, r := range reports {
		for _, m := range v.remarks(r) {
			issues = append(issues, gitlabIssue{
				Description: strings.Join(v.lines(m), " "),
				CheckName:   m.rule,
				Fingerprint: inFile(r.Input.Name, m.fingerprint),
				Severity:    m.gitlabSeverity(),
				Location: gitlabLocation{
					Path:  cmp.Or(slashed(r.Input.Name), "."), // there is always one
					Lines: gitlabLines{max(m.place.Start.Line, 1)},
				},
			})
		}
	}
	return encode(w, issues)
}

// gitlabSeverity keeps what was not checked above what was found.
func (m remark) gitlabSeverity() string {
	switch {
	case m.answered(), m.kind == manual:
		return "info"
	case m.kind == broken && m.finding.Stage == report.Engine:
		return "blocker"
	case m.kind == unjudged && m.severity == report.Error:
		return "major"
	case m.kind == unjudged:
		return "minor"
	}
	return map[report.Severity]string{report.Error: "critical", report.Warning: "minor", report.Info: "info"}[m.severity]
}
