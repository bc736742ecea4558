package cases

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

// A value that was not written, and a number that no reader understands.
var (
	unwritten  = regexp.MustCompile(`\{|\(the value`)
	scientific = regexp.MustCompile(`[0-9][eE][+-]?[0-9]`)
)

// inWords tells where a report does not come out in words.
func inWords(r *report.Report, c *catalog.Catalog) (faults []string) {
	for _, language := range catalog.Languages {
		var text bytes.Buffer
		if err := format.Write(&text, "json", []*report.Report{r}, c, format.Options{Language: language}); err != nil {
			return append(faults, err.Error())
		}
		var written struct {
			Findings     []struct{ Message, Action string }
			NotEvaluated []struct{ Reason string }
			Manual       []struct{ Message string }
		}
		if err := json.Unmarshal(text.Bytes(), &written); err != nil {
			return append(faults, err.Error())
		}
		var words []string
		for _, f := range written.Findings {
			words = append(words, f.Message, f.Action)
		}
		for _, n := range written.NotEvaluated {
			words = append(words, n.Reason)
		}
		for _, m := range written.Manual {
			words = append(words, m.Message)
		}
		for _, text := range words {
			if text == "" || unwritten.MatchString(text) || scientific.MatchString(text) {
				faults = append(faults, fmt.Sprintf("in %s it reads %q", language, text))
			}
		}
	}
	return faults
}
