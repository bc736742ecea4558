package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/plankoll/plankoll/checker/report"
)

// values are what a finding's texts are filled in with.
type values = map[string]any

// remark notes something that does not keep the file from being read.
func (r *reader) remark(rule string, start, end int) {
	r.add(report.Finding{Rule: rule, Place: r.place("", start, end)})
}

// refuse notes a fault in the file.
func (r *reader) refuse(rule, variant string, pointer report.Pointer, start, end int, v values) {
	r.refused = true
	r.add(report.Finding{Rule: rule, Variant: variant, Place: r.place(pointer, start, end), Values: v})
}

// refuseFile notes a fault of the file as a whole. It stands at the beginning,
// for such a file may have no lines to count.
func (r *reader) refuseFile(rule, variant string, v values) {
	r.refused = true
	r.add(report.Finding{Rule: rule, Variant: variant, Place: report.Place{Start: beginning, End: beginning}, Values: v})
}

// refuseByte notes a byte that is not UTF-8.
func (r *reader) refuseByte(at int) {
	variant, v := "", values{"byte": hexadecimal(r.data[at])}
	if letter, ok := swedishLetter(r.data[at]); ok {
		variant = "windows-1252"
		v["letter"] = letter
	}
	r.refuse(ruleEncoding, variant, "", at, at+1, v)
}

// refuseToken notes where the text stops being JSON.
func (r *reader) refuseToken(err error) {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		r.truncated()
		return
	}
	syntactic, _ := errors.AsType[*jsontext.SyntacticError](err)
	f := r.diagnose(r.tokens.text + int(syntactic.ByteOffset))
	r.refuse(f.rule, f.variant, r.about(f, syntactic.JSONPointer), f.start, f.end, f.values)
}

// truncated notes that the file ends too early: behind the last character that
// is there, and what was left open.
func (r *reader) truncated() {
	end := len(bytes.TrimRight(r.data, " \t\r\n"))
	if len(r.open) == 0 {
		r.refuse(ruleTruncated, "value", "", end, len(r.data), nil)
		return
	}
	r.refuse(ruleTruncated, "", r.container(), end, len(r.data), r.opened())
}

// duplicate notes that a key stands twice in an object. Both have the same
// pointer, so the values tell where the first one is.
func (r *reader) duplicate(key string, first, second token) {
	if !r.again(second) {
		return
	}
	earlier := r.place("", first.start, first.end).Start
	r.refuse(ruleDuplicateKey, "", r.pointer(), second.start, second.end,
		values{"key": key, "firstLine": earlier.Line, "firstColumn": earlier.Column})
}

// outOfRange notes a number that cannot be kept.
func (r *reader) outOfRange(variant string, t token) {
	if !r.again(t) {
		return
	}
	length := t.end - t.start
	shown := string(r.data[t.start : t.start+min(length, maxNumber)])
	if length > maxNumber {
		shown += "…"
	}
	v := values{"number": shown, "limit": maxNumber}
	switch variant {
	case "too-great":
		v["limit"] = json.Number("1" + strings.Repeat("0", maxExponent))
	case "too-long":
		v["length"] = length
	}
	r.refuse(ruleNumber, variant, r.pointer(), t.start, t.end, v)
}

// again counts a fault that does not stop the reading and stands at the token
// just read. Millions of them fit in a file, so it is false once the fault is
// only to be counted.
func (r *reader) again(t token) bool {
	r.refused = true
	r.repeated++
	if r.repeated == maxRepeated+1 {
		r.left = r.place(r.pointer(), t.start, t.end)
	}
	return r.repeated <= maxRepeated
}

// countLeft notes how many faults were not told.
func (r *reader) countLeft() {
	if r.repeated > maxRepeated {
		r.add(report.Finding{
			Rule:   ruleMoreFaults,
			Place:  r.left,
			Values: values{"shown": maxRepeated, "left": r.repeated - maxRepeated},
		})
	}
}

func (r *reader) add(f report.Finding) {
	f.Stage = report.Reader
	r.findings = append(r.findings, f)
}

func (r *reader) place(pointer report.Pointer, start, end int) report.Place {
	if r.index == nil {
		r.index = newIndex(r.data)
	}
	return report.Place{Pointer: pointer, Start: r.index.at(start), End: r.index.at(end)}
}

// opened tells of the innermost bracket that is open.
func (r *reader) opened() values {
	bracket := r.open[len(r.open)-1]
	wanted := "}"
	if bracket.kind == jsontext.KindBeginArray {
		wanted = "]"
	}
	position := r.place("", bracket.start, bracket.end).Start
	return values{
		"opened":       bracket.kind.String(),
		"openedLine":   position.Line,
		"openedColumn": position.Column,
		"wanted":       wanted,
	}
}

// container names the object or array the reading is in.
func (r *reader) container() report.Pointer {
	pointer := r.pointer()
	if _, length := r.tokens.decoder.StackIndex(len(r.open)); length > 0 {
		pointer = pointer.Parent()
	}
	return pointer
}
