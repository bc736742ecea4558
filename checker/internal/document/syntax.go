package document

import (
	"bytes"
	"maps"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/plankoll/plankoll/checker/report"
)

// fault is what is wrong where the text stops being JSON, in the terms of the
// rule texts.
type fault struct {
	rule, variant string
	start, end    int
	values        values
}

// diagnose finds out what a person did wrong, from where in the grammar the
// reading is and what stands there. The decoder gave up at the offset at, or at
// the blanks and the delimiter in front of it.
func (r *reader) diagnose(at int) fault {
	delimiter, key := r.expected()
	next := skipBlanks(r.data, r.tokens.end())
	start := next
	switch c := r.data[next]; {
	case delimiter == 0:
	case c == delimiter:
		start = skipBlanks(r.data, next+1)
	case r.comment(next):
		return r.found("comment", next)
	case r.previous.kind == jsontext.KindNumber && r.continuesNumber(next):
		return r.badNumber(r.previous.start, next)
	case delimiter == ':':
		return r.found("missing-colon", next)
	case c == '}' || c == ']':
		return r.badBracket(next)
	default:
		return r.found("missing-comma", next)
	}

	switch c := r.data[start]; {
	case c == '"':
		return r.badString(start, at)
	case r.comment(start):
		return r.found("comment", start)
	case r.quotationMark(start):
		return r.found("quotation-mark", start)
	case delimiter == ',' && (c == '}' || c == ']'):
		f := r.found("trailing-comma", start)
		f.start, f.end = next, next+1
		return f
	case len(r.open) > 0 && delimiter == 0 && (c == '}' || c == ']'):
		return r.badBracket(start)
	case key && r.previous.kind == jsontext.KindNumber && start == r.previous.end+1 && isDigit(c):
		return r.badNumber(r.previous.start, start) // a decimal comma
	case key:
		return r.found("key", start)
	case isDigit(c), strings.IndexByte("-+.", c) >= 0 && start+1 < len(r.data) && isDigit(r.data[start+1]):
		return r.badNumber(start, start)
	default:
		return r.found("value", start)
	}
}

// about names what a fault speaks of. The decoder's pointer names what it was
// going to read.
func (r *reader) about(f fault, decoder jsontext.Pointer) report.Pointer {
	switch {
	case f.variant == "bracket":
		return r.container()
	case f.start == r.previous.start && f.variant == "number":
		return r.pointer()
	default:
		return report.Pointer(decoder)
	}
}

// expected tells which delimiter must come next, 0 for none, and whether a key
// must follow it.
func (r *reader) expected() (delimiter byte, key bool) {
	kind, length := r.tokens.decoder.StackIndex(len(r.open))
	object := kind == jsontext.KindBeginObject
	switch {
	case len(r.open) == 0:
		return 0, false
	case object && length%2 == 1:
		return ':', false
	case length > 0:
		return ',', object
	default:
		return 0, object
	}
}

// continuesNumber tells whether the character at the offset looks like part of
// the number in front of it, as in 12kr, 007 and 1 000.
func (r *reader) continuesNumber(at int) bool {
	switch at - r.previous.end {
	case 0:
		return strings.IndexByte(`{}[]:"`, r.data[at]) < 0
	case 1:
		thousands := r.data[at:r.stretch(at)]
		return r.data[at-1] == ' ' && len(thousands) == 3 && isDigit(thousands[0])
	default:
		return false
	}
}

// badNumber is the fault of something from start on that is meant as a number,
// though what stands at the offset at cannot be part of one.
func (r *reader) badNumber(start, at int) fault {
	end := r.stretch(at)
	shown := []rune(string(r.data[start:min(end, start+4*maxNumber)]))
	for i, c := range shown {
		if !unicode.IsGraphic(c) {
			shown[i] = unicode.ReplacementChar
		}
	}
	found := string(shown[:min(len(shown), maxNumber)])
	return fault{ruleSyntax, "number", start, end, values{"found": found}}
}

// stretch returns the end of what stands at the offset at, up to a blank or a
// character that JSON uses to part values.
func (r *reader) stretch(at int) int {
	if length := bytes.IndexAny(r.data[at:], " \t\r\n,:{}[]\""); length >= 0 {
		return at + length
	}
	return len(r.data)
}

// badBracket is the fault of a closing bracket that does not fit the open one.
func (r *reader) badBracket(at int) fault {
	f := r.found("bracket", at)
	maps.Copy(f.values, r.opened())
	return f
}

// badString is the fault at the offset at in the string that begins at start.
func (r *reader) badString(start, at int) fault {
	switch c := r.data[at]; {
	case c == '\n' || c == '\r':
		return fault{ruleSyntax, "line-break", start, at, nil}
	case c != '\\':
		return r.found("control-character", at)
	}
	if escape, ok := surrogate(r.data[at:]); ok {
		return fault{ruleEncoding, "surrogate", at, at + len(escape), values{"found": escape}}
	}
	length := 1
	if r.data[at+1] == 'u' {
		length = len("u0000")
	}
	shown, size := glimpse(r.data[at+1:], length)
	return fault{ruleSyntax, "escape", at, at + 1 + size, values{"found": `\` + shown}}
}

// surrogate returns the \u escape a text begins with if it is half of a
// character.
func surrogate(text []byte) (escape string, ok bool) {
	const length = len(`\uD800`)
	if len(text) < length || text[1] != 'u' {
		return "", false
	}
	unit, err := strconv.ParseUint(string(text[2:length]), 16, 16)
	return string(text[:length]), err == nil && utf16.IsSurrogate(rune(unit))
}

// found is the fault of what stands at an offset.
func (r *reader) found(variant string, at int) fault {
	shown, size := glimpse(r.data[at:], wordShown)
	return fault{ruleSyntax, variant, at, at + size, values{"found": shown}}
}

func (r *reader) comment(at int) bool {
	text := r.data[at:]
	return text[0] == '#' || bytes.HasPrefix(text, []byte("//")) || bytes.HasPrefix(text, []byte("/*"))
}

// quotationMark tells of the marks that word processors and other languages
// use where JSON has only ".
func (r *reader) quotationMark(at int) bool {
	c, _ := utf8.DecodeRune(r.data[at:])
	return strings.ContainsRune("'`´‘’‚“”„«»", c)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
