package document

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/unicode/norm"

	"github.com/plankoll/plankoll/checker/report"
)

// reader builds the value of a document from its tokens and notes every fault
// on the way.
type reader struct {
	data   []byte
	limits Limits
	tokens *tokens

	previous token             // last read
	open     []token           // brackets not yet closed, outermost first
	keys     map[string]string // the same keys come again and again: one copy of each

	findings []report.Finding
	refused  bool
	index    *index // made for the first finding
	repeated int    // faults noted with again
	left     report.Place
}

func newReader(data []byte, limits Limits) *reader {
	limits.MaxDepth = min(limits.MaxDepth, deepest)
	return &reader{data: data, limits: limits, keys: map[string]string{}}
}

// document returns the value of the whole file, which is of no use if the file
// was refused.
func (r *reader) document() any {
	if !r.isText() {
		return nil
	}
	r.tokens = newTokens(r.data)
	value, ok := r.next()
	if ok {
		r.end()
	}
	r.countLeft()
	return value
}

// isText makes the checks that need no tokens.
func (r *reader) isText() bool {
	if len(r.data) > r.limits.MaxBytes {
		r.refuseFile(ruleTooLarge, "", values{"size": len(r.data), "limit": r.limits.MaxBytes})
		return false
	}
	if name := wideEncoding(r.data); name != "" {
		r.refuseFile(ruleEncoding, "wide", values{"encoding": name})
		return false
	}
	text := textStart(r.data)
	if text > 0 {
		r.remark(ruleByteOrderMark, 0, text)
	}
	if skipBlanks(r.data, text) == len(r.data) {
		r.refuseFile(ruleEmpty, "", nil)
		return false
	}
	if at := invalidUTF8(r.data); at >= 0 {
		r.refuseByte(at)
		return false
	}
	return true
}

// next reads a token and the value that begins with it.
func (r *reader) next() (value any, ok bool) {
	t, ok := r.token()
	if !ok {
		return nil, false
	}
	return r.value(t)
}

// token is false where the document cannot be read further.
func (r *reader) token() (t token, ok bool) {
	t, err := r.tokens.next()
	if err != nil {
		r.refuseToken(err)
		return t, false
	}
	r.previous = t
	return t, true
}

func (r *reader) value(t token) (value any, ok bool) {
	switch t.kind {
	case jsontext.KindNull:
		return nil, true
	case jsontext.KindFalse:
		return false, true
	case jsontext.KindTrue:
		return true, true
	case jsontext.KindString:
		return norm.NFC.String(string(r.tokens.unquote(t))), true
	case jsontext.KindNumber:
		return r.number(t), true
	}
	if len(r.open) >= r.limits.MaxDepth {
		r.refuse(ruleTooDeep, "", r.pointer(), t.start, t.end, values{"limit": r.limits.MaxDepth})
		return nil, false
	}
	r.open = append(r.open, t)
	if t.kind == jsontext.KindBeginObject {
		value, ok = r.object()
	} else {
		value, ok = r.array()
	}
	if ok {
		r.open = r.open[:len(r.open)-1]
	}
	return value, ok
}

func (r *reader) number(t token) json.Number {
	number, variant := plain(string(r.data[t.start:t.end]))
	if variant != "" {
		r.outOfRange(variant, t)
	}
	return number
}

func (r *reader) object() (any, bool) {
	members := map[string]any{}
	first := map[string]token{} // where each key stands
	for {
		t, ok := r.token()
		if !ok {
			return nil, false
		}
		if t.kind == jsontext.KindEndObject {
			return members, true
		}
		key, ok := r.key(t)
		if !ok {
			return nil, false
		}
		if earlier, ok := first[key]; ok {
			r.duplicate(key, earlier, t)
		} else {
			first[key] = t
		}
		value, ok := r.next()
		if !ok {
			return nil, false
		}
		members[key] = value
	}
}

func (r *reader) key(t token) (key string, ok bool) {
	text := r.tokens.unquote(t)
	if len(text) > maxKey {
		shown := strings.ToValidUTF8(string(text[:40]), "") + "…"
		r.refuse(ruleKeyTooLong, "", r.pointer().Parent(), t.start, t.end,
			values{"key": shown, "length": len(text), "limit": maxKey})
		return "", false
	}
	key, known := r.keys[string(text)]
	if !known {
		key = string(text)
		r.keys[key] = key
	}
	return key, true
}

func (r *reader) array() (any, bool) {
	elements := []any{}
	for {
		t, ok := r.token()
		if !ok {
			return nil, false
		}
		if t.kind == jsontext.KindEndArray {
			return elements, true
		}
		value, ok := r.value(t)
		if !ok {
			return nil, false
		}
		elements = append(elements, value)
	}
}

// end makes sure that nothing stands behind the document.
func (r *reader) end() {
	if _, err := r.tokens.next(); err == io.EOF {
		return
	}
	start := skipBlanks(r.data, r.previous.end)
	found, size := glimpse(r.data[start:], wordShown)
	r.refuse(ruleTrailingData, "", "", start, start+size, values{"found": found})
}

// pointer names what was last read: a value, or the member whose key it is.
func (r *reader) pointer() report.Pointer {
	return report.Pointer(r.tokens.decoder.StackPointer())
}
