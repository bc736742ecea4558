package document

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/plankoll/plankoll/checker/report"
)

// Editor finds out what to edit in a document. What it has read for one fix serves the
// next, so that many cost no more than they touch. It is not for use side by side.
type Editor struct {
	root      *node // as the file is; changes are made in copies
	style     style
	positions *index
}

// Editor returns an editor of the document.
func (d *Document) Editor() *Editor {
	root := newTree(d.Bytes)
	return &Editor{root, styleOf(root), newIndex(d.Bytes)}
}

// Edits returns what has to be edited in the file for the changes to be made, one
// after the other as JSON Patch has it. All else stays as it is written. The
// edits stand in the order of the file, apart from one another.
func (e *Editor) Edits(changes []report.Change) ([]report.Edit, error) {
	root := e.root
	for _, change := range changes {
		var err error
		if root, err = root.change(change); err != nil {
			return nil, fmt.Errorf("%s %s: %w", change.Op, change.Path, err)
		}
	}
	w := splicer{data: e.root.data, style: e.style}
	w.value(root, place{lines: e.style.newline != ""})
	edits := make([]report.Edit, len(w.splices))
	for i, splice := range w.splices {
		edits[i] = report.Edit{Start: e.positions.at(splice.start), End: e.positions.at(splice.end), Text: splice.text}
	}
	return edits, nil
}

// change returns the tree with a change made in it. The tree itself stays as it is: all
// that the change passes is copied.
func (n *node) change(c report.Change) (*node, error) {
	segments := c.Path.Segments()
	if len(segments) == 0 {
		return nil, errors.New("the whole document is not changed")
	}
	root := n.copy()
	n = root
	last := len(segments) - 1
	for _, segment := range segments[:last] {
		i := n.find(segment)
		if i < 0 {
			return nil, fmt.Errorf("there is no %q on the way", segment)
		}
		n = n.own(i).down()
	}
	if !n.isObject() && !n.isArray() {
		return nil, errors.New("what should hold it holds nothing")
	}
	key := segments[last]
	at := n.find(key)
	if c.Op != report.Add && at < 0 {
		return nil, errors.New("it is not there")
	}
	if c.Op == report.Remove {
		n.entries = slices.Delete(n.entries, at, at+1)
		return root, nil
	}
	value, err := newValue(c.Value)
	if err != nil {
		return nil, err
	}
	if at >= 0 && (c.Op == report.Replace || n.isObject()) {
		n.own(at).put(value)
		return root, nil
	}
	if n.isArray() {
		if at = n.slot(key); at < 0 {
			return nil, errors.New("it is no place in the list")
		}
		key = ""
	} else {
		at = len(n.entries)
	}
	n.entries = slices.Insert(n.entries, at, &entry{key: key, fresh: true, value: value})
	return root, nil
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
