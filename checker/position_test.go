package checker_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/plankoll/plankoll/checker/report"
)

// renderings are ways to write the same plan.
var renderings = []struct {
	name   string
	render func(t *testing.T, plan []byte) []byte
}{
	{"as it is", func(t *testing.T, plan []byte) []byte { return plan }},
	{"four spaces", func(t *testing.T, plan []byte) []byte { return indented(t, plan, "    ") }},
	{"tabs", func(t *testing.T, plan []byte) []byte { return indented(t, plan, "\t") }},
	{"one line", func(t *testing.T, plan []byte) []byte {
		var out bytes.Buffer
		if err := json.Compact(&out, plan); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}},
	{"lines of Windows", func(t *testing.T, plan []byte) []byte { return bytes.ReplaceAll(plan, []byte("\n"), []byte("\r\n")) }},
}

func indented(t *testing.T, plan []byte, indent string) []byte {
	var out bytes.Buffer
	if err := json.Indent(&out, plan, "", indent); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Whatever a report speaks of begins where the report says, and how the file is
// laid out changes nothing else.
func TestPositions(t *testing.T) {
	var first *report.Report
	for _, r := range renderings {
		t.Run(r.name, func(t *testing.T) {
			text := r.render(t, sample(t, "real"))
			result := check(t, text)
			found := places(t, text)
			for _, f := range result.Findings {
				stands(t, text, found, f.Rule, f.Place)
			}
			for _, n := range result.NotEvaluated {
				stands(t, text, found, n.Rule, n.Place)
			}
			for _, m := range result.Manual {
				stands(t, text, found, m.Rule, m.Place)
			}
			if len(result.Findings) == 0 || len(result.NotEvaluated) == 0 || len(result.Manual) == 0 {
				t.Error("there is nothing to look at")
			}
			withoutPositions(result)
			if first == nil {
				first = result
			}
			if !reflect.DeepEqual(result, first) {
				t.Error("something else than positions differs")
			}
		})
	}
}

// stands demands that a place is where its value begins; or its key, if the
// value takes several lines; or, if it is missing, the key of what is nearest
// above.
func stands(t *testing.T, text []byte, found map[report.Pointer]placeInText, rule string, p report.Place) {
	t.Helper()
	nearest := p.Pointer
	at, ok := found[nearest]
	for ; !ok; at, ok = found[nearest] {
		nearest = nearest.Parent()
	}
	offset, want := p.Start.Offset, at.value
	lines := bytes.ContainsRune(text[at.value:at.end], '\n')
	if at.key > 0 && (lines || nearest != p.Pointer) {
		want = at.key
	}
	if offset != want {
		t.Errorf("%s %s: offset %d is %.20q, want %.20q of %s", rule, p.Pointer, offset, text[offset:], text[want:], nearest)
	}
	before := text[:offset]
	line := 1 + bytes.Count(before, []byte("\n"))
	column := 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
	if p.Start.Line != line || p.Start.Column != column {
		t.Errorf("%s %s: line %d, column %d, want %d, %d", rule, p.Pointer, p.Start.Line, p.Start.Column, line, column)
	}
	if p.End.Offset <= offset || p.End.Line < line {
		t.Errorf("%s %s: ends at %+v, before it begins", rule, p.Pointer, p.End)
	}
}

// placeInText is where a value begins and ends, and its key if it has one.
type placeInText struct{ key, value, end int }

// places finds every value of a document with nothing but encoding/json.
func places(t *testing.T, text []byte) map[report.Pointer]placeInText {
	decoder := json.NewDecoder(bytes.NewReader(text))
	next := func() (json.Token, int) {
		at := int(decoder.InputOffset())
		for strings.IndexByte(" \t\r\n,:", text[at]) >= 0 {
			at++
		}
		token, err := decoder.Token()
		if err != nil {
			t.Fatal(err)
		}
		return token, at
	}
	found := map[report.Pointer]placeInText{}
	var read func(p report.Pointer, key int)
	read = func(p report.Pointer, key int) {
		token, at := next()
		switch token {
		case json.Delim('{'):
			for decoder.More() {
				name, at := next()
				read(p.Join(name.(string)), at)
			}
			next()
		case json.Delim('['):
			for i := 0; decoder.More(); i++ {
				read(p.Index(i), 0)
			}
			next()
		}
		found[p] = placeInText{key, at, int(decoder.InputOffset())}
	}
	read("", 0)
	return found
}

// withoutPositions takes from a report what depends on how the file is laid out:
// positions, and the order of what stands within one line.
func withoutPositions(r *report.Report) {
	r.Input.Digest = ""
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Place, f.Edits = report.Place{Pointer: f.Place.Pointer}, nil
		for j := range f.Replaces {
			f.Replaces[j].Place = report.Place{Pointer: f.Replaces[j].Place.Pointer}
		}
		for _, e := range f.Explanations {
			for j := range e.Corrections {
				e.Corrections[j].Place = report.Place{Pointer: e.Corrections[j].Place.Pointer}
			}
		}
	}
	for i := range r.NotEvaluated {
		r.NotEvaluated[i].Place = report.Place{Pointer: r.NotEvaluated[i].Place.Pointer}
	}
	for i := range r.Manual {
		r.Manual[i].Place = report.Place{Pointer: r.Manual[i].Place.Pointer}
	}
	r.Sort()
}
