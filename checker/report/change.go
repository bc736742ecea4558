package report

// Change is one step of a fix: an operation of JSON Patch (RFC 6902) on the
// submission.
type Change struct {
	Op    Op
	Path  Pointer
	Value any // what to put there; nil for a removal
}

// Op is what a change does to a place.
type Op string

const (
	Add     Op = "add"
	Replace Op = "replace"
	Remove  Op = "remove"
)

// Edit puts a text in the place of a part of the file. Where there is nothing to
// replace, both positions are the same.
type Edit struct {
	Start, End Position // End is behind the last character
	Text       string
}
