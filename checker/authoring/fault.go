package authoring

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"go.yaml.in/yaml/v3"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
)

// Fault is one thing that is wrong with the rules, and where.
type Fault struct {
	File string // by its name in the folder of policies; empty if it is in no single one
	Line int    // from 1; 0 if the fault is that something is missing
	What string
}

func (f Fault) String() string {
	switch {
	case f.File == "":
		return f.What
	case f.Line == 0:
		return f.File + ": " + f.What
	}
	return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.What)
}

func compare(a, b Fault) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.What, b.What))
}

// faultsIn takes apart what the loading of rules was refused for.
func faultsIn(err error, files map[string][]byte) []Fault {
	var list []Fault
	switch known := err.(type) {
	case *catalog.Fault:
		file := path.Join("rules", known.Rule, "rule.yaml")
		return []Fault{{file, lineOf(files[file], strings.Split(known.Part, ".")...), known.What}}
	case *checker.Clash:
		return []Fault{{known.File, 0, known.What}}
	case *ast.Error:
		return []Fault{{known.Location.File, known.Location.Row, known.Code + ": " + known.Message}}
	case ast.Errors:
		for _, one := range known {
			list = append(list, faultsIn(one, files)...)
		}
		return list
	case interface{ Unwrap() []error }:
		for _, one := range known.Unwrap() {
			list = append(list, faultsIn(one, files)...)
		}
		return list
	}
	// A heading above the errors says nothing of its own.
	if below := errors.Unwrap(err); below != nil && strings.HasSuffix(err.Error(), ":\n"+below.Error()) {
		return faultsIn(below, files)
	}
	return []Fault{located(err.Error())}
}

var (
	inFile    = regexp.MustCompile(`(?s)^([^\s:]+\.(?:rego|yaml))(?::([0-9]+))?: (.*)$`)
	inFolder  = regexp.MustCompile(`(?s)^(rules/[^\s:]+): (.*)$`)
	lineNamed = regexp.MustCompile(`\bline ([0-9]+)\b`)
)

// located reads the file and the line out of a message that begins with them.
func located(message string) Fault {
	if folder := inFolder.FindStringSubmatch(message); folder != nil && inFile.FindString(message) == "" {
		return Fault{path.Join(folder[1], "rule.rego"), 0, folder[2]}
	}
	parts := inFile.FindStringSubmatch(message)
	if parts == nil {
		return Fault{What: message}
	}
	line, _ := strconv.Atoi(parts[2]) // 0 where there is none
	if named := lineNamed.FindStringSubmatch(parts[3]); line == 0 && named != nil {
		line, _ = strconv.Atoi(named[1])
	}
	return Fault{parts[1], line, parts[3]}
}

// lineOf is where in a YAML file a place stands, or the innermost of what it stands
// in that exists; 0 if there is none.
func lineOf(text []byte, keys ...string) int {
	var document yaml.Node
	if yaml.Unmarshal(text, &document) != nil || len(document.Content) != 1 {
		return 0
	}
	node, line := document.Content[0], 0
	for _, key := range keys {
		var next *yaml.Node
		switch i, err := strconv.Atoi(key); {
		case node.Kind == yaml.MappingNode:
			for i := 0; i+1 < len(node.Content); i += 2 {
				if node.Content[i].Value == key {
					next, line = node.Content[i+1], node.Content[i].Line
				}
			}
		case node.Kind == yaml.SequenceNode && err == nil && i < len(node.Content):
			next, line = node.Content[i], node.Content[i].Line
		}
		if next == nil {
			break
		}
		node = next
	}
	return line
}
