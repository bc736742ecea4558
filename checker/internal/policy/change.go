package policy

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/plankoll/plankoll/checker/report"
)

// changes reads a fix: a list of JSON Patch operations, of which add, replace and
// remove are known. An empty list is no fix.
func changes(value any) ([]report.Change, error) {
	list, ok := value.([]any)
	if !ok {
		return nil, errors.New("not a list of changes")
	}
	var fix []report.Change
	for _, member := range list {
		c, err := change(member)
		if err != nil {
			return nil, err
		}
		fix = append(fix, c)
	}
	return fix, nil
}

func change(value any) (report.Change, error) {
	var c report.Change
	fields, ok := value.(map[string]any)
	if !ok {
		return c, fmt.Errorf("%v is not an object with op, path and value", value)
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		switch name {
		case "op":
			op, _ := fields[name].(string)
			c.Op = report.Op(op)
			if !slices.Contains([]report.Op{report.Add, report.Replace, report.Remove}, c.Op) {
				return c, fmt.Errorf("%q is not add, replace or remove", fields[name])
			}
		case "path":
			var err error
			if c.Path, err = pointer(fields[name]); err != nil {
				return c, err
			}
			if c.Path == "" {
				return c, errors.New("a change of the whole document is no fix")
			}
		case "value":
			c.Value = fields[name]
		default:
			return c, fmt.Errorf("%q is not a field of a change", name)
		}
	}
	switch {
	case c.Op == "":
		return c, errors.New("a change needs an op")
	case c.Path == "":
		return c, errors.New("a change needs a path")
	case c.Op == report.Remove && c.Value != nil:
		return c, errors.New("a removal has no value")
	case c.Op != report.Remove && c.Value == nil:
		return c, errors.New("an added or replaced value is needed, and null is none")
	}
	return c, nil
}
