package document

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       any
	}{
		{"literals", `[null, true, false]`, []any{nil, true, false}},
		{"null alone", `null`, nil},
		{"empty containers", ` {"a": [], "b": {}} `, map[string]any{"a": []any{}, "b": map[string]any{}}},
		{"numbers keep every digit", `9007199254740993`, json.Number("9007199254740993")},
		{"numbers are written plainly", `[1e3, -0, 12.50]`, []any{json.Number("1000"), json.Number("0"), json.Number("12.5")}},
		{"strings are composed", "\"o\u0308ka \\u0061\\u030A\"", "öka å"},
		{"keys are not", "{\"o\u0308\": 1, \"ö\": 2}", map[string]any{"o\u0308": json.Number("1"), "ö": json.Number("2")}},
		{"control characters in escapes", `"\u0000\t\u001b"`, "\x00\t\x1b"},
		{"characters beyond the first plane", `"😀 \ud83d\ude00"`, "😀 😀"},
		{"a byte order mark", "\uFEFF\"\uFEFF\"", "\uFEFF"},
		{"as deep as allowed", strings.Repeat("[", 64) + strings.Repeat("]", 64), nested(64)},
	} {
		t.Run(c.name, func(t *testing.T) {
			document, findings := Read([]byte(c.file), DefaultLimits)
			if document == nil {
				t.Fatalf("refused: %+v", findings)
			}
			if !reflect.DeepEqual(document.Value, c.want) {
				t.Errorf("value is %#v, want %#v", document.Value, c.want)
			}
			if string(document.Bytes) != c.file {
				t.Errorf("bytes are %q", document.Bytes)
			}
		})
	}
}

func nested(depth int) any {
	if depth == 1 {
		return []any{}
	}
	return []any{nested(depth - 1)}
}

func TestDigestIsOfTheBytesAsGiven(t *testing.T) {
	for file, want := range map[string]string{
		"{}":       "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
		"\uFEFF{}": "sha256:aa25e978046d680ef8740d837e6de5bc1e2a2dc6089dbda1012544b538d53f65",
	} {
		document, _ := Read([]byte(file), DefaultLimits)
		if document.Digest != want {
			t.Errorf("digest of %q is %s", file, document.Digest)
		}
	}
}
