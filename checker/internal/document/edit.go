package document

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/plankoll/plankoll/checker/report"
)

// Edit puts a text in the place of a part of the file.
type Edit struct {
	Span
	Text string
}

// Edits returns what has to be edited in the file for the changes to be made, one
// after the other as JSON Patch has it. All else stays as it is written. The
// edits stand in the order of the file, apart from one another.
func (d *Document) Edits(changes []report.Change) ([]Edit, error) {
	root := newTree(d.Bytes)
	for _, change := range changes {
		if err := root.change(change); err != nil {
			return nil, fmt.Errorf("%s %s: %w", change.Op, change.Path, err)
		}
	}
	e := editor{data: d.Bytes, style: styleOf(root)}
	e.value(root, place{lines: e.style.newline != ""})
	positions := newIndex(d.Bytes)
	edits := make([]Edit, len(e.splices))
	for i, splice := range e.splices {
		edits[i] = Edit{Span{positions.at(splice.start), positions.at(splice.end)}, splice.text}
	}
	return edits, nil
}

// change makes a change in the tree.
func (n *node) change(c report.Change) error {
	segments := c.Path.Segments()
	if len(segments) == 0 {
		return errors.New("the whole document is not changed")
	}
	last := len(segments) - 1
	for _, segment := range segments[:last] {
		i := n.find(segment)
		if i < 0 {
			return fmt.Errorf("there is no %q on the way", segment)
		}
		n = n.entries[i].value
	}
	if !n.isObject() && !n.isArray() {
		return errors.New("what should hold it holds nothing")
	}
	key := segments[last]
	at := n.find(key)
	if c.Op != report.Add && at < 0 {
		return errors.New("it is not there")
	}
	if c.Op == report.Remove {
		n.entries = slices.Delete(n.entries, at, at+1)
		return nil
	}
	value, err := newValue(c.Value)
	if err != nil {
		return err
	}
	if at >= 0 && (c.Op == report.Replace || n.isObject()) {
		n.entries[at].put(value)
		return nil
	}
	if n.isArray() {
		if at = n.slot(key); at < 0 {
			return errors.New("it is no place in the list")
		}
		key = ""
	} else {
		at = len(n.entries)
	}
	n.entries = slices.Insert(n.entries, at, &entry{key: key, fresh: true, value: value})
	return nil
}

// find is where the entry of a key or index stands, -1 if there is none.
func (n *node) find(segment string) int {
	n.open()
	switch {
	case n.isObject():
		return slices.IndexFunc(n.entries, func(x *entry) bool { return x.key == segment })
	case n.isArray():
		if i := n.slot(segment); i < len(n.entries) {
			return i
		}
	}
	return -1
}

// slot is where an element can be put into an array, -1 for what is no place
// there. The place behind the last element is also called "-".
func (n *node) slot(segment string) int {
	if segment == "-" {
		return len(n.entries)
	}
	i, err := strconv.Atoi(segment)
	if err != nil || i < 0 || i > len(n.entries) || strconv.Itoa(i) != segment {
		return -1
	}
	return i
}
