package profile_test

import (
	"io/fs"
	"reflect"
	"testing"

	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/form"
	"github.com/plankoll/plankoll/checker/internal/profile"
	"github.com/plankoll/plankoll/policies"
	"github.com/plankoll/plankoll/schemas"
)

// The template of 2025 is that of 2024 but for what this test names. Whoever
// changes one of the profiles is told to change the other, or to say so here.
func TestTheYearsDifferInWhatIsMeantTo(t *testing.T) {
	was, is := content(t, "goteborg-2024"), content(t, "goteborg-2025")

	var sections []any
	for _, section := range was["sections"].([]any) {
		sections = append(sections, section)
		if section.(map[string]any)["key"] == "ongoing" {
			sections = append(sections, map[string]any{"key": "plannedPortfolio", "holds": []any{"entries"}})
		}
	}
	was["sections"] = sections
	was["reportYears"] = []any{2025.0}
	was["title"] = is["title"]
	delete(was["rules"].(map[string]any), "initiative/followed")

	for name := range was {
		if !reflect.DeepEqual(was[name], is[name]) {
			t.Errorf("%s: goteborg-2025 has\n%v\nwant, as in goteborg-2024,\n%v", name, is[name], was[name])
		}
	}
	for name := range is {
		if _, ok := was[name]; !ok {
			t.Errorf("%s: only goteborg-2025 has it", name)
		}
	}
}

func TestBothYearsLoad(t *testing.T) {
	files := read(t)
	labels, err := form.New(schemas.Submission)
	if err != nil {
		t.Fatal(err)
	}
	rules, err := catalog.Load(files, labels)
	if err != nil {
		t.Fatal(err)
	}
	profiles, err := profile.Load(files, schemas.Profile, rules)
	if err != nil {
		t.Fatal(err)
	}
	for name, year := range map[string]int{"goteborg-2024": 2024, "goteborg-2025": 2025} {
		if p := profiles[name]; p == nil || !reflect.DeepEqual(p.Years, []int{year}) {
			t.Errorf("%s: got %+v, want a profile for %d", name, p, year)
		}
	}
	for _, day := range []string{"2023-03-31", "2024-03-31"} {
		if !profiles["goteborg-2024"].Off("initiative/followed", day) {
			t.Errorf("%s: the plan for 2024 is asked for decisions to follow", day)
		}
		if profiles["goteborg-2025"].Off("initiative/followed", day) {
			t.Errorf("%s: the plan for 2025 is not asked for decisions to follow", day)
		}
	}
}

func content(t *testing.T, name string) map[string]any {
	t.Helper()
	raw, err := fs.ReadFile(policies.Files, "profiles/"+name+"/profile.yaml")
	if err != nil {
		t.Fatal(err)
	}
	content := map[string]any{}
	if err := yaml.UnmarshalStrict(raw, &content); err != nil {
		t.Fatal(err)
	}
	return content
}

func read(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(policies.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(policies.Files, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
