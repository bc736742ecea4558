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
// first time that each place is: tests reach the same places millions of times, which
// OPA's own bookkeeping is slow with. A place is known by where it stands, since OPA
// makes new nodes for some of them at every evaluation.
type Coverage struct {
	*cover.Cover
	reached sync.Map
}

// place is where a node of a policy stands.
type place struct {
	file            string
	row, col, bytes int
}

// NewCoverage is the coverage of nothing yet.
func NewCoverage() *Coverage { return &Coverage{Cover: cover.New()} }

// TraceEvent takes in what an evaluation goes through.
func (c *Coverage) TraceEvent(event topdown.Event) {
	var at *ast.Location
	switch node := event.Node.(type) {
	case *ast.Expr:
		if event.Op != topdown.EvalOp {
			return
		}
		at = node.Location
	case *ast.Rule:
		if event.Op != topdown.ExitOp {
			return
		}
		at = node.Head.Location
	}
	if at == nil || !at.HasFile() {
		return
	}
	here := place{at.File, at.Row, at.Col, len(at.Text)}
	if _, before := c.reached.Load(here); before {
		return
	}
	c.reached.Store(here, true)
	c.Cover.TraceEvent(event)
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
