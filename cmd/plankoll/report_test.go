package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

const reportSchema = "../../schemas/report.schema.json"

// The same plan and rules give the same bytes, whatever the order of maps.
func TestSameBytes(t *testing.T) {
	for _, format := range []string{"text", "json", "html"} {
		first := plankoll(t, "check", "--format", format, real)
		for range 19 {
			if again := plankoll(t, "check", "--format", format, real); again != first {
				t.Fatalf("%s: two runs differ", format)
			}
		}
	}
}

// A report is read by other programs, so its shape is what its schema says.
func TestReportFitsItsSchema(t *testing.T) {
	schema, err := jsonschema.Compile(reportSchema)
	if err != nil {
		t.Fatal(err)
	}
	plans := submissions(t)
	plans["unsound"] = replaced(t, plans["error"], `"totalBudget": {`, `"totalBudget": 7, "totalBugdet": {`)
	plans["no date"] = replaced(t, plans["error"], `"submittedOn": "2023-03-31",`, ``)
	plans["no plan"] = `[]`
	for name, plan := range plans {
		t.Run(name, func(t *testing.T) {
			got := plankollOn(t, plan, "check", "--format", "json")
			if err := schema.Validate(decode(t, got.stdout)); err != nil {
				t.Errorf("%#v", err)
			}
		})
	}
	waiver := waivers(t, repository(t, plans["error"], nil), "2023-04-01", "accountant/wrong-figure")
	folder := repository(t, plans["error"], map[string]string{
		"w.yaml": waiver, "off.yaml": "rules: {smart/specific: {switchedOff: true, reason: Nej.}}",
	})
	if got := in(t, folder, "baseline", "plan.json", "--output", "b.json"); got.code != 0 {
		t.Fatal(got.stderr)
	}
	for name, args := range map[string][]string{
		"waived and known": {"--waivers", filepath.Join(folder, "w.yaml"), "--baseline", filepath.Join(folder, "b.json"), real},
		"gone":             {"--baseline", filepath.Join(folder, "b.json"), "--config", filepath.Join(folder, "off.yaml"), real},
		"no file":          {"no-such-file.json"},
		"English":          {"--lang", "en", real},
		"our own rules":    {"--policies", house(t, nil), real},
		"broken rule":      {"--policies", house(t, rule(`finding contains 42 if input.profile`)), real},
	} {
		t.Run(name, func(t *testing.T) {
			got := plankoll(t, append([]string{"check", "--format", "json"}, args...)...)
			if err := schema.Validate(decode(t, got.stdout)); err != nil {
				t.Errorf("%#v", err)
			}
		})
	}
}

// A schema that takes anything would prove nothing, so every object of a report
// is given a field that no report has.
func TestReportSchemaRefusesWhatIsUnknown(t *testing.T) {
	schema, err := jsonschema.Compile(reportSchema)
	if err != nil {
		t.Fatal(err)
	}
	report := decode(t, plankoll(t, "check", "--format", "json", real).stdout)
	kinds := map[string]bool{} // of objects, by their fields
	var walk func(name string, value any)
	walk = func(name string, value any) {
		switch value := value.(type) {
		case map[string]any:
			kind := fmt.Sprint(name, slices.Sorted(maps.Keys(value)))
			if !kinds[kind] {
				kinds[kind] = true
				value["unknown"] = true
				if schema.Validate(report) == nil {
					t.Errorf("the schema takes an unknown field in %s", kind)
				}
				delete(value, "unknown")
			}
			for name, member := range value {
				if name != "values" && name != "value" { // every rule has its own
					walk(name, member)
				}
			}
		case []any:
			for _, member := range value {
				walk(name, member)
			}
		}
	}
	walk("report", report)
	for _, name := range []string{"report", "tool", "input", "summary", "findings", "notEvaluated", "manual"} {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(kinds)), func(kind string) bool { return strings.HasPrefix(kind, name+"[") }) {
			t.Errorf("the report has no %s", name)
		}
	}
}

// Numbers and texts are written as they stand, for programs as for people.
func TestReportIsPlain(t *testing.T) {
	plan := replaced(t, read(t, sound), `"name": "Nämnden för digital vardag"`, `"name": "Å & <Ö>"`)
	got := plankollOn(t, plan, "check", "--format", "json", "--policies", house(t, nil)).stdout
	if !strings.Contains(got, `"name": "Å & <Ö>"`) {
		t.Error("characters are escaped that need not be")
	}
	if !strings.HasSuffix(got, "}\n") {
		t.Error("the last line does not end")
	}
}

// decode reads a text that must be one JSON document.
func decode(t testing.TB, text string) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatalf("%v in %.200q", err, text)
	}
	if decoder.More() {
		t.Fatal("there is more behind the document")
	}
	return value
}
