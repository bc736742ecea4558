package report

import (
	"strconv"
	"strings"
)

// Pointer is a JSON pointer (RFC 6901). The empty pointer is the whole
// document.
type Pointer string

// Join returns the pointer to a member of what p points at.
func (p Pointer) Join(segments ...string) Pointer {
	var b strings.Builder
	b.WriteString(string(p))
	for _, segment := range segments {
		b.WriteByte('/')
		b.WriteString(escaper.Replace(segment))
	}
	return Pointer(b.String())
}

// Index returns the pointer to the element at index i, counted from 0.
func (p Pointer) Index(i int) Pointer { return p.Join(strconv.Itoa(i)) }

// Segments returns the unescaped keys and indices from the root.
func (p Pointer) Segments() []string {
	if p == "" {
		return nil
	}
	segments := strings.Split(string(p[1:]), "/")
	for i, segment := range segments {
		segments[i] = unescaper.Replace(segment)
	}
	return segments
}

// Parent returns the pointer to what holds p; the root is its own parent.
func (p Pointer) Parent() Pointer {
	if i := strings.LastIndexByte(string(p), '/'); i >= 0 {
		return p[:i]
	}
	return ""
}

// Contains tells whether other is p itself or lies inside it.
func (p Pointer) Contains(other Pointer) bool {
	return strings.HasPrefix(string(other), string(p)) &&
		(len(other) == len(p) || other[len(p)] == '/')
}

// In returns the value that p names in a decoded document.
func (p Pointer) In(document any) (value any, found bool) {
	value, found = document, true
	for _, segment := range p.Segments() {
		if value, found = Member(value, segment); !found {
			return nil, false
		}
	}
	return value, found
}

// Member returns what stands in a decoded object or list under a key or index.
func Member(value any, segment string) (any, bool) {
	switch value := value.(type) {
	case map[string]any:
		member, ok := value[segment]
		return member, ok
	case []any:
		if i, err := strconv.Atoi(segment); err == nil && i >= 0 && i < len(value) {
			return value[i], true
		}
	}
	return nil, false
}

var (
	escaper   = strings.NewReplacer("~", "~0", "/", "~1")
	unescaper = strings.NewReplacer("~1", "/", "~0", "~")
)
