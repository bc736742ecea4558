package shape

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/plankoll/plankoll/checker/report"
)

func TestSound(t *testing.T) {
	s := compileSubmission(t)
	value := decode(t, `{"profile": "goteborg-2024", "reportYear": 2024, "submittedOn": "2023-3-31", "consolidation": {"analysis": "x"},
		"supplier": {"nmae": "N", "id": "ni", "services": [{"id": "a", "name": "A"}, 5, {"name": "B"}]}}`)
	before := text(t, value)
	pruned, unsound := Sound(value, s.Validate(value))

	if want := text(t, decode(t, `{"profile": "goteborg-2024", "reportYear": 2024, "consolidation": {"analysis": "x"},
		"supplier": {"id": "ni", "services": [{"id": "a", "name": "A"}, null, {"name": "B"}]}}`)); text(t, pruned) != want {
		t.Errorf("pruned %s", text(t, pruned))
	}
	if want := []report.Pointer{"/submittedOn", "/supplier/name", "/supplier/nmae", "/supplier/services/1", "/supplier/services/2/id"}; !slices.Equal(unsound, want) {
		t.Errorf("unsound %q", unsound)
	}
	if text(t, value) != before {
		t.Error("the value was changed")
	}
	shared := func(v any) uintptr { return reflect.ValueOf(v.(map[string]any)["consolidation"]).Pointer() }
	if shared(pruned) != shared(value) {
		t.Error("a sound part was copied")
	}
}

func TestSoundEither(t *testing.T) {
	value := decode(t, `{"cost": 5}`)
	if _, unsound := Sound(value, compile(t, effects).Validate(value)); !slices.Equal(unsound, []report.Pointer{"/recurring", "/year"}) {
		t.Errorf("unsound %q", unsound)
	}
}

func TestSoundRoot(t *testing.T) {
	if pruned, unsound := Sound([]any{}, compileSubmission(t).Validate([]any{})); pruned != nil || !slices.Equal(unsound, []report.Pointer{""}) {
		t.Errorf("pruned %v, unsound %q", pruned, unsound)
	}
	value := decode(t, minimal)
	if pruned, unsound := Sound(value, nil); !reflect.DeepEqual(pruned, value) || unsound != nil {
		t.Errorf("pruned %v, unsound %q", pruned, unsound)
	}
}

// However a submission is wounded, what Sound leaves has no faults but what is
// no longer there.
func TestSoundLeavesNoFaults(t *testing.T) {
	s := compileSubmission(t)
	original := text(t, large(t))
	rounds := 200
	if testing.Short() {
		rounds = 40
	}
	for seed := range rounds {
		random := rand.New(rand.NewPCG(uint64(seed), 1))
		value := decode(t, original)
		for range 1 + random.IntN(12) {
			value = hurt(value, random)
		}
		before := text(t, value)
		found := s.Validate(value)
		if valid := s.compiled.Validate(value) == nil; valid != (len(found) == 0) {
			t.Fatalf("seed %d: valid is %t, and the findings are %q", seed, valid, told(found))
		}
		pruned, _ := Sound(value, found)
		if text(t, value) != before {
			t.Fatalf("seed %d: the value was changed", seed)
		}
		if pruned == nil {
			continue
		}
		for _, f := range s.Validate(pruned) {
			_, element := parent(pruned, f.Place.Pointer).([]any)
			left, _ := valueAt(pruned, f.Place.Pointer)
			if f.Rule != missingField && !(f.Rule == wrongType && element && left == nil) {
				t.Fatalf("seed %d: %q is left of %q", seed, told([]report.Finding{f}), told(found))
			}
		}
	}
}

func TestFindingsAreTheSameEachTime(t *testing.T) {
	s := compileSubmission(t)
	for seed := range 5 {
		random := rand.New(rand.NewPCG(uint64(seed), 2))
		value := large(t)
		for range 40 {
			value = hurt(value, random)
		}
		first := s.Validate(value)
		for range 20 {
			if again := s.Validate(value); !reflect.DeepEqual(again, first) {
				t.Fatalf("seed %d:\n%q\n%q", seed, told(first), told(again))
			}
		}
	}
}

// Any schema: nothing panics, nothing is passed over, and no place is told of
// twice by one rule.
func TestAnySchema(t *testing.T) {
	for seed := range 2000 {
		random := rand.New(rand.NewPCG(uint64(seed), 3))
		schema := text(t, randomSchema(random, 3))
		s, err := Compile([]byte(schema))
		if err != nil {
			t.Fatalf("%s: %v", schema, err)
		}
		for range 10 {
			value := randomValue(random, 3)
			found := s.Validate(value)
			if valid := s.compiled.Validate(value) == nil; valid != (len(found) == 0) {
				t.Fatalf("%s\n%s\nvalid is %t, and the findings are %q", schema, text(t, value), valid, told(found))
			}
			for i := 1; i < len(found); i++ {
				a, b := found[i-1], found[i]
				if a.Place.Pointer > b.Place.Pointer || a.Place.Pointer == b.Place.Pointer && a.Rule >= b.Rule {
					t.Fatalf("%s\n%s\nout of order or twice: %q", schema, text(t, value), told(found))
				}
			}
			if again := s.Validate(value); !reflect.DeepEqual(again, found) {
				t.Fatalf("%s\n%s\n%q\n%q", schema, text(t, value), told(found), told(again))
			}
			Sound(value, found)
		}
	}
}

// hurt changes one random place of a value, which must be the caller's own.
func hurt(value any, random *rand.Rand) any {
	var places []report.Pointer
	var gather func(at report.Pointer, value any)
	gather = func(at report.Pointer, value any) {
		places = append(places, at)
		switch value := value.(type) {
		case map[string]any:
			for name, member := range value {
				gather(at.Join(name), member)
			}
		case []any:
			for i, element := range value {
				gather(at.Index(i), element)
			}
		}
	}
	gather("", value)
	slices.Sort(places)
	at := places[random.IntN(len(places))]
	if at == "" && random.IntN(50) > 0 {
		return value
	}
	held, _ := valueAt(value, at)
	switch random.IntN(4) {
	case 0:
		return wounded(value, at, nil, at != "")
	case 1: // a misspelt name
		if name := []rune(lastName(at)); len(name) > 1 {
			i := random.IntN(len(name) - 1)
			name[i], name[i+1] = name[i+1], name[i]
			return wounded(wounded(value, at, nil, true), at.Parent().Join(string(name)), held, false)
		}
	case 2:
		names := []string{"x", "", "a/b~", "year", "from", "recurring", "cost", "id", "name", "2024"}
		if _, ok := held.(map[string]any); ok {
			at = at.Join(names[random.IntN(len(names))])
		}
	}
	return wounded(value, at, randomValue(random, 2), false)
}

func randomValue(random *rand.Rand, depth int) any {
	scalars := []any{nil, true, false, "", "a", "yes", "2023-02-30", "e arkiv", json.Number("0"), json.Number("2.505"), json.Number("-1"), json.Number("5")}
	kind := random.IntN(6)
	if depth == 0 || kind < 4 {
		return scalars[random.IntN(len(scalars))]
	}
	if kind == 4 {
		var list = []any{}
		for range random.IntN(4) {
			list = append(list, randomValue(random, depth-1))
		}
		return list
	}
	object := map[string]any{}
	for range random.IntN(4) {
		object[randomName(random)] = randomValue(random, depth-1)
	}
	return object
}

func randomName(random *rand.Rand) string {
	names := []string{"a", "b", "not", "anyOf", "name", "nmae", "", "å/~ %", "propertyNames"}
	return names[random.IntN(len(names))]
}

// randomSchema uses every keyword that the library knows by its own rules.
func randomSchema(random *rand.Rand, depth int) any {
	if depth == 0 || random.IntN(12) == 0 {
		leaves := []any{true, false, object{"type": "string"}, object{"type": "integer"}, object{"const": "a"}, object{"maxLength": 1}, object{"minimum": 1}, object{"required": []any{"a"}}}
		return leaves[random.IntN(len(leaves))]
	}
	sub := func() any { return randomSchema(random, depth-1) }
	subs := func() any { return []any{sub(), sub()} }
	named := func() any { return object{randomName(random): sub(), randomName(random): sub()} }
	keywords := []func(object){
		func(s object) { s["type"] = []any{"string", "object", "array", "null"}[:1+random.IntN(3)] },
		func(s object) { s["type"] = "object" },
		func(s object) { s["enum"] = []any{"a", nil, object{}} },
		func(s object) { s["const"] = randomValue(random, 1) },
		func(s object) { s["format"], s["pattern"] = "date", "^2" },
		func(s object) { s["minimum"], s["exclusiveMaximum"], s["multipleOf"] = 1, 5, 0.5 },
		func(s object) { s["minLength"], s["maxLength"] = 1, 2 },
		func(s object) { s["minItems"], s["maxItems"], s["uniqueItems"] = 1, 2, true },
		func(s object) { s["minProperties"], s["maxProperties"] = 1, 2 },
		func(s object) { s["required"] = []any{randomName(random)} },
		func(s object) { s["dependentRequired"] = object{randomName(random): []any{randomName(random)}} },
		func(s object) { s["properties"] = named() },
		func(s object) { s["properties"], s["additionalProperties"] = named(), false },
		func(s object) { s["patternProperties"] = object{"^[an]": sub(), "/": sub()} },
		func(s object) { s["additionalProperties"] = sub() },
		func(s object) { s["propertyNames"] = sub() },
		func(s object) { s["dependentSchemas"] = named() },
		func(s object) { s["unevaluatedProperties"] = sub() },
		func(s object) { s["unevaluatedProperties"] = false },
		func(s object) { s["prefixItems"], s["items"] = subs(), sub() },
		func(s object) { s["unevaluatedItems"] = sub() },
		func(s object) { s["contains"], s["maxContains"] = sub(), 1 },
		func(s object) { s["allOf"] = subs() },
		func(s object) { s["anyOf"] = subs() },
		func(s object) { s["oneOf"] = subs() },
		func(s object) { s["not"] = sub() },
		func(s object) { s["if"], s["then"], s["else"] = sub(), sub(), sub() },
	}
	schema := object{}
	for range 1 + random.IntN(4) {
		keywords[random.IntN(len(keywords))](schema)
	}
	return schema
}

type object = map[string]any

func parent(value any, at report.Pointer) any {
	holder, _ := valueAt(value, at.Parent())
	return holder
}

func text(t testing.TB, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
