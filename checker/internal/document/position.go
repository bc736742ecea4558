package document

import (
	"unicode/utf8"

	"github.com/plankoll/plankoll/checker/report"
)

// beginning is where every file begins.
var beginning = report.Position{Line: 1, Column: 1, UTF16: 1}

// firstOfFour is the least byte that begins a character of four, which are the
// characters outside the basic plane.
const firstOfFour = 0xF0

// stride is the number of bytes between two marks of an index.
const stride = 1024

// index turns byte offsets into lines and columns. It remembers the position
// at every stride, not at every line: a submission may be one line of
// megabytes or megabytes of empty lines, and both must be cheap.
type index struct {
	data  []byte
	text  int // where the text begins, behind a byte order mark
	marks []report.Position
}

func newIndex(data []byte) *index {
	x := &index{data: data, text: textStart(data)}
	position := beginning
	for {
		x.marks = append(x.marks, position)
		if len(data)-position.Offset < stride {
			return x
		}
		position = x.walk(position, position.Offset+stride)
	}
}

// at returns the position of a byte, or of the end of the data.
func (x *index) at(offset int) report.Position {
	return x.walk(x.marks[offset/stride], offset)
}

// walk moves a position forward to an offset.
func (x *index) walk(p report.Position, offset int) report.Position {
	for ; p.Offset < offset; p.Offset++ {
		switch c := x.data[p.Offset]; {
		case c == '\n', c == '\r' && !x.lineFeed(p.Offset+1):
			p.Line++
			p.Column, p.UTF16 = beginning.Column, beginning.UTF16
		case p.Offset >= x.text && utf8.RuneStart(c):
			p.Column++
			p.UTF16++
			if c >= firstOfFour {
				p.UTF16++ // a surrogate pair
			}
		}
	}
	return p
}

func (x *index) lineFeed(offset int) bool {
	return offset < len(x.data) && x.data[offset] == '\n'
}
