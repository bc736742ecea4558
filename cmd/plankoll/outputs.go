package main

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/wholefile"
)

// output is one report to write: to a file, or to standard output.
type output struct {
	format string
	file   string // empty for standard output
}

// outputsNamed reads --format and the FORMAT=FILE of each --output.
func outputsNamed(formatName string, files []string) ([]output, error) {
	outputs := []output{{format: formatName}}
	for _, named := range files {
		name, file, ok := strings.Cut(named, "=")
		if !ok || file == "" {
			return nil, refuse(
				"--output: %q ska skrivas FORMAT=FIL, till exempel html=rapport.html.",
				"--output: write %q as FORMAT=FILE, for example html=report.html.", named)
		}
		if slices.ContainsFunc(outputs, func(o output) bool { return o.file == file }) {
			return nil, refuse(
				"--output: %q är angiven två gånger, och den ena rapporten skulle skriva över den andra.",
				"--output: %q is named twice, and one report would overwrite the other.", file)
		}
		outputs = append(outputs, output{name, file})
	}
	for i, o := range outputs {
		if !slices.Contains(format.Names(), o.format) {
			flag := "output"
			if i == 0 {
				flag = "format"
			}
			return nil, notOneOf(flag, o.format, format.Names()...)
		}
	}
	return outputs, nil
}

// forMachines are the outputs that are not read as they appear: those that must tell
// of a check that could not be made, which a person is told beside them.
func forMachines(outputs []output) []output {
	return slices.DeleteFunc(slices.Clone(outputs), func(o output) bool { return o.file == "" && o.format == "text" })
}

// writeReports writes the reports in every format asked for.
func writeReports(cmd *cobra.Command, outputs []output, done result, language catalog.Language) error {
	for _, o := range outputs {
		options := format.Options{Language: language, Many: done.many}
		if o.file == "" {
			options.Width, options.Color = terminal(cmd.OutOrStdout())
		}
		var text bytes.Buffer
		err := format.Write(&text, o.format, done.reports, done.checker.Catalog(), options)
		if err == nil && o.file == "" {
			_, err = io.Copy(cmd.OutOrStdout(), &text)
		} else if err == nil {
			err = writeWhole(o.file, text.Bytes())
		}
		if err != nil {
			return refuse("Rapporten kunde inte skrivas: %v.", "The report could not be written: %v.", err)
		}
	}
	return nil
}

// writeWhole writes a file whole or not at all.
func writeWhole(name string, content []byte) error {
	return wholefile.Write(name, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}
