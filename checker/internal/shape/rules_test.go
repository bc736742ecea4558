package shape

import (
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/form"
	"github.com/plankoll/plankoll/checker/internal/wording"
	"github.com/plankoll/plankoll/checker/report"
)

// Every message that the examples bring forth can be written in both languages
// and uses all that the finding tells; and every message that has words is
// brought forth by an example.
func TestRules(t *testing.T) {
	emitted := map[string]map[string]report.Finding{}
	emit := func(f report.Finding) {
		variant := f.Variant
		if variant == "" {
			variant = catalog.Default
		}
		if emitted[f.Rule] == nil {
			emitted[f.Rule] = map[string]report.Finding{}
		}
		emitted[f.Rule][variant] = f
	}
	for _, e := range append(slices.Clone(examples), choices...) {
		for _, f := range compile(t, e.schema).Validate(decode(t, e.value)) {
			emit(f)
		}
	}
	emit(other("", "unreadable", map[string]any{"seen": "1e9999999"}).Finding)
	emit(other("", "unchecked", nil).Finding)

	words := texts(t)
	same(t, "rules", slices.Sorted(maps.Keys(emitted)), words.IDs())
	for id, variants := range emitted {
		rule := words.Rule(id)
		for _, language := range catalog.Languages {
			messages := rule.Texts[language].Messages
			same(t, id, slices.Sorted(maps.Keys(variants)), slices.Sorted(maps.Keys(messages)))
			for variant, f := range variants {
				text := messages[variant].Message + messages[variant].Action
				same(t, id+":"+variant, slices.Sorted(maps.Keys(f.Values)), catalog.Placeholders(text))
				if _, err := wording.New(words, language).Fill(text, f.Values); err != nil {
					t.Errorf("%s:%s in %s: %v", id, variant, language, err)
				}
			}
		}
	}
}

// The form must have a word for each answer, by the name used here.
func TestLabelsAreTerms(t *testing.T) {
	words := texts(t)
	s := compileSubmission(t)
	checked := 0
	var walk func(schema any)
	walk = func(schema any) {
		object, _ := schema.(map[string]any)
		properties, _ := object["properties"].(map[string]any)
		for name, property := range properties {
			for _, part := range s.resolved(property) {
				allowed, _ := part["enum"].([]any)
				labels, _ := part["x-labels"].(map[string]any)
				for _, label := range labelTerms(report.Pointer("").Join(name), allowed, labels) {
					key := label.(map[string]any)["term"].(string)
					if _, ok := words.Term(key, catalog.English); !ok {
						t.Errorf("the form has no term %s", key)
					}
					checked++
				}
			}
		}
		for _, inner := range object {
			walk(inner)
			if list, ok := inner.([]any); ok {
				for _, element := range list {
					walk(element)
				}
			}
		}
	}
	walk(s.document)
	if checked == 0 {
		t.Error("no labels found")
	}
}

func TestTermsOfTypes(t *testing.T) {
	words := texts(t)
	for _, name := range []string{"string", "integer", "number", "boolean", "object", "array", "null"} {
		for _, language := range catalog.Languages {
			if word, ok := words.Term("type."+name, language); !ok || word == "" {
				t.Errorf("no word for type.%s in %s", name, language)
			}
		}
	}
}

func texts(t *testing.T) *catalog.Catalog {
	t.Helper()
	schema, err := os.ReadFile(submissionSchema)
	if err != nil {
		t.Fatal(err)
	}
	labels, err := form.New(schema)
	if err != nil {
		t.Fatal(err)
	}
	words, err := catalog.Load(nil, labels, catalog.Source{Stage: report.Schema, Rules: Rules, Terms: Terms})
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: the code has %q, the texts have %q", what, got, want)
	}
}
