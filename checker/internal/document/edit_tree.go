package document

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// node is a value, of the file or one that a change has put there. What is inside
// is read when somebody asks for it.
type node struct {
	data       []byte // the file, or a text of its own
	start, end int    // where it stands in data
	opened     bool
	entries    []*entry
	written    []*entry // the entries as they are in data

	changed bool  // it may differ from what is written
	fresh   bool  // a change has put it there
	instead token // of what it has been put there, in the file
}

// entry is a member of an object or an element of an array.
type entry struct {
	key        string
	at         int  // among those that are written
	start, end int  // where it stands in the data of what holds it, the key included
	fresh      bool // a change has added it
	value      *node
}

func newTree(data []byte) *node {
	start := skipBlanks(data, textStart(data))
	return &node{data: data, start: start, end: len(bytes.TrimRight(data, " \t\r\n"))}
}

// newValue is a value that is not of the file.
func newValue(value any) (*node, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	n := newTree(text.Bytes())
	n.fresh = true
	return n, nil
}

// copy returns a node that can be changed while this one stays as it is.
func (n *node) copy() *node {
	n.open()
	own := *n
	own.entries, own.changed = slices.Clone(n.entries), true
	return &own
}

// own returns a node's entry at i, for itself to change.
func (n *node) own(i int) *entry {
	own := *n.entries[i]
	n.entries[i] = &own
	return &own
}

// down returns the value of an entry, for itself to change.
func (x *entry) down() *node {
	x.value = x.value.copy()
	return x.value
}

// put puts a new value in the place of the one that is there.
func (x *entry) put(value *node) {
	if value.instead = x.value.instead; !x.value.fresh {
		value.instead = token{start: x.value.start, end: x.value.end}
	}
	x.value = value
}

func (n *node) isObject() bool { return n.data[n.start] == '{' }
func (n *node) isArray() bool  { return n.data[n.start] == '[' }

// open reads the entries of a container.
func (n *node) open() {
	if n.opened || !n.isObject() && !n.isArray() {
		return
	}
	n.opened = true
	tokens := newTokens(n.data[n.start:n.end])
	_, _ = tokens.next() // the bracket; all of it has been read before
	for {
		switch tokens.decoder.PeekKind() {
		case jsontext.KindEndObject, jsontext.KindEndArray, jsontext.KindInvalid:
			n.written = slices.Clone(n.entries)
			return
		}
		x := &entry{at: len(n.entries), start: n.start + tokens.ahead()}
		if n.isObject() {
			key, _ := tokens.next()
			x.key = string(tokens.unquote(key))
		}
		start := n.start + tokens.ahead()
		_ = tokens.decoder.SkipValue()
		x.end = n.start + tokens.end()
		x.value = &node{data: n.data, start: start, end: x.end}
		n.entries = append(n.entries, x)
	}
}
