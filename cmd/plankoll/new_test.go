package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

const submissionSchema = "../../schemas/submission.schema.json"

// A new submission is sound, and only not filled in.
func TestNew(t *testing.T) {
	long := strings.Repeat("å", 500)
	for _, c := range []struct {
		name     string
		supplier string
		services []string
	}{
		{"one service", "Nämnden för exempel", []string{"Kontaktcenter"}},
		{"several services", "Nämnden för exempel", []string{"Kontaktcenter", "Öppna data", "Årets e-tjänst", "IT/Drift & stöd"}},
		{"quotation marks", `Nämnden "för" \exempel`, []string{`"E-arkiv"`}},
		{"marks of other languages", "<script>&amp;</script>", []string{"<b>Ö</b>"}},
		{"emoji", "Nämnden 🎉", []string{"🎉"}},
		{"control characters", "Nämnden\nför\texempel\x1b", []string{"a\nb"}},
		{"no letters", "!!!", []string{"???"}},
		{"as long as may be", long, []string{long}},
		{"a name like a date", "2023-03-31", []string{"2024"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			args := []string{"new", "--supplier", c.supplier, "--year", "2024", "--date", "2023-03-31"}
			for _, service := range c.services {
				args = append(args, "--service", service)
			}
			file := filepath.Join(t.TempDir(), "plan.json")
			if got := plankoll(t, append(args, "--output", file)...); got != (outcome{}) {
				t.Fatalf("%+v", got)
			}
			draft := read(t, file)
			if got := plankoll(t, args...); got.code != 0 || got.stdout != draft {
				t.Errorf("another draft on standard output")
			}

			got := plankoll(t, "check", "--format", "json", file)
			report := got.report(t)
			if got.code != 1 || report.Verdict != "rejected" {
				t.Errorf("exit code %d, %s", got.code, report.Verdict)
			}
			for _, f := range report.Findings {
				if f.Stage != "policy" {
					t.Errorf("%+v", f)
				}
			}

			var plan struct {
				Schema      string `json:"$schema"`
				Profile     string
				ReportYear  int
				SubmittedOn string
				Supplier    struct {
					Name     string
					Services []struct{ ID, Name string }
				}
			}
			if err := json.Unmarshal([]byte(draft), &plan); err != nil {
				t.Fatal(err)
			}
			var services []string
			for _, service := range plan.Supplier.Services {
				services = append(services, service.Name)
			}
			if plan.Supplier.Name != c.supplier || !slices.Equal(services, c.services) {
				t.Errorf("the names are %q and %q", plan.Supplier.Name, services)
			}
			if plan.ReportYear != 2024 || plan.Profile != "goteborg-2024" || plan.SubmittedOn != "2023-03-31" {
				t.Errorf("%+v", plan)
			}
			if id := schemaOf(t).ID; plan.Schema != id {
				t.Errorf("the schema is %s, want %s", plan.Schema, id)
			}
		})
	}
}

func TestNewRefuses(t *testing.T) {
	known := []string{"--supplier", "N", "--service", "T", "--year", "2024"}
	for said, args := range map[string][]string{
		"Det finns ingen mall för rapportåret 1999. Det finns för 2024 2025.": {"--supplier", "N", "--service", "T", "--year", "1999"},
		`Två tjänster skulle få samma id, "oppna-data".`:                      append(known, "--service", "Öppna data", "--service", "Oppna Data"),
		"Leverantören och varje tjänst ska ha ett namn.":                      {"--supplier", " ", "--service", "T", "--year", "2024"},
		"The supplier and every service are to have a name.":                  append(known, "--service", " ", "--lang", "en"),
		"schema/too-long på platsen /supplier/name":                           {"--supplier", strings.Repeat("å", 501), "--service", "T", "--year", "2024"},
		`missing" finns inte. Kontrollera namnet och mappen.`:                 append(known, "--output", filepath.Join(t.TempDir(), "missing", "plan.json")),
	} {
		t.Run(said, func(t *testing.T) {
			t.Parallel()
			refused(t, plankoll(t, append([]string{"new"}, args...)...), said)
		})
	}
}

// A clerk's work is never lost.
func TestNewNeverOverwrites(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.json")
	for _, content := range []string{"", "a year's work"} {
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		got := plankoll(t, "new", "--supplier", "N", "--service", "T", "--year", "2024", "--output", file)
		refused(t, got, "finns redan och skrivs inte över")
		if read(t, file) != content {
			t.Errorf("%q was overwritten", content)
		}
	}
}

// node is as much of a JSON Schema as tells which fields can stand empty.
type node struct {
	ID          string           `json:"$id"`
	Ref         string           `json:"$ref"`
	Type        string           `json:"type"`
	Pattern     string           `json:"pattern"`
	Enum        []string         `json:"enum"`
	Required    []string         `json:"required"`
	Properties  map[string]*node `json:"properties"`
	Items       *node            `json:"items"`
	Definitions map[string]*node `json:"$defs"`
}

func schemaOf(t testing.TB) *node {
	t.Helper()
	root := &node{}
	if err := json.Unmarshal([]byte(read(t, submissionSchema)), root); err != nil {
		t.Fatal(err)
	}
	return root
}

// A form where a field is missing is a form where it is forgotten.
func TestNewHasEveryFieldThatCanStandEmpty(t *testing.T) {
	services := []string{"Kontaktcenter", "E-arkiv"}
	draft := decode(t, plankoll(t, "new", "--supplier", "N", "--year", "2024", "--service", services[0], "--service", services[1]).stdout)
	root := schemaOf(t)
	resolve := func(n *node) *node {
		for n.Ref != "" {
			n = root.Definitions[strings.TrimPrefix(n.Ref, "#/$defs/")]
		}
		return n
	}
	// An exemption that is there, even empty, would look like one.
	var empty func(name string, n *node) bool
	empty = func(name string, n *node) bool {
		n = resolve(n)
		switch n.Type {
		case "string":
			return n.Enum == nil && n.Pattern == "" || slices.Contains(n.Enum, "unanswered") || slices.Contains(n.Enum, "unstated")
		case "array":
			return true
		case "object":
			some := false
			for name, field := range n.Properties {
				some = some || empty(name, field)
			}
			return some && name != "exemption" && n.Required == nil
		}
		return false
	}
	fields := 0
	var walk func(at string, n *node, value any)
	walk = func(at string, n *node, value any) {
		n = resolve(n)
		switch value := value.(type) {
		case map[string]any:
			for name, field := range n.Properties {
				member, ok := value[name]
				if empty(name, field) {
					fields++
					if !ok {
						t.Errorf("%s/%s is not there", at, name)
					}
				}
				if ok {
					walk(at+"/"+name, field, member)
				}
			}
		case []any:
			items := resolve(n.Items)
			want := 0
			switch {
			case items.Properties["service"] != nil || at == "/supplier/services":
				want = len(services)
			case items.Properties["id"] != nil:
				want = 1
			}
			if len(value) != want {
				t.Errorf("%s has %d elements, want %d", at, len(value), want)
			}
			for i, element := range value {
				walk(fmt.Sprint(at, "/", i), items, element)
			}
		}
	}
	walk("", root, draft)
	if fields < 100 {
		t.Errorf("only %d fields were looked for", fields)
	}
}

// Ids within one submission are its own, so that a check finds no doubles.
func TestNewGivesEveryThingAnID(t *testing.T) {
	draft := decode(t, plankoll(t, "new", "--supplier", "N", "--year", "2024", "--service", "E-arkiv").stdout)
	ids := map[string]int{}
	var walk func(any)
	walk = func(value any) {
		switch value := value.(type) {
		case map[string]any:
			if id, ok := value["id"].(string); ok {
				ids[id]++
			}
			for _, member := range value {
				walk(member)
			}
		case []any:
			for _, element := range value {
				walk(element)
			}
		}
	}
	walk(draft)
	want := map[string]int{"n": 1, "e-arkiv": 1, "initiative-1": 1, "proposal-1": 1, "effect-goal-1": 1, "effect-goal-2": 1, "project-goal-1": 1}
	if !reflect.DeepEqual(ids, want) {
		t.Errorf("the ids are %v, want %v", ids, want)
	}
}
