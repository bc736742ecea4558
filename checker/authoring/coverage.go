package authoring

import (
	"maps"
	"slices"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Coverage notes which lines of the policies are reached. It passes on only the
// first time that each is: tests reach the same lines hundreds of times, which OPA's
// own bookkeeping is slow with.
type Coverage struct {
	*cover.Cover
	reached sync.Map
}

// NewCoverage is the coverage of nothing yet.
func NewCoverage() *Coverage { return &Coverage{Cover: cover.New()} }

// TraceEvent takes in what an evaluation goes through.
func (c *Coverage) TraceEvent(event topdown.Event) {
	switch event.Node.(type) {
	case *ast.Expr:
		if event.Op != topdown.EvalOp {
			return
		}
	case *ast.Rule:
		if event.Op != topdown.ExitOp {
			return
		}
	default:
		return
	}
	if _, before := c.reached.LoadOrStore(event.Node, true); !before {
		c.Cover.TraceEvent(event)
	}
}

// FileCoverage is how much of a file is reached.
type FileCoverage struct {
	File    string
	Covered int // lines
	Missed  int
	Lines   []int // that no test reaches
}

// Files tells how much of each module is reached, by name.
func (c *Coverage) Files(modules map[string]*ast.Module) []FileCoverage {
	report := c.Cover.Report(modules)
	var list []FileCoverage
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		file := FileCoverage{File: name}
		if lines := report.Files[name]; lines != nil {
			file.Covered, file.Missed = lines.CoveredLines, lines.NotCoveredLines
			for _, missed := range lines.NotCovered {
				for row := missed.Start.Row; row <= missed.End.Row; row++ {
					file.Lines = append(file.Lines, row)
				}
			}
		}
		slices.Sort(file.Lines)
		file.Lines = slices.Compact(file.Lines)
		list = append(list, file)
	}
	return list
}
