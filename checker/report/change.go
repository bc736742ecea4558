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
