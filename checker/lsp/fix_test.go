package lsp

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/internal/document"
	"github.com/plankoll/plankoll/checker/report"
)

// What an editor makes of a fix is what JSON Patch does, however the text is laid
// out.
func TestFixesAreWhatJSONPatchDoes(t *testing.T) {
	patch := patcher(t)
	plans := wounded(t, patch)
	plans["the real plan"] = sample(t, "real.json")
	for name, plan := range plans {
		t.Run(name, func(t *testing.T) {
			s := newServer()
			found := loaded.Check(t.Context(), checker.Submission{Bytes: []byte(plan)}, checker.Options{})
			var mended []remark
			for _, r := range s.remarks(found, "", plan, false) {
				if r.fix != nil && len(r.edits) == 0 {
					t.Errorf("%s has a fix, but no edits of the text", r.diagnostic.Code)
				}
				if r.fix != nil {
					mended = append(mended, r)
				}
			}
			if len(mended) == 0 {
				t.Fatal("nothing can be mended")
			}
			for layout, text := range layouts(t, plan) {
				for _, r := range mended {
					read, _ := document.Read([]byte(text), document.DefaultLimits)
					edits, err := read.Editor().Edits(r.fix)
					if err != nil {
						t.Fatal(err)
					}
					r.edits = edits
					r.diagnostic.Range = span{End: position{Line: math.MaxInt32}}
					s.documents["x"] = &file{uri: "x", text: text, ours: true, remarks: []remark{r}}
					actions := s.codeActions(codeActionParams{TextDocument: textDocument{URI: "x"}})
					if len(actions) != 1 {
						t.Fatalf("%s: %s has %d quick fixes", layout, r.diagnostic.Code, len(actions))
					}
					got := applied(t, text, actions[0].Edit.Changes["x"])
					if !reflect.DeepEqual(decoded(t, got), decoded(t, patch(t, text, changes(t, r.fix)))) {
						t.Errorf("%s: %s: after %+v the text is not what %+v gives", layout, r.diagnostic.Code, actions[0].Edit, r.fix)
					}
					if lines, before := strings.Count(got, "\n"), strings.Count(text, "\n"); before == 0 && lines > 0 {
						t.Errorf("%s: %s brings line ends into a text without", layout, r.diagnostic.Code)
					}
					if bare := strings.Count(got, "\n") - strings.Count(got, "\r\n"); strings.Contains(text, "\r\n") && bare > 0 {
						t.Errorf("%s: %s brings in another kind of line ends", layout, r.diagnostic.Code)
					}
				}
			}
		})
	}
}

// wounded are plans for which rules propose a fix: the first of each rule's cases
// with one, and faults of form.
func wounded(t *testing.T, patch func(t *testing.T, plan string, changes []byte) string) map[string]string {
	t.Helper()
	wounds := map[string][]byte{
		"a number as text":    []byte(`[{"op": "replace", "path": "/reportYear", "value": "2024"}]`),
		"a misspelt field":    []byte(`[{"op": "move", "from": "/submittedOn", "path": "/submitedOn"}]`),
		"a row stands twice":  []byte(`[{"op": "copy", "from": "/portfolio/entries/0", "path": "/portfolio/entries/1"}]`),
		"an unknown id, near": []byte(`[{"op": "replace", "path": "/portfolio/entries/0/initiative", "value": "statusvyn"}]`),
	}
	files, err := filepath.Glob("../../policies/rules/*/*/cases.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var file struct {
			Cases []struct {
				Name  string
				Wound json.RawMessage
				Fires []struct{ Fix []any }
			}
		}
		if err := yaml.Unmarshal(text, &file); err != nil {
			t.Fatal(err)
		}
		for _, c := range file.Cases {
			if len(c.Fires) > 0 && len(c.Fires[0].Fix) > 0 {
				wounds[c.Name] = c.Wound
				break
			}
		}
	}
	plans := map[string]string{}
	for name, wound := range wounds {
		plans[name] = patch(t, sample(t, "sound.json"), wound)
	}
	return plans
}

// layouts are the same document, written in different ways.
func layouts(t *testing.T, plan string) map[string]string {
	t.Helper()
	var small, wide bytes.Buffer
	if err := json.Compact(&small, []byte(plan)); err != nil {
		t.Fatal(err)
	}
	if err := json.Indent(&wide, []byte(plan), "", "\t"); err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		"as it is": plan,
		"minified": small.String(),
		"tabs":     wide.String(),
		"Windows":  strings.ReplaceAll(wide.String(), "\n", "\r\n"),
		"old Mac":  strings.ReplaceAll(wide.String(), "\n", "\r"),
	}
}

// applied makes edits the way an editor does.
func applied(t *testing.T, text string, edits []textEdit) string {
	t.Helper()
	for _, e := range slices.Backward(edits) {
		text = text[:offsetIn(text, e.Range.Start)] + e.NewText + text[offsetIn(text, e.Range.End):]
	}
	return text
}

func decoded(t *testing.T, text string) any {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatalf("%v in %.300s", err, text)
	}
	return value
}

func changes(t *testing.T, fix []report.Change) []byte {
	t.Helper()
	var operations []map[string]any
	for _, change := range fix {
		operation := map[string]any{"op": change.Op, "path": change.Path}
		if change.Op != report.Remove {
			operation["value"] = change.Value
		}
		operations = append(operations, operation)
	}
	text, err := json.Marshal(operations)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// patcher returns a function that changes a plan as JSON Patch has it.
func patcher(t *testing.T) func(t *testing.T, plan string, changes []byte) string {
	query, err := rego.New(
		rego.Query("plan := json.patch(input.plan, input.changes)"),
		rego.StrictBuiltinErrors(true),
	).PrepareForEval(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return func(t *testing.T, plan string, changes []byte) string {
		t.Helper()
		input, err := ast.ValueFromReader(strings.NewReader(fmt.Sprintf(`{"plan": %s, "changes": %s}`, plan, changes)))
		if err != nil {
			t.Fatal(err)
		}
		results, err := query.Eval(t.Context(), rego.EvalParsedInput(input))
		if err != nil || len(results) != 1 {
			t.Fatalf("the changes %s cannot be made: %v", changes, err)
		}
		text, err := json.Marshal(results[0].Bindings["plan"])
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
}

// A fix of a text that is no more could do harm.
func TestNoFixesOfATextThatIsNotChecked(t *testing.T) {
	s := newServer()
	fix := []remark{{
		fix:   []report.Change{{Op: report.Replace, Path: "/a", Value: 2}},
		edits: []report.Edit{{Start: report.Position{Offset: 6, Line: 1, Column: 7, UTF16: 7}, End: report.Position{Offset: 7, Line: 1, Column: 8, UTF16: 8}, Text: "2"}},
	}}
	for name, c := range map[string]struct {
		file *file
		only []string
		want int
	}{
		"checked":          {&file{text: `{"a": 1}`, remarks: fix}, nil, 1},
		"asked for":        {&file{text: `{"a": 1}`, remarks: fix}, []string{"refactor", "quickfix"}, 1},
		"not asked for":    {&file{text: `{"a": 1}`, remarks: fix}, []string{"source"}, 0},
		"under way":        {&file{text: `{"a": 1}`}, nil, 0},
		"cannot be made":   {&file{text: `{"b": 1}`, remarks: []remark{{fix: fix[0].fix}}}, nil, 0},
		"nothing to mend":  {&file{text: `{"a": 1}`, remarks: []remark{{}}}, nil, 0},
		"somewhere else":   {&file{text: `{"a": 1}`, remarks: []remark{{fix: fix[0].fix, edits: fix[0].edits, diagnostic: diagnostic{Range: span{position{3, 1}, position{3, 2}}}}}}, nil, 0},
		"with its version": {&file{text: `{"a": 1}`, remarks: fix, version: new(int32)}, nil, 1},
	} {
		s.versioned = c.file.version != nil
		s.documents["x"] = c.file
		params := codeActionParams{TextDocument: textDocument{URI: "x"}}
		params.Context.Only = c.only
		actions := s.codeActions(params)
		if len(actions) != c.want {
			t.Errorf("%s: %d quick fixes, want %d", name, len(actions), c.want)
		}
		if s.versioned && (len(actions[0].Edit.DocumentChanges) != 1 || actions[0].Edit.DocumentChanges[0].TextDocument.Version != c.file.version) {
			t.Errorf("%s: %+v", name, actions[0].Edit)
		}
	}
}

func TestTitles(t *testing.T) {
	s := newServer()
	for want, fix := range map[string][]report.Change{
		"Change Report year to 2024":                             {{Op: report.Replace, Path: "/reportYear", Value: 2024}},
		"Remove Submission date":                                 {{Op: report.Remove, Path: "/submittedOn"}},
		"Add y: \"<å>\"":                                         {{Op: report.Add, Path: "/x/y", Value: "<å>"}},
		"Make 2 changes":                                         {{Op: report.Remove, Path: "/a"}, {Op: report.Remove, Path: "/b"}},
		"Remove the row of The supplier's services":              {{Op: report.Remove, Path: "/supplier/services/1"}},
		"Add a row to The supplier's services: {\"id\":\"new\"}": {{Op: report.Add, Path: "/supplier/services/-", Value: map[string]any{"id": "new"}}},
	} {
		if got := s.titleOf(fix); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
