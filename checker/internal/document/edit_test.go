package document

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/report"
)

func add(path report.Pointer, value any) report.Change {
	return report.Change{Op: report.Add, Path: path, Value: value}
}

func replace(path report.Pointer, value any) report.Change {
	return report.Change{Op: report.Replace, Path: path, Value: value}
}

func remove(path report.Pointer) report.Change {
	return report.Change{Op: report.Remove, Path: path}
}

// edited makes the changes by editing the text.
func edited(t *testing.T, text string, changes ...report.Change) string {
	t.Helper()
	edits, err := mustRead(t, text).Editor().Edits(changes)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	var b strings.Builder
	at := 0
	for i, e := range edits {
		if e.Start.Offset < at || i > 0 && e.Start.Offset == at || e.End.Offset < e.Start.Offset {
			t.Fatalf("%q: the edits %+v do not stand apart and in order", text, edits)
		}
		b.WriteString(text[at:e.Start.Offset] + e.Text)
		at = e.End.Offset
	}
	return b.String() + text[at:]
}

func TestEdits(t *testing.T) {
	row := map[string]any{"id": "x", "n": json.Number("5")}
	for name, c := range map[string]struct {
		before  string
		changes []report.Change
		after   string
	}{
		"a value is replaced in place":      {"{\"a\":  1 ,\"b\":2}", []report.Change{replace("/a", "å\"<")}, "{\"a\":  \"å\\\"<\" ,\"b\":2}"},
		"a value of the same text":          {`{"a": "b", "b": "b"}`, []report.Change{replace("/b", true)}, `{"a": "b", "b": true}`},
		"an element is replaced":            {`{"a": [1, 2, 3]}`, []report.Change{replace("/a/1", row)}, `{"a": [1, {"id": "x", "n": 5}, 3]}`},
		"a member behind the last":          {"{\n\t\"a\": 1\n}\n", []report.Change{add("/b", "x")}, "{\n\t\"a\": 1,\n\t\"b\": \"x\"\n}\n"},
		"two members":                       {"{\n  \"a\": 1\n}", []report.Change{add("/b", "x"), add("/c", "y")}, "{\n  \"a\": 1,\n  \"b\": \"x\",\n  \"c\": \"y\"\n}"},
		"a member that is there":            {`{"a": 1, "b": 2}`, []report.Change{add("/a", 3)}, `{"a": 3, "b": 2}`},
		"a key with marks":                  {`{"a":1}`, []report.Change{add("/x~1y~0\"", 2)}, `{"a":1,"x/y~\"":2}`},
		"an empty key":                      {`{"a":1}`, []report.Change{add("/", 2)}, `{"a":1,"":2}`},
		"the file is on one line":           {`{"a":[{"b":1}]}`, []report.Change{add("/a/-", row)}, `{"a":[{"b":1},{"id":"x","n":5}]}`},
		"rows on lines of their own":        {"{\n  \"a\": [\n    {\n      \"b\": 1\n    }\n  ]\n}", []report.Change{add("/a/-", row)}, "{\n  \"a\": [\n    {\n      \"b\": 1\n    },\n    {\n      \"id\": \"x\",\n      \"n\": 5\n    }\n  ]\n}"},
		"rows on one line each":             {"{\n  \"a\": [\n    {\"b\": 1},\n    {\"b\": 2}\n  ]\n}", []report.Change{add("/a/1", row)}, "{\n  \"a\": [\n    {\"b\": 1},\n    {\"id\": \"x\", \"n\": 5},\n    {\"b\": 2}\n  ]\n}"},
		"line ends of Windows":              {"{\r\n  \"a\": {}\r\n}", []report.Change{add("/a/b", row)}, "{\r\n  \"a\": {\r\n    \"b\": {\r\n      \"id\": \"x\",\r\n      \"n\": 5\r\n    }\r\n  }\r\n}"},
		"into an empty list":                {"{\n  \"a\": [ ]\n}", []report.Change{add("/a/-", 1), add("/a/0", 0)}, "{\n  \"a\": [\n    0,\n    1\n  ]\n}"},
		"into an empty list on a line":      {`{"a": {"b": []}}`, []report.Change{add("/a/b/0", 1)}, `{"a": {"b": [1]}}`},
		"into an empty document":            {`{ }`, []report.Change{add("/a", 1)}, `{"a":1}`},
		"before the first":                  {"[\n 1,\n 2\n]", []report.Change{add("/0", 0)}, "[\n 0,\n 1,\n 2\n]"},
		"behind the only one on a line":     {"{\n  \"a\": [1]\n}", []report.Change{add("/a/-", 2)}, "{\n  \"a\": [1, 2]\n}"},
		"the first is removed":              {"{\n  \"a\": 1,\n  \"b\": 2\n}", []report.Change{remove("/a")}, "{\n  \"b\": 2\n}"},
		"the middle is removed":             {"[1, 2, 3]", []report.Change{remove("/1")}, "[1, 3]"},
		"the last is removed":               {"{\n  \"a\": 1,\n  \"b\": 2\n}", []report.Change{remove("/b")}, "{\n  \"a\": 1\n}"},
		"the only one is removed":           {"{\n  \"a\": [\n    1\n  ]\n}", []report.Change{remove("/a/0")}, "{\n  \"a\": []\n}"},
		"several, one after the other":      {"[1, 2, 3, 4]", []report.Change{remove("/0"), remove("/1"), remove("/1")}, "[2]"},
		"all are removed and one is added":  {"[ 1, 2 ]", []report.Change{remove("/0"), remove("/0"), add("/0", 3)}, "[ 3 ]"},
		"removed and added again":           {`{"a": 1, "b": 2}`, []report.Change{remove("/a"), add("/a", 3)}, `{"b": 2, "a": 3}`},
		"the last is removed, two are new":  {"[1, 2]", []report.Change{remove("/1"), add("/-", 3), add("/-", 4)}, "[1, 3, 4]"},
		"an element and what is in another": {`[{"a": 1}, {"a": 2}]`, []report.Change{remove("/0"), replace("/0/a", 3)}, `[{"a": 3}]`},
		"what has just been added":          {`{"a": 1}`, []report.Change{add("/b", map[string]any{}), add("/b/c", []any{}), add("/b/c/-", 1)}, `{"a": 1, "b": {"c": [1]}}`},
		"replaced twice":                    {`{"a": 1}`, []report.Change{replace("/a", row), replace("/a", 2)}, `{"a": 2}`},
		"replaced and what is in it":        {`{"a": 1}`, []report.Change{replace("/a", row), remove("/a/n"), remove("/a/id")}, `{"a": {}}`},
		"keys with escapes":                 {`{"\u0061": {"b": 1}}`, []report.Change{replace("/a/b", 2)}, `{"\u0061": {"b": 2}}`},
		"brackets and commas in texts":      {`{"a": "],}", "b": ["\",", 1]}`, []report.Change{remove("/b/0")}, `{"a": "],}", "b": [1]}`},
		"behind a byte order mark":          {"\uFEFF{\"a\": 1}", []report.Change{add("/b", 2)}, "\uFEFF{\"a\": 1, \"b\": 2}"},
		"nothing":                           {`{"a": 1}`, nil, `{"a": 1}`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := edited(t, c.before, c.changes...); got != c.after {
				t.Errorf("got  %q\nwant %q", got, c.after)
			}
		})
	}
}

// An edit is of no more than what changes.
func TestEditsAreSmall(t *testing.T) {
	edits, err := mustRead(t, "{\n  \"å😀\": [1, 22]\n}").Editor().Edits([]report.Change{replace("/å😀/1", 3)})
	if err != nil || len(edits) != 1 {
		t.Fatalf("%+v, %v", edits, err)
	}
	e := edits[0]
	if e.Text != "3" || e.Start.Line != 2 || e.Start.UTF16 != 14 || e.End.UTF16 != 16 {
		t.Errorf("%+v", e)
	}
}

func TestChangesThatCannotBeMade(t *testing.T) {
	const text = `{"a": [1, 2], "b": "c"}`
	for _, change := range []report.Change{
		replace("/c", 1), remove("/c"), add("/c/d", 1), add("/b/d", 1), replace("/b/0", 1),
		replace("/a/2", 1), add("/a/3", 1), remove("/a/-"), replace("/a/01", 1), add("/a/-1", 1), add("/a/x", 1),
		replace("", 1), add("/a/-", func() {}),
	} {
		if edits, err := mustRead(t, text).Editor().Edits([]report.Change{change}); err == nil {
			t.Errorf("%+v gives %+v", change, edits)
		}
	}
}

func TestAt(t *testing.T) {
	const text = `{"a": [1, {"b": "cd"}], "e": {}}`
	document := mustRead(t, text)
	for at, want := range map[string]report.Pointer{
		`{"a`: "", `"a": [`: "/a", `[1`: "/a", `1, `: "/a/0", `{"b`: "/a/1", `"b":`: "/a/1/b", `d"}`: "/a/1/b", `{}`: "/e", `}}`: "/e",
	} {
		if got := document.At(strings.Index(text, at)); got != want {
			t.Errorf("at %q is %q, want %q", at, got, want)
		}
	}
	if got := document.At(len(text)); got != "" {
		t.Errorf("at the end is %q", got)
	}
}

// One editor serves many fixes, each as if it were the first.
func TestAnEditorIsNotChangedByEdits(t *testing.T) {
	const text = "{\n  \"a\": [1, {\"b\": 2, \"c\": [3]}],\n  \"d\": {}\n}"
	fixes := [][]report.Change{
		{remove("/a/0")},
		{replace("/a/1/b", map[string]any{"x": 1}), add("/a/1/b/y", 2)},
		{add("/a/1/c/-", 4), add("/d/e", []any{})},
		{remove("/a"), add("/a", 1)},
		{add("/a/0", 0), remove("/a/2/c")},
	}
	editor := mustRead(t, text).Editor()
	for _, order := range [][]int{{0, 1, 2, 3, 4}, {4, 3, 2, 1, 0}} {
		for _, i := range order {
			got, err := editor.Edits(fixes[i])
			if err != nil {
				t.Fatal(err)
			}
			want, err := mustRead(t, text).Editor().Edits(fixes[i])
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("after others %+v gives %+v, alone %+v (%v)", fixes[i], got, want, err)
			}
		}
	}
}
