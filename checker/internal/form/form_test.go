package form

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/report"
)

// schema is a small form: a supplier with its services, a table with a row for
// each, and a list of plans.
const schema = `{
  "properties": {
    "profile": {"type": "string", "pattern": "^[a-z]+$"},
    "supplier": {
      "title": "Leverantör", "x-en": "Supplier", "x-section": "0", "type": "object",
      "required": ["services"],
      "properties": {
        "name": {"$ref": "#/$defs/text", "title": "Namn", "x-en": "Name"},
        "services": {"type": "array", "items": {"type": "object", "properties": {
          "id": {"$ref": "#/$defs/id"}, "name": {"$ref": "#/$defs/text"}, "kind": {"type": "string", "enum": ["base", "other"]}}}}
      }
    },
    "costs": {
      "title": "Kostnader", "x-en": "Costs", "x-section": "3.1", "type": "object",
      "properties": {
        "exemption": {"type": "object", "properties": {"reason": {"$ref": "#/$defs/text"}}},
        "date": {"type": "string", "format": "date"},
        "total": {"type": "integer"},
        "rows": {"title": "Rader", "x-en": "Rows", "type": "array", "items": {"type": "object", "required": ["service"], "properties": {
          "service": {"$ref": "#/$defs/reference", "title": "Tjänst", "x-en": "Service"},
          "impact": {"title": "Påverkan", "x-en": "Impact", "type": "object", "patternProperties": {"^20[0-9]{2}$": {"title": "Belopp", "x-en": "Amount", "type": "integer"}}},
          "note": {"$ref": "#/$defs/text"}}}},
        "links": {"type": "array", "items": {"type": "object", "properties": {"text": {"$ref": "#/$defs/text"}}}}
      }
    },
    "plans": {"type": "object", "properties": {"bigPlans": {"type": "array", "items": {"$ref": "#/$defs/plan"}}}}
  },
  "$defs": {
    "id": {"type": "string", "pattern": "^[a-z]+$"},
    "text": {"title": "Text", "x-en": "Text in English", "type": "string"},
    "reference": {"type": "string", "pattern": "^[a-z]+$", "x-reference": "service"},
    "plan": {"type": "object", "required": ["id"], "properties": {
      "id": {"$ref": "#/$defs/id"},
      "name": {"$ref": "#/$defs/text"},
      "services": {"type": "array", "items": {"$ref": "#/$defs/reference"}},
      "answer": {"title": "Svar", "x-en": "Answer", "type": "string", "enum": ["yes", "unanswered"], "x-labels": {
        "yes": {"sv": "JA", "en": "YES"}, "unanswered": {"sv": "obesvarad", "en": "unanswered"}}},
      "effects": {"type": "array", "items": {"anyOf": [
        {"type": "object", "properties": {"year": {"title": "År", "x-en": "Year", "type": "integer"}}},
        {"type": "object", "properties": {"from": {"title": "Från", "x-en": "From", "type": "integer"}}}]}}
    }}
  }
}`

func small(t *testing.T) *Form {
	t.Helper()
	f, err := New([]byte(schema))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestSection(t *testing.T) {
	f := small(t)
	for p, want := range map[report.Pointer]string{
		"": "", "/profile": "", "/supplier": "0", "/supplier/services/3/id": "0", "/costs/rows/0/impact/2025": "3.1",
		"/costs/nothing": "3.1", "/nothing/costs": "", "/plans/bigPlans/0": "",
	} {
		if got := f.Section(p); got != want {
			t.Errorf("%q lies in %q, want %q", p, got, want)
		}
	}
	if title := f.SectionTitle("3.1"); !reflect.DeepEqual(title, Label{"sv": "Kostnader", "en": "Costs"}) {
		t.Errorf("3.1 is %v", title)
	}
	if title := f.SectionTitle("9"); title != nil {
		t.Errorf("9 is %v", title)
	}
}

func TestLabels(t *testing.T) {
	f := small(t)
	for p, want := range map[report.Pointer][]string{
		"":                                 nil,
		"/supplier/name":                   {"Leverantör", "Namn"},
		"/supplier/services/0/name":        {"Leverantör", "", "", "Text"},
		"/costs/rows/2/service":            {"Kostnader", "Rader", "", "Tjänst"},
		"/costs/rows/2/impact/2025":        {"Kostnader", "Rader", "", "Påverkan", "Belopp"},
		"/costs/rows/2/impact/1925":        {"Kostnader", "Rader", "", "Påverkan", ""},
		"/plans/bigPlans/0/effects/1/from": {"", "", "", "", "", "Från"},
		"/nothing/here":                    {"", ""},
	} {
		var got []string
		for _, label := range f.Labels(p) {
			got = append(got, label["sv"])
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q is %q, want %q", p, got, want)
		}
	}
}

func TestFields(t *testing.T) {
	f := small(t)
	for p, want := range map[report.Pointer][]string{
		"":                            {"profile", "supplier", "costs", "plans"},
		"/costs/rows/2":               {"service", "impact", "note"},
		"/costs/rows/2/impact":        nil,
		"/plans/bigPlans/0/effects/1": {"year", "from"},
		"/nothing/here":               nil,
	} {
		if got := f.Fields(p); !reflect.DeepEqual(got, want) {
			t.Errorf("%q has %q, want %q", p, got, want)
		}
	}
}

func TestAnswer(t *testing.T) {
	f := small(t)
	if got := f.Answer("/plans/bigPlans/0/answer", "yes"); got["sv"] != "JA" || got["en"] != "YES" {
		t.Errorf("yes is called %v", got)
	}
	for _, p := range []report.Pointer{"", "/profile", "/nothing", "/plans/bigPlans/0/answer"} {
		if got := f.Answer(p, "no"); got != nil {
			t.Errorf("no is called %v at %q", got, p)
		}
	}
}

func TestReference(t *testing.T) {
	f := small(t)
	for p, want := range map[report.Pointer]string{"": "", "/costs/rows/4": "service", "/costs/rows": "", "/plans/bigPlans/0": "", "/nothing": ""} {
		if got := f.Reference(p); got != want {
			t.Errorf("%q points at something with %q, want %q", p, got, want)
		}
	}
}

func TestTerm(t *testing.T) {
	f := small(t)
	for name, want := range map[string]Label{
		"answer.yes":    {"sv": "JA", "en": "YES"},
		"title.service": {"sv": "Tjänst", "en": "Service"},
		"title.answer":  {"sv": "Svar", "en": "Answer"},
		"title.name":    nil, // stands for two things
		"answer.no":     nil,
		"title":         nil,
	} {
		if got, ok := f.Term(name); !reflect.DeepEqual(got, want) || ok != (want != nil) {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for schema, said := range map[string]string{
		`{`: "reading the schema",
		`{"properties": {"a": {"x-labels": {"yes": {"sv": "JA"}}}}}`:            `lacks a label for the answer "yes" of "a"`,
		`{"$defs": {"d": {"properties": {"a": {"x-labels": {"yes": {}}}}}}}`:    `lacks a label for the answer "yes" of "a"`,
		`{"properties": {"a": {"items": {"properties": {"b": {"type": []}}}}}}`: "reading the schema",
	} {
		if _, err := New([]byte(schema)); err == nil || !strings.Contains(err.Error(), said) {
			t.Errorf("%s: got %v, want %q", schema, err, said)
		}
	}
}

// A blank form has what can stand empty, in the order of the form.
func TestBlank(t *testing.T) {
	got := small(t).Blank(Given{
		Services: []Service{{ID: "a", Name: `"A" & <B>`, Kind: "base"}, {ID: "b", Name: "B", Kind: "other"}},
		Fields:   map[string]any{"profile": "p", "name": "Å", "date": "2023-03-31"},
	})
	const want = `{
  "profile": "p",
  "supplier": {
    "name": "Å",
    "services": [
      {
        "id": "a",
        "name": "\"A\" & <B>",
        "kind": "base"
      },
      {
        "id": "b",
        "name": "B",
        "kind": "other"
      }
    ]
  },
  "costs": {
    "date": "2023-03-31",
    "rows": [
      {
        "service": "a",
        "note": ""
      },
      {
        "service": "b",
        "note": ""
      }
    ],
    "links": []
  },
  "plans": {
    "bigPlans": [
      {
        "id": "big-plan-1",
        "name": "",
        "services": [],
        "answer": "unanswered",
        "effects": []
      }
    ]
  }
}
`
	if string(got) != want {
		t.Errorf("got %s", got)
	}
	if !json.Valid(got) {
		t.Error("it is no JSON")
	}
}

func TestDescription(t *testing.T) {
	f, err := New([]byte(`{
		"properties": {
			"own": {"$ref": "#/$defs/id", "description": "Sin egen", "x-en-description": "Its own"},
			"plain": {"$ref": "#/$defs/id"},
			"none": {"type": "string"}
		},
		"$defs": {"id": {"description": "Ett id", "x-en-description": "An id"}}
	}`))
	if err != nil {
		t.Fatal(err)
	}
	for p, want := range map[report.Pointer]Label{
		"/own": {"sv": "Sin egen", "en": "Its own"}, "/plain": {"sv": "Ett id", "en": "An id"},
		"/none": {"sv": "", "en": ""}, "/unknown": nil, "": nil,
	} {
		if got := f.Description(p); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, want %v", p, got, want)
		}
	}
}
