package policy

import (
	"runtime"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// What a word is does not depend on the submission that it stands in. A memo keeps the
// results of the rules and functions that neither read the input nor rest on any that
// does, from one query to the next; those of all others last as long as a query, as
// OPA has it. It is for one query at a time.
type memo struct {
	lasting map[string]map[string]bool // names of what lasts, by package
	calls   map[*ast.Term]bool         // whether a function lasts, by the place it is called in

	kept    topdown.VirtualCache
	entries int
	query   topdown.VirtualCache // of the query at hand
	depth   int                  // of `with`, under which nothing lasts
}

const (
	longestKept = 40    // bytes of an argument
	mostKept    = 8_000 // results; when there are more, all are forgotten
)

func (m *memo) Push() { m.depth++; m.query.Push() }
func (m *memo) Pop()  { m.depth--; m.query.Pop() }

func (m *memo) Get(ref ast.Ref) (*ast.Term, bool) {
	if m.lasts(ref) {
		return m.kept.Get(ref)
	}
	return m.query.Get(ref)
}

func (m *memo) Put(ref ast.Ref, value *ast.Term) {
	if !m.lasts(ref) {
		m.query.Put(ref, value)
		return
	}
	if m.entries++; m.entries > mostKept {
		m.kept, m.entries = topdown.NewVirtualCache(), 1
	}
	m.kept.Put(ref, value)
}

func (m *memo) Keys() []ast.Ref { return m.query.Keys() }

func (m *memo) lasts(ref ast.Ref) bool {
	if m.depth > 0 || len(ref) == 0 {
		return false
	}
	if _, called := ref[0].Value.(ast.Ref); !called {
		return len(ref) == 3 && m.names(ref)
	}
	lasts, known := m.calls[ref[0]]
	if !known {
		function := ref[0].Value.(ast.Ref)
		lasts = len(function) == 3 && m.names(function)
		m.calls[ref[0]] = lasts
	}
	if !lasts {
		return false
	}
	for _, argument := range ref[1:] {
		switch argument := argument.Value.(type) {
		case ast.String:
			if len(argument) > longestKept {
				return false
			}
		case ast.Number, ast.Boolean:
		default:
			return false
		}
	}
	return true
}

// names tells whether data.package.name lasts.
func (m *memo) names(ref ast.Ref) bool {
	folder, ok := ref[1].Value.(ast.String)
	if !ok {
		return false
	}
	name, ok := ref[2].Value.(ast.String)
	return ok && m.lasting[string(folder)][string(name)]
}

// memos are those that no query uses at the moment.
type memos struct {
	free    chan *memo
	lasting map[string]map[string]bool
}

func newMemos(compiler *ast.Compiler) *memos {
	return &memos{make(chan *memo, runtime.GOMAXPROCS(0)), lasting(compiler)}
}

// take returns a memo for a query, to be given back when that has ended well.
func (m *memos) take() *memo {
	var taken *memo
	select {
	case taken = <-m.free:
	default:
		taken = &memo{lasting: m.lasting, calls: map[*ast.Term]bool{}, kept: topdown.NewVirtualCache()}
	}
	taken.query, taken.depth = topdown.NewVirtualCache(), 0
	return taken
}

func (m *memos) giveBack(used *memo) {
	used.query = nil
	select {
	case m.free <- used:
	default: // there are enough
	}
}

// lasting finds what does not depend on the input, by package and name: all rules of
// that name, and all that they rest on.
func lasting(compiler *ast.Compiler) map[string]map[string]bool {
	known := map[*ast.Rule]bool{}
	var steady func(rule *ast.Rule) bool
	steady = func(rule *ast.Rule) bool {
		if lasts, seen := known[rule]; seen {
			return lasts
		}
		known[rule] = true // there is no recursion in Rego
		lasts := !readsInput(rule)
		for at := rule; at != nil; at = at.Else {
			for dependency := range compiler.Graph.Dependencies(at) {
				lasts = steady(dependency.(*ast.Rule)) && lasts
			}
		}
		known[rule] = lasts
		return lasts
	}
	found := map[string]map[string]bool{}
	for _, module := range compiler.Modules {
		path := module.Package.Path
		if len(path) != 2 { // data.language, but no rule of a template
			continue
		}
		folder := string(path[1].Value.(ast.String))
		for _, rule := range module.Rules {
			if len(rule.Head.Reference) != 1 {
				continue
			}
			name := string(rule.Head.Name)
			if found[folder] == nil {
				found[folder] = map[string]bool{}
			}
			before, seen := found[folder][name]
			found[folder][name] = steady(rule) && (before || !seen)
		}
	}
	return found
}

func readsInput(rule *ast.Rule) bool {
	reads := false
	for at := rule; at != nil; at = at.Else {
		ast.WalkRefs(at, func(ref ast.Ref) bool {
			reads = reads || ref.HasPrefix(ast.InputRootRef)
			return reads
		})
		ast.WalkTerms(at, func(term *ast.Term) bool {
			reads = reads || term.Equal(ast.InputRootDocument)
			return reads
		})
	}
	return reads
}
