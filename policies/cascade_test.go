package policies_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/cases"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/policies"
)

// TestOneCauseIsOneFinding takes away every section, table, list, object and unit
// of the sound plan, one at a time, and demands that no more than one finding and
// one thing that could not be judged come of it. Where one loss is several things
// to do, testdata/wounds/cascades.yaml says why.
func TestOneCauseIsOneFinding(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	allowed := cascades(t)
	excused := map[string]bool{}
	var lock sync.Mutex
	t.Run("losses", func(t *testing.T) {
		for _, loss := range losses(t, policies.Sound) {
			t.Run(loss.name, func(t *testing.T) {
				t.Parallel()
				result := c.Check(t.Context(), checker.Submission{Bytes: loss.plan}, checker.Options{})
				unjudged := slices.DeleteFunc(slices.Clone(result.NotEvaluated), func(n report.NotEvaluated) bool {
					return n.Reason == checker.Unsound // the schema has said why
				})
				var told []string
				for _, f := range result.Findings {
					told = append(told, cases.Line("finding", f.Rule, f.Place.Pointer, f.Variant))
				}
				for _, n := range unjudged {
					told = append(told, cases.Line("not evaluated", n.Rule, n.Place.Pointer, n.Reason))
				}
				few := len(result.Findings) <= 1 && len(unjudged) <= 1
				lock.Lock()
				defer lock.Unlock()
				for place := range allowed {
					if place.MatchString(loss.name) {
						excused[allowed[place]] = excused[allowed[place]] || !few
						return
					}
				}
				if !few {
					t.Errorf("one loss is told as\n\t%s", strings.Join(told, "\n\t"))
				}
			})
		}
	})
	for _, why := range allowed {
		if !excused[why] {
			t.Errorf("nothing needs the excuse %q", why)
		}
	}
}

// cascades are the losses that are several things to do, with the reason.
func cascades(t *testing.T) map[*regexp.Regexp]string {
	text, err := os.ReadFile("../testdata/wounds/cascades.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var listed []struct{ Losses, Why string }
	if err := yaml.UnmarshalStrict(text, &listed); err != nil {
		t.Fatal(err)
	}
	list := map[*regexp.Regexp]string{}
	for _, entry := range listed {
		list[regexp.MustCompile("^(?:"+entry.Losses+")$")] = entry.Why
	}
	return list
}

type loss struct {
	name string // what was done, and where: one for each field of the form
	plan []byte
}

func losses(t *testing.T, sound []byte) []loss {
	var plan map[string]any
	decoder := json.NewDecoder(bytes.NewReader(sound))
	decoder.UseNumber()
	if err := decoder.Decode(&plan); err != nil {
		t.Fatal(err)
	}
	var all []loss
	seen := map[string]bool{}
	inflict := func(how, place string) {
		if name := how + " " + indices.ReplaceAllString(place, "/*"); !seen[name] {
			seen[name] = true
			text, err := json.Marshal(plan)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, loss{name, text})
		}
	}
	// walk takes away a value and what is in it; put replaces it, nil by nothing.
	var walk func(place string, value any, put func(any))
	walk = func(place string, value any, put func(any)) {
		try := func(how string, other any) {
			put(other)
			inflict(how, place)
			put(value)
		}
		switch value := value.(type) {
		case map[string]any:
			try("remove", nil)
			if strings.Count(place, "/") == 1 || strings.HasPrefix(place, "/costs/") && strings.Count(place, "/") == 2 {
				try("empty", map[string]any{})
				try("exempt", map[string]any{"exemption": map[string]any{"reason": "Redovisas av en annan nämnd."}})
				try("exempt without a reason", map[string]any{"exemption": map[string]any{}})
			}
			for _, key := range slices.Sorted(maps.Keys(value)) {
				walk(place+"/"+key, value[key], func(other any) {
					if other == nil {
						delete(value, key)
					} else {
						value[key] = other
					}
				})
			}
		case []any:
			try("remove", nil)
			try("empty", []any{})
			for i, element := range value {
				walk(place+"/"+strconv.Itoa(i), element, func(other any) {
					if other == nil {
						put(slices.Delete(slices.Clone(value), i, i+1))
					} else {
						value[i] = other
						put(value)
					}
				})
			}
		case string:
			if strings.HasSuffix(place, "/unit") && strings.HasPrefix(place, "/costs/") {
				try("remove", nil)
				try("other", "kr")
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(plan)) {
		if key == "supplier" { // who hands in the plan, and not a part of it
			continue
		}
		walk("/"+key, plan[key], func(other any) {
			if other == nil {
				delete(plan, key)
			} else {
				plan[key] = other
			}
		})
	}
	return all
}

var indices = regexp.MustCompile(`/[0-9]+`)
