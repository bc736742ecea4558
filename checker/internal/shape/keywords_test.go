package shape

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/report"
)

// example is a small schema, a value that breaks it, and what is to be said of
// it: rule, variant if any, and pointer.
type example struct {
	name, schema, value string
	want                []string
}

const answers = `{"properties": {"answer": {"enum": ["yes", "no"],
	"x-labels": {"yes": {"sv": "JA", "en": "YES"}, "no": {"sv": "NEJ", "en": "NO"}}}}}`

var examples = []example{
	{"another type", `{"type": "integer"}`, `{}`, lines("schema/type #")},
	{"text for a number", `{"type": "integer"}`, `"25"`, lines("schema/type:text-near #")},
	{"words for a number", `{"type": "integer"}`, `"tjugofem"`, lines("schema/type:text #")},
	{"text for a truth", `{"type": "boolean"}`, `"true"`, lines("schema/type:text-near #")},
	{"nothing for a text", `{"type": "string"}`, `null`, lines("schema/type:empty #")},
	{"decimals for a whole number", `{"type": "integer"}`, `2.5`, lines("schema/type:decimals #")},
	{"one of several types", `{"type": ["string", "null"]}`, `5`, lines("schema/type:several #")},
	{"type overrules the rest", `{"type": "object", "properties": {"a": {"allOf": [
		{"type": "string"}, {"enum": ["x"]}, {"not": {"type": "integer"}}, {"type": "integer", "minimum": 10}]}}}`, `{"a": 5}`,
		lines("schema/type #/a")},
	{"nothing is said inside a value of the wrong type", `{"allOf": [{"type": "array"}, {"required": ["a"]}, {"properties": {"b": {"type": "string"}}}]}`,
		`{"b": 1}`, lines("schema/type #")},

	{"unknown fields, one each", `{"properties": {"name": {}}, "additionalProperties": false}`, `{"nmae": 1, "zebra": 2, "": 3, "a/b~c": 4}`,
		lines("schema/unknown-field:known #/", "schema/unknown-field:known #/a~1b~0c", "schema/unknown-field:near #/nmae", "schema/unknown-field:known #/zebra")},
	{"unknown field where none is known", `{"patternProperties": {"^20[0-9]{2}$": {}}, "additionalProperties": false}`, `{"2024": 1, "1999": 1}`,
		lines("schema/unknown-field #/1999")},
	{"a field that is there is not what was meant", `{"properties": {"name": {}}, "additionalProperties": false}`, `{"name": 1, "nmae": 2}`,
		lines("schema/unknown-field #/nmae")},
	{"no faults inside an unknown field", `{"allOf": [{"properties": {"a": {"type": "string"}}}], "properties": {"b": {}}, "additionalProperties": false}`,
		`{"a": 1}`, lines("schema/unknown-field:known #/a")},
	{"additional fields of a type", `{"additionalProperties": {"type": "integer"}}`, `{"å b": "x"}`, lines("schema/type:text #/å b")},
	{"fields left over", `{"allOf": [{"properties": {"name": {}}}], "unevaluatedProperties": false}`, `{"nmae": 1, "z": 1}`,
		lines("schema/unknown-field:near #/nmae", "schema/unknown-field:known #/z")},
	{"a fault does not make its field unknown", `{"$ref": "#/$defs/base", "unevaluatedProperties": false,
		"$defs": {"base": {"properties": {"a": {"type": "string"}, "next": {"$ref": "#"}}}}}`, `{"a": 1}`, lines("schema/type #/a")},
	{"a field of another branch", `{"if": {"properties": {"k": {"const": 1}}}, "then": {"properties": {"a": {}}}, "else": {"properties": {"b": {}}},
		"properties": {"k": {}}, "unevaluatedProperties": false}`, `{"k": 1, "a": 1, "b": 1}`, lines("schema/unknown-field #/b")},

	{"missing fields, one each", `{"required": ["a", "b", "c"]}`, `{"b": 1}`, lines("schema/missing-field #/a", "schema/missing-field #/c")},
	{"a misspelt field is not missing too", `{"properties": {"name": {}}, "required": ["name"], "additionalProperties": false}`, `{"nmae": 1}`,
		lines("schema/unknown-field:near #/nmae")},
	{"a field that another one needs", `{"dependentRequired": {"a": ["b", "c"]}}`, `{"a": 1, "c": 1}`, lines("schema/missing-field:dependent #/b")},
	{"a schema that depends on a field", `{"dependentSchemas": {"a": {"required": ["b"]}}}`, `{"a": 1}`, lines("schema/missing-field #/b")},

	{"not one of the values", `{"enum": ["apple", 2, null, [1]]}`, `{"a": 1}`, lines("schema/not-allowed #")},
	{"nearly one of the values", `{"enum": ["apple", "pear"]}`, `"aple"`, lines("schema/not-allowed:near #")},
	{"values with labels", answers, `{"answer": "maybe"}`, lines("schema/not-allowed:labelled #/answer")},
	{"a label for the value", answers, `{"answer": "ja"}`, lines("schema/not-allowed:labelled-near #/answer")},
	{"labels in a list", `{"items": {"enum": ["yes", "no"], "x-labels": {"yes": {"sv": "JA"}, "no": {"sv": "NEJ"}}}}`, `["maybe"]`,
		lines("schema/not-allowed #/0")},
	{"labels that tell nothing", `{"properties": {"unit": {"enum": ["kr", "tkr"],
		"x-labels": {"kr": {"sv": "kr", "en": "kr"}, "tkr": {"sv": "tkr", "en": "tkr"}}}}}`, `{"unit": "euro"}`, lines("schema/not-allowed #/unit")},
	{"a constant", `{"const": true}`, `false`, lines("schema/not-allowed:single #")},
	{"allowed values overrule other demands", `{"enum": ["aa", "bb"], "pattern": "^[a-z]+$", "maxLength": 2}`, `"QQQQ"`, lines("schema/not-allowed #")},

	{"pattern", `{"pattern": "^[a-z]+$", "description": "Små bokstäver."}`, `"A"`, lines("schema/pattern #")},
	{"pattern without description", `{"pattern": "^[a-z]+$"}`, `"A"`, lines("schema/pattern:undescribed #")},
	{"date with a pattern", `{"format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}`, `"31/3 2023"`, lines("schema/date:near #")},
	{"date and a pattern elsewhere", `{"format": "date", "allOf": [{"pattern": "^2"}]}`, `"1/3"`, lines("schema/date #")},
	{"a day in no calendar", `{"format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}`, `"2023-02-30"`, lines("schema/date:no-such-day #")},
	{"another format", `{"format": "email"}`, `"nobody"`, lines("schema/other:format #")},

	{"below a range", `{"minimum": 0, "maximum": 100}`, `-1`, lines("schema/range #")},
	{"above a range", `{"minimum": 0, "maximum": 100}`, `100.01`, lines("schema/range #")},
	{"below the least", `{"minimum": 0}`, `-1`, lines("schema/range:least #")},
	{"above the most", `{"maximum": 9}`, `10`, lines("schema/range:most #")},
	{"not above", `{"exclusiveMinimum": 0}`, `0`, lines("schema/range:above #")},
	{"not below", `{"exclusiveMaximum": 9}`, `9`, lines("schema/range:below #")},
	{"decimals", `{"multipleOf": 0.01}`, `1.005`, lines("schema/multiple-of:decimals #")},
	{"whole steps", `{"multipleOf": 1}`, `1.5`, lines("schema/multiple-of:whole #")},
	{"steps", `{"multipleOf": 0.25}`, `1.1`, lines("schema/multiple-of #")},

	{"too long, counted in characters", `{"maxLength": 3}`, `"åäöå"`, lines("schema/too-long #")},
	{"too short", `{"minLength": 3}`, `"åä"`, lines("schema/too-short #")},
	{"empty text", `{"minLength": 1}`, `""`, lines("schema/too-short:empty #")},
	{"too many rows", `{"maxItems": 1}`, `[1, 2]`, lines("schema/too-many #")},
	{"too few rows", `{"minItems": 2}`, `[1]`, lines("schema/too-few #")},
	{"no rows", `{"minItems": 1}`, `[]`, lines("schema/too-few:empty #")},
	{"too many fields", `{"maxProperties": 1}`, `{"a": 1, "b": 1}`, lines("schema/too-many:fields #")},
	{"too few fields", `{"minProperties": 1}`, `{}`, lines("schema/too-few:fields #")},

	{"not", `{"properties": {"a": {"not": {"const": 5}}}}`, `{"a": 5}`, lines("schema/other:forbidden #/a")},
	{"a field that is never allowed", `{"properties": {"a": false}}`, `{"a": 5}`, lines("schema/other:forbidden #/a")},
	{"elements beyond those named", `{"prefixItems": [{}], "items": false}`, `[1, 2]`, lines("schema/other:forbidden #/1")},
	{"elements left over", `{"prefixItems": [{}], "unevaluatedItems": false}`, `[1, 2]`, lines("schema/other:forbidden #/1")},
	{"equal rows", `{"uniqueItems": true}`, `[{"a": 1, "b": 2}, 3, {"b": 2, "a": 1}]`, lines("schema/other:duplicate #")},
	{"a name that breaks a rule", `{"propertyNames": {"pattern": "^[a-z]+$", "anyOf": [{"maxLength": 1}, {"const": "long"}]}}`, `{"A B": 1, "ok": 2, "a": 3}`,
		lines("schema/other:name #/A B", "schema/other:name #/ok")},
	{"contains", `{"contains": {"type": "integer"}}`, `["a", "b"]`, lines("schema/other #")},
	{"then", `{"if": {"required": ["a"]}, "then": {"required": ["b"]}}`, `{"a": 1}`, lines("schema/missing-field #/b")},
	{"else", `{"if": {"required": ["a"]}, "else": {"properties": {"c": {"type": "integer"}}}}`, `{"c": "1"}`, lines("schema/type:text-near #/c")},

	{"properties with the names of keywords", `{"properties": {"enum": {"properties": {"not": {"type": "integer"}, "anyOf": {"maxLength": 1}, "propertyNames": {"type": "string"}}}}}`,
		`{"enum": {"not": "x", "anyOf": "xx", "propertyNames": 5}}`,
		lines("schema/too-long #/enum/anyOf", "schema/type:text #/enum/not", "schema/type #/enum/propertyNames")},
	{"all parts in one call", `{"required": ["x"], "properties": {"rows": {"items": {"$ref": "#/$defs/row"}}},
		"$defs": {"row": {"type": "object", "required": ["id"], "properties": {"id": {"pattern": "^a"}, "n": {"minimum": 1}}}}}`,
		`{"rows": [{"id": "b", "n": 0}, 5, {}]}`,
		lines("schema/pattern:undescribed #/rows/0/id", "schema/range:least #/rows/0/n", "schema/type #/rows/1", "schema/missing-field #/rows/2/id", "schema/missing-field #/x")},
	{"the same rule in two parts is told once", `{"allOf": [{"required": ["a"]}, {"required": ["a"]}, {"maxLength": 1}, {"maxLength": 2}]}`, `{}`,
		lines("schema/missing-field #/a")},
	{"the schema of schemas", `{"properties": {"s": {"$ref": "https://json-schema.org/draft/2020-12/schema"}}}`, `{"s": {"type": 5}}`,
		lines("schema/other:choice #/s/type")},
}

func lines(all ...string) []string { return all }

func TestKeywords(t *testing.T) {
	for _, e := range append(slices.Clone(examples), choices...) {
		t.Run(e.name, func(t *testing.T) {
			got := told(compile(t, e.schema).Validate(decode(t, e.value)))
			if !slices.Equal(got, e.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(e.want, "\n  "))
			}
		})
	}
}

func TestValues(t *testing.T) {
	for _, e := range []struct{ name, schema, value, want string }{
		{"what was seen and wanted", `{"type": "integer"}`, `"25"`, `{"near":{"en":"25","sv":"25"},"seen":"25","wanted":{"term":"type.integer"}}`},
		{"words for what can't be quoted", `{"type": "string"}`, `[1]`, `{"seen":{"term":"type.array"},"wanted":{"term":"type.string"}}`},
		{"several types", `{"type": ["integer", "number", "null"]}`, `true`,
			`{"seen":{"term":"value.true"},"wanted":[{"term":"type.number"},{"term":"type.null"}]}`},
		{"field meant", `{"properties": {"customerShare": {}}, "additionalProperties": false}`, `{"customer_share": 1}`,
			`{"name":"customer_share","near":"customerShare"}`},
		{"fields to choose from", `{"properties": {"b": {}, "a": {}, "c": {}}, "additionalProperties": false}`, `{"c": 1, "zebra": 1}`,
			`{"known":["a","b"],"name":"zebra"}`},
		{"allowed values as in the schema", `{"enum": ["b", 1, true, null, {}]}`, `"zebra"`,
			`{"seen":"zebra","wanted":["b",1,{"term":"value.true"},{"term":"value.null"},{"term":"type.object"}]}`},
		{"labels, as the form knows them", answers, `{"answer": "Ja"}`,
			`{"labels":[{"term":"answer.yes"},{"term":"answer.no"}],"near":"yes","seen":"Ja","wanted":["yes","no"]}`},
		{"the description that stands beside the pattern", `{"description": "Fältet.", "x-en-description": "The field.", "$ref": "#/$defs/id",
			"$defs": {"id": {"description": "Små bokstäver.", "pattern": "^[a-z]+$"}}}`, `"A"`, `{"seen":"A","wanted":"Små bokstäver."}`},
		{"a description in both languages", `{"description": "Små bokstäver.", "x-en-description": "Small letters.", "pattern": "^[a-z]+$"}`, `"A"`,
			`{"seen":"A","wanted":{"en":"Small letters.","sv":"Små bokstäver."}}`},
		{"both ends", `{"minimum": 0, "maximum": 100}`, `-0.5`, `{"least":0,"most":100,"seen":-0.5}`},
		{"lengths", `{"maxLength": 3}`, `"åäöå"`, `{"length":4,"limit":3}`},
		{"places of equal rows", `{"uniqueItems": true}`, `[3, 1, 2, 1]`, `{"first":2,"second":4}`},
		{"decimals", `{"multipleOf": 0.001}`, `1.00005`, `{"decimals":3,"near":{"en":"1","sv":"1"},"seen":1.00005}`},
		{"field that another needs", `{"dependentRequired": {"a/b": ["c"]}}`, `{"a/b": 1}`, `{"because":"a/b","name":"c"}`},
	} {
		t.Run(e.name, func(t *testing.T) {
			findings := compile(t, e.schema).Validate(decode(t, e.value))
			if len(findings) != 1 {
				t.Fatalf("findings: %v", told(findings))
			}
			got, err := json.Marshal(findings[0].Values)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != e.want {
				t.Errorf("values\n  %s\nwant\n  %s", got, e.want)
			}
			if f := findings[0]; f.Stage != report.Schema || f.Severity != "" {
				t.Errorf("stage %q, severity %q", f.Stage, f.Severity)
			}
		})
	}
}

func TestUnreadable(t *testing.T) {
	s := compile(t, `{"type": "object", "required": ["a"], "properties": {"a": {"type": "integer", "maximum": 5}, "b": {"type": "array", "items": {"type": "number"}}}}`)
	value := map[string]any{
		"a": json.Number("1e9999999"),
		"b": []any{json.Number("x"), json.Number("1"), 5, json.Number("1e400"), json.Number("")},
		"c": map[string]any{"d": struct{}{}},
	}
	want := lines("schema/other:unreadable #/a", "schema/other:unreadable #/b/0", "schema/other:unreadable #/b/2", "schema/other:unreadable #/b/4", "schema/other:unreadable #/c/d")
	if got := told(s.Validate(value)); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if got := told(s.Validate(5.5)); !slices.Equal(got, lines("schema/other:unreadable #")) {
		t.Errorf("got %q", got)
	}
}

func TestUnchecked(t *testing.T) {
	s := compile(t, `{"$id": "urn:a", "$dynamicAnchor": "n", "$ref": "urn:b",
		"$defs": {"b": {"$id": "urn:b", "$dynamicRef": "#n", "$defs": {"c": {"$dynamicAnchor": "n"}}}}}`)
	if got := told(s.Validate(nil)); !slices.Equal(got, lines("schema/other:unchecked #")) {
		t.Errorf("got %q", got)
	}
}

func told(findings []report.Finding) []string {
	var all []string
	for _, f := range findings {
		rule := f.Rule
		if f.Variant != "" {
			rule += ":" + f.Variant
		}
		all = append(all, rule+" #"+string(f.Place.Pointer))
	}
	return all
}

func compile(t testing.TB, schema string) *Schema {
	t.Helper()
	s, err := Compile([]byte(schema))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func decode(t testing.TB, text string) any {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return value
}
