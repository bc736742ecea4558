// Package publish writes what an audit came to: for people a page, a workbook and a
// letter to each supplier, for machines JSON. The submissions are read from the result
// one by one, once for all of it, so that memory does not grow with their number.
package publish

import (
	"github.com/plankoll/plankoll/checker/catalog"
)

// Options says how an audit is to be written.
type Options struct {
	Language catalog.Language
	Folder   string // that the files are written to; empty for none
	Reports  bool   // each submission's own report too
	Width    int    // columns of the terminal; 0 means 80
	Color    bool   // with ANSI colours
}
