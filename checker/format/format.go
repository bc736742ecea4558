// Package format writes reports: one file for each format, all with the same
// facts. The words come from the rules' texts, in the language asked for.
package format

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// Options says how a report is to look. The zero value of Width and Color is
// for everything that is no terminal.
type Options struct {
	Language catalog.Language
	Many     bool // several submissions were asked for, however many there are
	Width    int  // columns to wrap text at; 0 means 80
	Color    bool // with ANSI colours
}

// writers are the formats there are, by name.
var writers = map[string]func(io.Writer, []*report.Report, *catalog.Catalog, Options) error{
	"text":     writeText,
	"json":     writeJSON,
	"sarif":    writeSARIF,
	"junit":    writeJUnit,
	"github":   writeGitHub,
	"gitlab":   writeGitLab,
	"csv":      writeCSV,
	"markdown": writeMarkdown,
	"html":     writeHTML,
}

// Names returns the names of the formats, sorted.
func Names() []string {
	var names []string
	for name := range writers {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// ShowsPlan tells whether a format shows what was checked, and so needs the documents of
// the reports.
func ShowsPlan(name string) bool { return name == "html" }

// Check returns an error that names the known formats if a name is not one.
func Check(name string) error {
	if writers[name] == nil {
		return fmt.Errorf("unknown format %q; the formats are %s", name, strings.Join(Names(), ", "))
	}
	return nil
}

// Write writes reports in the format of that name, in the order given.
func Write(w io.Writer, name string, reports []*report.Report, c *catalog.Catalog, options Options) error {
	if err := Check(name); err != nil {
		return err
	}
	return writers[name](w, reports, c, options)
}
