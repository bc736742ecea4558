package document

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/plankoll/plankoll/checker/report"
)

const plan = "{\r\n" +
	"  \"år\": 2026,\r\n" +
	"\t\"mål\": [\"öka\", {\"a/b\": \"😀\", \"\\u0063~d\": [ ]}],\r\n" +
	"  \"\": {\"x\": null} }\r\n"

func TestLocate(t *testing.T) {
	for _, c := range []struct {
		pointer report.Pointer
		want    string // nearest, key and value as text, key and value as positions
	}{
		{"/år", `"år" 2:3-2:7 2026 2:9-2:13`},
		{"/mål/0", `- "öka" 3:10-3:15`},
		{"/mål/1", "- {\"a/b\": \"😀\", \"\\u0063~d\": [ ]} 3:17-3:46"},
		{"/mål/1/a~1b", `"a/b" 3:18-3:23 "😀" 3:25-3:28`},
		{"/mål/1/c~0d", `"\u0063~d" 3:30-3:40 [ ] 3:42-3:45`},
		{"/", `"" 4:3-4:5 {"x": null} 4:7-4:18`},
		{"//x", `"x" 4:8-4:11 null 4:13-4:17`},
		{"", "- " + strings.TrimSpace(plan) + " 1:1-4:20"},

		{"/namn", "not found, nearest  - " + strings.TrimSpace(plan) + " 1:1-4:20"},
		{"/år/0/x", `not found, nearest /år "år" 2:3-2:7 2026 2:9-2:13`},
		{"/mål/0/0", `not found, nearest /mål/0 - "öka" 3:10-3:15`},
		{"/mål/2", `not found, nearest /mål "mål" 3:2-3:7 ["öka", {"a/b": "😀", "\u0063~d": [ ]}] 3:9-3:47`},
		{"/mål/00", `not found, nearest /mål "mål" 3:2-3:7 ["öka", {"a/b": "😀", "\u0063~d": [ ]}] 3:9-3:47`},
		{"/mål/-", `not found, nearest /mål "mål" 3:2-3:7 ["öka", {"a/b": "😀", "\u0063~d": [ ]}] 3:9-3:47`},
		{"år", "not found, nearest  - " + strings.TrimSpace(plan) + " 1:1-4:20"},
	} {
		t.Run(string(c.pointer), func(t *testing.T) {
			document := mustRead(t, plan)
			if got := described(document, document.Locate([]report.Pointer{c.pointer})[0]); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func described(d *Document, l Location) string {
	span := func(s Span) string {
		text := d.Bytes[s.Start.Offset:s.End.Offset]
		return fmt.Sprintf("%s %s-%s", text, written(s.Start), written(s.End))
	}
	key := "-"
	if l.Key != (Span{}) {
		key = span(l.Key)
	}
	var missing string
	if !l.Found {
		missing = "not found, nearest " + string(l.Nearest) + " "
	}
	return missing + key + " " + span(l.Value)
}

func TestLocateNothing(t *testing.T) {
	if got := mustRead(t, plan).Locate(nil); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

func TestLocateBehindAByteOrderMark(t *testing.T) {
	document := mustRead(t, "\uFEFF[1, 2]")
	got := document.Locate([]report.Pointer{"/1"})[0].Value
	want := Span{report.Position{Offset: 7, Line: 1, Column: 5, UTF16: 5}, report.Position{Offset: 8, Line: 1, Column: 6, UTF16: 6}}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestLocateByManyAtOnce(t *testing.T) {
	document := mustRead(t, plan)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if !document.Locate([]report.Pointer{"/år"})[0].Found {
				t.Error("not found")
			}
		})
	}
	wait.Wait()
}

// However a document is laid out, what is located is what the pointer names.
func TestLocateFindsWhatThePointerNames(t *testing.T) {
	for seed := range uint64(120) {
		random := rand.New(rand.NewPCG(seed, 0))
		value := randomValue(random, 5)
		for layout, file := range layouts(t, value) {
			document := mustRead(t, file)
			if !reflect.DeepEqual(document.Value, value) {
				t.Fatalf("seed %d, %s: read %v", seed, layout, document.Value)
			}
			checkLocations(t, document)
		}
	}
}

// layouts writes a value in the ways a file may look.
func layouts(t *testing.T, value any) map[string]string {
	compact, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, compact, "", "\t"); err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		"compact":          string(compact),
		"indented":         indented.String(),
		"carriage returns": strings.ReplaceAll(indented.String(), "\n", "\r"),
		"Windows":          "\uFEFF" + strings.ReplaceAll(indented.String(), "\n", "\r\n") + "\r\n",
	}
}

// checkLocations locates every value of a document and some that are not there.
func checkLocations(t *testing.T, d *Document) {
	t.Helper()
	present := map[report.Pointer]any{}
	walk(present, "", d.Value)
	pointers := slices.Sorted(maps.Keys(present))
	for i, location := range d.Locate(pointers) {
		pointer := pointers[i]
		value := d.Bytes[location.Value.Start.Offset:location.Value.End.Offset]
		if !location.Found || location.Nearest != pointer {
			t.Fatalf("%q: not found in %q, nearest is %q", pointer, d.Bytes, location.Nearest)
		}
		if !reflect.DeepEqual(mustRead(t, string(value)).Value, present[pointer]) {
			t.Fatalf("%q: located %q, want %v", pointer, value, present[pointer])
		}
		_, inObject := present[pointer.Parent()].(map[string]any)
		if (location.Key != Span{}) != (inObject && pointer != "") {
			t.Fatalf("%q: key is at %v", pointer, location.Key)
		}
		if location.Key != (Span{}) {
			var key string
			quoted := d.Bytes[location.Key.Start.Offset:location.Key.End.Offset]
			segments := pointer.Segments()
			if err := json.Unmarshal(quoted, &key); err != nil || key != segments[len(segments)-1] {
				t.Fatalf("%q: key is %q", pointer, quoted)
			}
			checkPosition(t, d.Bytes, location.Key.Start)
			checkPosition(t, d.Bytes, location.Key.End)
		}
		checkPosition(t, d.Bytes, location.Value.Start)
		checkPosition(t, d.Bytes, location.Value.End)
	}

	absent := make([]report.Pointer, len(pointers))
	for i, pointer := range pointers {
		absent[i] = pointer.Join("is not there", "at all")
	}
	for i, location := range d.Locate(absent) {
		if location.Found || location.Nearest != pointers[i] {
			t.Fatalf("%q: nearest is %q", absent[i], location.Nearest)
		}
	}
}

// checkPosition counts lines and columns in the plainest way.
func checkPosition(t *testing.T, data []byte, p report.Position) {
	t.Helper()
	before := strings.TrimPrefix(string(data[:p.Offset]), "\uFEFF")
	before = strings.ReplaceAll(before, "\r\n", "\n")
	lines := strings.Split(strings.ReplaceAll(before, "\r", "\n"), "\n")
	column := len([]rune(lines[len(lines)-1])) + 1
	if p.Line != len(lines) || p.Column != column {
		t.Fatalf("byte %d of %q is at %d:%d, not %+v", p.Offset, data, len(lines), column, p)
	}
}

// walk collects the values a document has by their pointers.
func walk(found map[report.Pointer]any, at report.Pointer, value any) {
	found[at] = value
	switch value := value.(type) {
	case map[string]any:
		for key, member := range value {
			walk(found, at.Join(key), member)
		}
	case []any:
		for i, element := range value {
			walk(found, at.Index(i), element)
		}
	}
}

func randomValue(random *rand.Rand, depth int) any {
	kinds := 7
	if depth == 0 {
		kinds = 5 // no containers
	}
	switch random.IntN(kinds) {
	case 0:
		return nil
	case 1:
		return random.IntN(2) == 0
	case 2:
		return json.Number(strconv.FormatInt(random.Int64()-random.Int64(), 10))
	case 3, 4:
		return randomText(random)
	case 5:
		elements := []any{}
		for range random.IntN(14) {
			elements = append(elements, randomValue(random, depth-1))
		}
		return elements
	default:
		members := map[string]any{}
		for range random.IntN(6) {
			members[randomText(random)] = randomValue(random, depth-1)
		}
		return members
	}
}

func randomText(random *rand.Rand) string {
	pieces := []string{"a", "1", "/", "~", "~1", "\"", "\\", "å", "😀", "\u2028", "\n", "\t", "\x00", "[", "]", "{", "}", ",", ":", " "}
	var text strings.Builder
	for range random.IntN(5) {
		text.WriteString(pieces[random.IntN(len(pieces))])
	}
	return text.String()
}

func mustRead(t testing.TB, file string) *Document {
	t.Helper()
	document, findings := Read([]byte(file), DefaultLimits)
	if document == nil {
		t.Fatalf("%q is refused: %v", file, findings)
	}
	return document
}
