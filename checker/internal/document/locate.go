package document

import (
	"strconv"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/plankoll/plankoll/checker/report"
)

// Span is a part of the file. End is behind its last character.
type Span struct{ Start, End report.Position }

// Location is where a value stands in the file.
type Location struct {
	// Found tells whether what was asked for is there. If not, the spans are
	// those of the nearest value that holds its place.
	Found   bool
	Nearest report.Pointer // what the spans are of
	Key     Span           // quotes included; zero for the root and for elements
	Value   Span           // brackets or quotes included
}

// Locate finds the values that pointers name, one location for each in the same
// order. It reads the tokens again, once for all pointers, and remembers
// nothing of the others.
func (d *Document) Locate(pointers []report.Pointer) []Location {
	tree := targets{"": &target{}}
	asked := make([]*target, len(pointers))
	for i, pointer := range pointers {
		asked[i] = tree.target(pointer)
	}
	_ = locator{newTokens(d.Bytes)}.read(tree[""]) // Read has accepted the bytes

	positions := newIndex(d.Bytes)
	locations := make([]Location, len(pointers))
	for i, target := range asked {
		nearest := target.nearest()
		locations[i] = Location{
			Found:   nearest == target,
			Nearest: nearest.pointer,
			Value:   positions.span(nearest.value),
		}
		if nearest.key.end > 0 {
			locations[i].Key = positions.span(nearest.key)
		}
	}
	return locations
}

// target is a value to be found, asked for or on the way to one that is.
type target struct {
	pointer    report.Pointer
	parent     *target            // nil for the root
	members    map[string]*target // by key or index
	found      bool
	key, value token
}

// nearest is the target itself if it was found, or the innermost one that holds
// it.
func (t *target) nearest() *target {
	for !t.found && t.parent != nil {
		t = t.parent
	}
	return t
}

// targets holds the root, "", and every target below it.
type targets map[report.Pointer]*target

// target returns the target of a pointer, with all that leads to it.
func (all targets) target(pointer report.Pointer) *target {
	if t, ok := all[pointer]; ok {
		return t
	}
	if !jsontext.Pointer(pointer).IsValid() {
		return &target{parent: all[""]} // names nothing
	}
	parent := all.target(pointer.Parent())
	t := &target{pointer: pointer, parent: parent}
	if parent.members == nil {
		parent.members = map[string]*target{}
	}
	parent.members[pointer[len(parent.pointer):].Segments()[0]] = t
	all[pointer] = t
	return t
}

// locator follows the targets through the tokens.
type locator struct{ tokens *tokens }

// read reads the next value and notes where the targets in it stand. A nil
// target is a value nobody asked for.
func (l locator) read(t *target) (err error) {
	start := l.tokens.ahead()
	if t == nil || len(t.members) == 0 {
		err = l.tokens.decoder.SkipValue()
	} else {
		err = l.readMembers(t)
	}
	if t != nil && err == nil {
		t.found = true
		t.value = token{start: start, end: l.tokens.end()}
	}
	return err
}

func (l locator) readMembers(t *target) error {
	opening, err := l.tokens.next()
	if err != nil {
		return err
	}
	switch opening.kind {
	case jsontext.KindBeginObject:
		return l.readObject(t)
	case jsontext.KindBeginArray:
		return l.readArray(t)
	}
	return nil // no container: nothing below it is there
}

func (l locator) readObject(t *target) error {
	for {
		key, err := l.tokens.next()
		if err != nil || key.kind == jsontext.KindEndObject {
			return err
		}
		member := t.members[string(l.tokens.unquote(key))]
		if member != nil {
			member.key = key
		}
		if err := l.read(member); err != nil {
			return err
		}
	}
}

func (l locator) readArray(t *target) error {
	var digits []byte
	for i := 0; l.tokens.decoder.PeekKind() != jsontext.KindEndArray; i++ {
		digits = strconv.AppendInt(digits[:0], int64(i), 10)
		if err := l.read(t.members[string(digits)]); err != nil {
			return err
		}
	}
	_, err := l.tokens.next()
	return err
}

func (x *index) span(t token) Span { return Span{x.at(t.start), x.at(t.end)} }

// At names the innermost value around a byte of the file, its key included.
func (d *Document) At(offset int) report.Pointer {
	tokens := newTokens(d.Bytes)
	for {
		token, err := tokens.next()
		if err != nil {
			return ""
		}
		if token.end > offset {
			return report.Pointer(tokens.decoder.StackPointer())
		}
	}
}
