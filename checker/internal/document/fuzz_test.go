package document

import (
	"bytes"
	"encoding/json"
	"math/big"
	"reflect"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/unicode/norm"

	"github.com/plankoll/plankoll/checker/report"
)

func addFiles(f *testing.F) {
	for _, c := range faults {
		f.Add([]byte(c.file))
	}
	for _, file := range []string{plan, `[1e30, -0.0, 1e-38, 12.50, 1E+3]`, "\uFEFF[\"o\u0308\"]", `{"a": {"a": [{"a": 1}, {"a": 1}]}}`} {
		f.Add([]byte(file))
	}
}

// FuzzRead compares what is read with what encoding/json reads, and duplicate
// keys with what jsontext says of them.
func FuzzRead(f *testing.F) {
	addFiles(f)
	rules := readRules(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		given := bytes.Clone(data)
		document, findings := Read(data, DefaultLimits)
		if !bytes.Equal(data, given) {
			t.Fatal("the bytes were changed")
		}
		for _, finding := range findings {
			checkTexts(t, rules, finding)
			checkPlace(t, data, finding.Place)
		}
		text := bytes.TrimPrefix(data, []byte(byteOrderMark))
		strict := jsontext.Value(text).IsValid() // UTF-8, no key twice, nothing behind
		if document == nil {
			refusal := false
			for _, finding := range findings {
				refusal = refusal || finding.Rule != ruleByteOrderMark
				if strict && !isLimit(finding.Rule) {
					t.Fatalf("clear JSON was refused: %+v", finding)
				}
			}
			if !refusal {
				t.Fatal("refused without a finding")
			}
			return
		}
		if !strict {
			t.Fatal("accepted what is not clear JSON")
		}
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.UseNumber()
		var want any
		if err := decoder.Decode(&want); err != nil {
			t.Fatalf("encoding/json refuses it: %v", err)
		}
		if !same(t, document.Value, want) {
			t.Fatalf("read %#v, encoding/json %#v", document.Value, want)
		}
	})
}

// FuzzLocate locates everything in whatever can be read.
func FuzzLocate(f *testing.F) {
	addFiles(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if document, _ := Read(data, DefaultLimits); document != nil && len(data) < 10_000 {
			checkLocations(t, document)
		}
	})
}

// isLimit tells of the rules that refuse JSON as such.
func isLimit(rule string) bool {
	switch rule {
	case ruleNumber, ruleTooDeep, ruleTooLarge, ruleKeyTooLong, ruleMoreFaults, ruleByteOrderMark:
		return true
	}
	return false
}

func checkPlace(t *testing.T, data []byte, place report.Place) {
	if !jsontext.Pointer(place.Pointer).IsValid() {
		t.Fatalf("pointer %q", place.Pointer)
	}
	if place.Start.Offset < 0 || place.Start.Offset > place.End.Offset || place.End.Offset > len(data) {
		t.Fatalf("place %+v", place)
	}
}

// same compares values, numbers by what they are worth and strings composed.
func same(t *testing.T, got, want any) bool {
	switch want := want.(type) {
	case string:
		return got == norm.NFC.String(want)
	case json.Number:
		got, ok := got.(json.Number)
		again, variant := plain(string(got))
		if !ok || again != got || variant != "" {
			t.Fatalf("%s is not plain", got)
		}
		a, _ := new(big.Rat).SetString(string(got))
		if string(got) == "0" { // the other may have an exponent big.Rat cannot hold
			mantissa, _, _ := bytes.Cut(bytes.ToLower([]byte(want)), []byte("e"))
			want = json.Number(mantissa)
		}
		b, _ := new(big.Rat).SetString(string(want))
		return a.Cmp(b) == 0
	case []any:
		got, ok := got.([]any)
		if !ok || len(got) != len(want) {
			return false
		}
		for i := range want {
			if !same(t, got[i], want[i]) {
				return false
			}
		}
		return true
	case map[string]any:
		got, ok := got.(map[string]any)
		if !ok || len(got) != len(want) {
			return false
		}
		for key := range want {
			value, ok := got[key]
			if !ok || !same(t, value, want[key]) {
				return false
			}
		}
		return true
	default:
		return reflect.DeepEqual(got, want)
	}
}
