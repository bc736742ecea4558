package format

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// writeGitHub writes workflow commands, which GitHub Actions shows beside the lines
// they speak of. The verdict on each submission comes first, since only the first
// few are shown.
func writeGitHub(w io.Writer, reports []*report.Report, c *catalog.Catalog, options Options) error {
	out := bufio.NewWriter(w)
	v := newVoice(c, options.Language)
	var all report.Summary
	for _, r := range reports {
		verdict, rest, _ := strings.Cut(v.words.verdict[r.Verdict], ". ")
		annotate(out, annotationOf[r.Verdict], r.Input.Name, report.Position{}, verdict, rest)
		for _, m := range v.remarks(r) {
			title := fmt.Sprintf("%s (%s)", v.title(m.rule), m.rule)
			annotate(out, m.annotation(), r.Input.Name, m.place.Start, title, strings.Join(v.lines(m), "\n"))
		}
		all = sum(all, r.Summary)
	}
	if counts := v.counts(all); len(counts) > 0 {
		fmt.Fprintf(out, v.words.total+"\n", strings.Join(counts, ", "))
	} else {
		fmt.Fprintln(out, v.words.nothing)
	}
	return out.Flush()
}

// annotation is a level of GitHub's.
type annotation string

const (
	annotationError   annotation = "error"
	annotationWarning annotation = "warning"
	annotationNotice  annotation = "notice"
)

var annotationOf = map[report.Verdict]annotation{
	report.Accepted:            annotationNotice,
	report.AcceptedWithRemarks: annotationWarning,
	report.Rejected:            annotationError,
	report.Undecided:           annotationError,
}

func (m remark) annotation() annotation {
	switch {
	case m.answered(), m.kind == manual:
		return annotationNotice
	case m.kind == unjudged:
		return annotationWarning
	case m.severity == report.Error:
		return annotationError
	case m.severity == report.Warning:
		return annotationWarning
	}
	return annotationNotice
}

func annotate(out io.Writer, level annotation, name string, at report.Position, title, message string) {
	var properties []string
	if name != "" {
		properties = append(properties, "file="+inProperty.Replace(printable(slashed(name))))
	}
	if at.Line > 0 {
		properties = append(properties, fmt.Sprintf("line=%d,col=%d", at.Line, at.UTF16))
	}
	properties = append(properties, "title="+inProperty.Replace(printable(title)))
	fmt.Fprintf(out, "::%s %s::%s\n", level, strings.Join(properties, ","), inMessage.Replace(message))
}

// A message ends with its line, and a property with a comma or two colons.
var (
	inMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	inProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func sum(a, b report.Summary) report.Summary {
	return report.Summary{
		Errors: a.Errors + b.Errors, Warnings: a.Warnings + b.Warnings, Infos: a.Infos + b.Infos,
		NotEvaluated: a.NotEvaluated + b.NotEvaluated, Manual: a.Manual + b.Manual,
	}
}
