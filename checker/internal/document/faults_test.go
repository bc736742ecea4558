package document

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/report"
)

// faults are files that cannot be read, or that call for a remark, and what is
// found in them: rule, variant, pointer, line:column of start and end, values.
// Together they use every message there is.
var faults = []struct {
	name, file string
	limits     Limits
	want       []string
}{
	// Keys.
	{name: "a key twice",
		file: "{\"a\": 1,\n \"å\": 2, \"å\": 3}",
		want: []string{`reader/duplicate-key /å 2:10-2:13 firstColumn=2 firstLine=2 key=å`}},
	{name: "keys that differ only in how they are written",
		file: `{"a": 1, "\u0061": 2}`,
		want: []string{`reader/duplicate-key /a 1:10-1:18 firstColumn=2 firstLine=1 key=a`}},
	{name: "every key that is there again, with the first",
		file: `{"a": {"x/y": 1, "x/y": 2}, "b": [{"c": 1}, {"c": 1, "c": 2, "c": 3}], "a": 0}`,
		want: []string{
			`reader/duplicate-key /a/x~1y 1:18-1:23 firstColumn=8 firstLine=1 key=x/y`,
			`reader/duplicate-key /b/1/c 1:54-1:57 firstColumn=46 firstLine=1 key=c`,
			`reader/duplicate-key /b/1/c 1:62-1:65 firstColumn=46 firstLine=1 key=c`,
			`reader/duplicate-key /a 1:72-1:75 firstColumn=2 firstLine=1 key=a`,
		}},
	{name: "the rest of the file is read for more",
		file: "{\"a\": 1, \"a\": 1e99,\n\"b\" 2}",
		want: []string{
			`reader/duplicate-key /a 1:10-1:13 firstColumn=2 firstLine=1 key=a`,
			`reader/number-out-of-range too-great /a 1:15-1:19 limit=1000000000000000000000000000000 number=1e99`,
			`reader/syntax missing-colon /b 2:5-2:6 found=2`,
		}},
	{name: "a key that is a text",
		file: `{"a": {"` + strings.Repeat("å", 501) + `": 1}}`,
		want: []string{`reader/key-too-long /a 1:8-1:511 key=åååååååååååååååååååå… length=1002 limit=1000`}},

	// Encoding.
	{name: "byte order mark",
		file: "\uFEFF{}",
		want: []string{`reader/byte-order-mark 1:1-1:1`}},
	{name: "columns are counted behind a byte order mark",
		file: "\uFEFF{]",
		want: []string{
			`reader/byte-order-mark 1:1-1:1`,
			`reader/syntax bracket 1:2-1:3 found=] opened={ openedColumn=1 openedLine=1 wanted=}`,
		}},
	{name: "Windows-1252",
		file: "{\"namn\":\n \"F\xF6rskola\"}",
		want: []string{`reader/encoding windows-1252 2:4-2:5 byte=0xF6 letter=ö`}},
	{name: "not UTF-8 in a key",
		file: "{\"å\xFF\": 1}",
		want: []string{`reader/encoding 1:4-1:5 byte=0xFF`}},
	{name: "not UTF-8 between the values",
		file: "[1 \xE5, 2]",
		want: []string{`reader/encoding windows-1252 1:4-1:5 byte=0xE5 letter=å`}},
	{name: "overlong and surrogate bytes",
		file: "[\"\xC0\x80\xED\xA0\x80\"]",
		want: []string{`reader/encoding 1:3-1:4 byte=0xC0`}},
	{name: "half a character as an escape",
		file: `{"a": ["x\ud83d y"]}`,
		want: []string{`reader/encoding surrogate /a/0 1:10-1:16 found=\ud83d`}},
	{name: "halves in the wrong order",
		file: `["\uDE00\uD83D"]`,
		want: []string{`reader/encoding surrogate /0 1:3-1:9 found=\uDE00`}},
	{name: "UTF-16 with a byte order mark",
		file: "\xFF\xFE{\x00}\x00",
		want: []string{`reader/encoding wide 1:1-1:1 encoding=UTF-16 LE`}},
	{name: "UTF-16, the other way round",
		file: "\xFE\xFF\x00{\x00}",
		want: []string{`reader/encoding wide 1:1-1:1 encoding=UTF-16 BE`}},
	{name: "UTF-16 without a byte order mark",
		file: "{\x00\"\x00\xE5\x00\"\x00",
		want: []string{`reader/encoding wide 1:1-1:1 encoding=UTF-16 LE`}},
	{name: "UTF-16 without a byte order mark, the other way round",
		file: "\x00[\x00]",
		want: []string{`reader/encoding wide 1:1-1:1 encoding=UTF-16 BE`}},
	{name: "UTF-32",
		file: "\xFF\xFE\x00\x00[\x00\x00\x00",
		want: []string{`reader/encoding wide 1:1-1:1 encoding=UTF-32 LE`}},
	{name: "UTF-32 without a byte order mark",
		file: "\x00\x00\x00[\x00\x00\x00]",
		want: []string{`reader/encoding wide 1:1-1:1 encoding=UTF-32 BE`}},

	// The whole file.
	{name: "nothing",
		file: "",
		want: []string{`reader/empty 1:1-1:1`}},
	{name: "nothing but blanks",
		file: "\uFEFF \r\n\t",
		want: []string{`reader/byte-order-mark 1:1-1:1`, `reader/empty 1:1-1:1`}},
	{name: "too large",
		file: `"123456789"`, limits: Limits{MaxBytes: 10, MaxDepth: 1},
		want: []string{`reader/too-large 1:1-1:1 limit=10 size=11`}},
	{name: "too deep",
		file: "[\n [[]],\n {\"a\": [[1]]}]", limits: Limits{MaxBytes: 100, MaxDepth: 3},
		want: []string{`reader/too-deep /1/a/0 3:9-3:10 limit=3`}},
	{name: "deeper than any limit",
		file: strings.Repeat("[", 20_000), limits: Limits{MaxBytes: 20_000, MaxDepth: 20_000},
		want: []string{`reader/too-deep ` + strings.Repeat("/0", 9_999) + ` 1:10000-1:10001 limit=9999`}},
	{name: "two documents",
		file: "{}\n{}\n",
		want: []string{`reader/trailing-data 2:1-2:2 found={`}},
	{name: "a bracket too many",
		file: `{"a": [1]}]`,
		want: []string{`reader/trailing-data 1:11-1:12 found=]`}},
	{name: "the end-of-file mark of DOS",
		file: "{}\x1A",
		want: []string{`reader/trailing-data 1:3-1:4 found=U+001A`}},
	{name: "zero bytes behind the document",
		file: "{}\x00\x00",
		want: []string{`reader/trailing-data 1:3-1:4 found=U+0000`}},
	{name: "cut off in an object",
		file: "[\n {\"a\": 1,\n\n",
		want: []string{`reader/truncated /0 2:10-4:1 opened={ openedColumn=2 openedLine=2 wanted=}`}},
	{name: "cut off in a string",
		file: `{"a": ["Förs`,
		want: []string{`reader/truncated /a 1:13-1:13 opened=[ openedColumn=7 openedLine=1 wanted=]`}},
	{name: "cut off in a letter",
		file: "[\"F\xC3",
		want: []string{`reader/truncated 1:5-1:5 opened=[ openedColumn=1 openedLine=1 wanted=]`}},
	{name: "cut off in a value",
		file: `fals`,
		want: []string{`reader/truncated value 1:5-1:5`}},

	// Numbers.
	{name: "a number whose exponent is hostile",
		file: `{"belopp": 1e999999999}`,
		want: []string{`reader/number-out-of-range too-great /belopp 1:12-1:23 limit=1000000000000000000000000000000 number=1e999999999`}},
	{name: "a number of many digits",
		file: `[` + strings.Repeat("9", 41) + `]`,
		want: []string{`reader/number-out-of-range too-long /0 1:2-1:43 length=41 limit=40 number=` + strings.Repeat("9", 40) + `…`}},
	{name: "a number finer than can be written out",
		file: `[0, -1e-99]`,
		want: []string{`reader/number-out-of-range too-fine /1 1:5-1:11 limit=40 number=-1e-99`}},

	// Syntax.
	{name: "a word", file: `{"a": True}`,
		want: []string{`reader/syntax value /a 1:7-1:11 found=True`}},
	{name: "a misspelt literal", file: `[nul]`,
		want: []string{`reader/syntax value /0 1:2-1:5 found=nul`}},
	{name: "no value", file: `{"a": }`,
		want: []string{`reader/syntax value /a 1:7-1:8 found=}`}},
	{name: "not JSON at all", file: "namn;plats\n",
		want: []string{`reader/syntax value 1:1-1:5 found=namn`}},
	{name: "a closing bracket first", file: `]`,
		want: []string{`reader/syntax value 1:1-1:2 found=]`}},
	{name: "a zero byte", file: "[1,\x00]",
		want: []string{`reader/syntax value /1 1:4-1:5 found=U+0000`}},
	{name: "a space that is none", file: "[\u00A01]",
		want: []string{`reader/syntax value /0 1:2-1:3 found=U+00A0`}},
	{name: "a key without quotation marks", file: `{namn: 1}`,
		want: []string{`reader/syntax key 1:2-1:6 found=namn`}},
	{name: "a number for a key", file: `{1: 1}`,
		want: []string{`reader/syntax key 1:2-1:3 found=1`}},
	{name: "a comma first", file: `{,}`,
		want: []string{`reader/syntax key 1:2-1:3 found=,`}},
	{name: "no colon", file: `{"a"}`,
		want: []string{`reader/syntax missing-colon /a 1:5-1:6 found=}`}},
	{name: "a comma for a colon", file: `{"a", 1}`,
		want: []string{`reader/syntax missing-colon /a 1:5-1:6 found=,`}},
	{name: "no comma between members", file: "{\"å\": \"å\"\r\n\t\"b\": 2}",
		want: []string{`reader/syntax missing-comma 2:2-2:3 found="`}},
	{name: "no comma between elements", file: "[1 2]",
		want: []string{`reader/syntax missing-comma 1:4-1:5 found=2`}},
	{name: "quotation marks in a text", file: `["han sa "hej" till"]`,
		want: []string{`reader/syntax missing-comma 1:11-1:14 found=hej`}},
	{name: "a comma before the end of an object", file: "{\"a\": 1,\n}",
		want: []string{`reader/syntax trailing-comma 1:8-1:9 found=}`}},
	{name: "a comma before the end of an array", file: `{"a": [1, ]}`,
		want: []string{`reader/syntax trailing-comma /a 1:9-1:10 found=]`}},
	{name: "the wrong bracket", file: "{\"a\": [\n1}",
		want: []string{`reader/syntax bracket /a 2:2-2:3 found=} opened=[ openedColumn=7 openedLine=1 wanted=]`}},
	{name: "the wrong bracket at once", file: `[}`,
		want: []string{`reader/syntax bracket 1:2-1:3 found=} opened=[ openedColumn=1 openedLine=1 wanted=]`}},
	{name: "a decimal comma", file: `{"a": 12,5}`,
		want: []string{`reader/syntax number /a 1:7-1:11 found=12,5`}},
	{name: "thousands", file: `{"a": 1 250 kr}`,
		want: []string{`reader/syntax number /a 1:7-1:12 found=1 250`}},
	{name: "a unit", file: `[12kr]`,
		want: []string{`reader/syntax number /0 1:2-1:6 found=12kr`}},
	{name: "a leading zero", file: `[007]`,
		want: []string{`reader/syntax number /0 1:2-1:5 found=007`}},
	{name: "a plus sign", file: `[+5]`,
		want: []string{`reader/syntax number /0 1:2-1:4 found=+5`}},
	{name: "no digit in front of the point", file: `[.5]`,
		want: []string{`reader/syntax number /0 1:2-1:4 found=.5`}},
	{name: "no digit behind the point", file: `[5.]`,
		want: []string{`reader/syntax number /0 1:2-1:4 found=5.`}},
	{name: "a Windows path", file: `["C:\Temp"]`,
		want: []string{`reader/syntax escape /0 1:5-1:7 found=\T`}},
	{name: "letters that are no hexadecimal digits", file: `["\u00å"]`,
		want: []string{`reader/syntax escape /0 1:3-1:8 found=\u00å`}},
	{name: "a line break in a text", file: "{\"a\": \"en rad\r\nen till\"}",
		want: []string{`reader/syntax line-break /a 1:7-1:14`}},
	{name: "a tab in a key", file: "{\"a\tb\": 1}",
		want: []string{`reader/syntax control-character 1:4-1:5 found=U+0009`}},
	{name: "a comment", file: "{\n// namn\n\"a\": 1}",
		want: []string{`reader/syntax comment 2:1-2:2 found=/`}},
	{name: "a comment behind a value", file: `{"a": 1 # kronor`,
		want: []string{`reader/syntax comment 1:9-1:10 found=#`}},
	{name: "the quotation marks of a word processor", file: `{”a”: 1}`,
		want: []string{`reader/syntax quotation-mark 1:2-1:3 found=”`}},
	{name: "the quotation marks of Python", file: `['a']`,
		want: []string{`reader/syntax quotation-mark /0 1:2-1:3 found='`}},
}

func TestFaults(t *testing.T) {
	for _, c := range faults {
		t.Run(c.name, func(t *testing.T) {
			if c.limits == (Limits{}) {
				c.limits = DefaultLimits
			}
			document, findings := Read([]byte(c.file), c.limits)
			var got []string
			for _, f := range findings {
				got = append(got, line(f))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("found\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(c.want, "\n\t"))
			}
			if readable := slices.Equal(c.want, []string{"reader/byte-order-mark 1:1-1:1"}); readable != (document != nil) {
				t.Errorf("document is %v", document)
			}
		})
	}
}

// line writes a finding as the tables have it.
func line(f report.Finding) string {
	parts := []string{f.Rule}
	if f.Variant != "" {
		parts = append(parts, f.Variant)
	}
	if f.Place.Pointer != "" {
		parts = append(parts, string(f.Place.Pointer))
	}
	start, end := f.Place.Start, f.Place.End
	parts = append(parts, fmt.Sprintf("%d:%d-%d:%d", start.Line, start.Column, end.Line, end.Column))
	for _, name := range slices.Sorted(maps.Keys(f.Values)) {
		parts = append(parts, fmt.Sprintf("%s=%v", name, f.Values[name]))
	}
	return strings.Join(parts, " ")
}

func TestFindingsAreTheReadersAndCarryNoVerdict(t *testing.T) {
	_, findings := Read([]byte(`{"a": 1, "a": 2`), DefaultLimits)
	if len(findings) != 2 {
		t.Fatalf("%d findings", len(findings))
	}
	for _, f := range findings {
		if f.Stage != report.Reader || f.Severity != "" {
			t.Errorf("stage %q, severity %q", f.Stage, f.Severity)
		}
	}
}

func TestFaultsBeyondTheBoundAreCounted(t *testing.T) {
	file := `{"a":0` + strings.Repeat(`,"a":0`, maxRepeated+7) + `}`
	_, findings := Read([]byte(file), DefaultLimits)
	if len(findings) != maxRepeated+1 {
		t.Fatalf("%d findings", len(findings))
	}
	last := line(findings[maxRepeated])
	if want := "reader/more-faults /a 1:6008-1:6011 left=7 shown=1000"; last != want {
		t.Errorf("last finding is %s, want %s", last, want)
	}
}
