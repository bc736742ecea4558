//go:build !race

// The race detector makes each check ten times slower and finds nothing here
// that it does not find in TestTogether.

package checker_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/schemas"
)

// full makes these tests take every value of both samples, for some minutes.
// Otherwise they take one for each field of the form.
var full = os.Getenv("PLANKOLL_FULL") != ""

// A wound is a value of the samples and what is put in its place.
type wound struct {
	plan *plan
	at   report.Pointer
	to   any
}

func (w wound) String() string { return fmt.Sprintf("%s%s = %s", w.plan.name, w.at, brief(w.to)) }

// plan is a sample and what a check of it says.
type plan struct {
	name    string
	text    []byte
	value   any
	remarks map[remark]string // with their values
}

// remark is what a rule says of a place: a finding, a question to a person, or
// that it could not judge.
type remark struct {
	kind, rule, variant string
	at                  report.Pointer
}

func plans(t *testing.T) []*plan {
	var all []*plan
	for _, name := range []string{"sound", "real"} {
		value := decode(t, sample(t, name))
		text := encode(t, value)
		all = append(all, &plan{name, text, value, remarks(t, check(t, text))})
	}
	return all
}

// remarks are what the rules say in a report; what reader, schema and engine
// say is left out.
func remarks(t *testing.T, r *report.Report) map[remark]string {
	found := map[remark]string{}
	for _, f := range r.Findings {
		if f.Stage == report.Policy {
			found[remark{"finding", f.Rule, f.Variant, f.Place.Pointer}] += string(encode(t, f.Values))
		}
	}
	for _, m := range r.Manual {
		found[remark{"manual", m.Rule, m.Variant, m.Place.Pointer}] += string(encode(t, m.Values))
	}
	for _, n := range r.NotEvaluated {
		found[remark{"not evaluated", n.Rule, n.Reason, n.Place.Pointer}] += string(encode(t, n.Values))
	}
	return found
}

// Whatever is of the wrong shape, nothing is concluded from it: no rule finds
// what it did not find in the whole plan, and what a rule no longer says it
// names as not evaluated.
func TestNothingIsConcludedFromWhatIsUnsound(t *testing.T) {
	var wounds []wound
	for _, p := range plans(t) {
		wounds = append(wounds, wound{p, "", json.Number("7")})
		for _, at := range pointers(p.value) {
			wounds = append(wounds, wound{p, at, wrong(valueAt(p.value, at))})
		}
	}
	each(t, sampled(wounds), func(w wound) (faults []string) {
		after := remarks(t, check(t, w.text(t)))
		for said := range after {
			if _, before := w.plan.remarks[said]; !before && said.kind != "not evaluated" {
				faults = append(faults, fmt.Sprintf("%s says something new: %+v", said.rule, said))
			}
		}
		for said := range w.plan.remarks {
			if _, still := after[said]; still || w.at.Contains(said.at) {
				continue
			}
			if !slices.ContainsFunc(slices.Collect(maps.Keys(after)), func(other remark) bool {
				return other.kind == "not evaluated" && other.rule == said.rule && (w.at.Contains(other.at) || other.at.Contains(w.at))
			}) {
				faults = append(faults, fmt.Sprintf("%s no longer says %+v and does not say why", said.rule, said))
			}
		}
		return faults
	})
}

// A rule names all that it reads (reads in rule.yaml): a change there, and no
// other, may change what it says. Where it reads something else, a fault of the
// schema there would change its answer unseen.
func TestRulesReadWhatTheySay(t *testing.T) {
	var changes []wound
	for _, p := range plans(t) {
		for _, at := range pointers(p.value) {
			if at == "/profile" { // another profile is another set of rules
				continue
			}
			for _, to := range valid(t, p.value, at) {
				changes = append(changes, wound{p, at, to})
			}
		}
	}
	rules := load(t).Catalog()
	each(t, sampled(changes), func(w wound) (faults []string) {
		result := check(t, w.text(t))
		for _, f := range result.Findings {
			if f.Stage != report.Policy {
				return nil // not a valid change after all
			}
		}
		after := remarks(t, result)
		changed := map[string]remark{}
		for said, values := range after {
			if before, ok := w.plan.remarks[said]; !ok || before != values {
				changed[said.rule] = said
			}
		}
		for said := range w.plan.remarks {
			if _, still := after[said]; !still {
				changed[said.rule] = said
			}
		}
		for id, said := range changed {
			if !rules.Rule(id).ReadsAt(w.at) {
				faults = append(faults, fmt.Sprintf("%s reads it without saying so: %+v", id, said))
			}
		}
		return faults
	})
}

// text is the plan with the wound.
func (w wound) text(t *testing.T) []byte {
	value := decode(t, w.plan.text)
	if w.at == "" {
		return encode(t, w.to)
	}
	segments := w.at.Segments()
	last := segments[len(segments)-1]
	switch holder := valueAt(value, w.at.Parent()).(type) {
	case map[string]any:
		if w.to == removed {
			delete(holder, last)
		} else {
			holder[last] = w.to
		}
	case []any:
		i, _ := strconv.Atoi(last)
		holder[i] = w.to
	}
	return encode(t, value)
}

// removed stands for a field that is taken away.
const removed = "\x00removed"

// wrong is a value that no field that holds this one takes.
func wrong(value any) any {
	if _, number := value.(json.Number); number {
		return []any{}
	}
	return json.Number("7")
}

// valid returns other values that a field may hold, as far as can be guessed; a
// check tells whether it takes them.
func valid(t *testing.T, plan any, at report.Pointer) []any {
	value := valueAt(plan, at)
	var others []any
	switch value := value.(type) {
	case string:
		for _, list := range enums(t) {
			if slices.Contains(list, any(value)) {
				for _, other := range list {
					if other != value {
						others = append(others, other)
					}
				}
			}
		}
		if others == nil {
			others = []any{"2022-11-11", "2031-11-11", "annat", "Andelen ska minska från 9 till 5 procent senast den 1 maj 2025, eftersom alla lämnar personnummer.", ""}
		}
	case json.Number:
		n, _ := value.Float64()
		others = []any{json.Number(fmt.Sprint(int(n) + 1)), json.Number("2031"), json.Number("0")}
	case bool:
		others = []any{!value}
	case []any:
		others = []any{[]any{}, value[:len(value)/2]}
	}
	return append(others, any(removed))
}

// enums are the lists of answers in the schema.
var enums = func(t *testing.T) [][]any {
	var lists [][]any
	var walk func(any)
	walk = func(value any) {
		switch value := value.(type) {
		case map[string]any:
			if list, ok := value["enum"].([]any); ok {
				lists = append(lists, list)
			}
			for _, name := range slices.Sorted(maps.Keys(value)) {
				walk(value[name])
			}
		case []any:
			for _, element := range value {
				walk(element)
			}
		}
	}
	walk(decode(t, schemas.Submission))
	return lists
}

// sampled chooses for each field of the form one of the values that it has in
// the samples, and at most three changes of it.
func sampled(all []wound) []wound {
	if full {
		return all
	}
	random := rand.New(rand.NewPCG(2024, 2))
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	chosen := map[string]report.Pointer{}
	count := map[string]int{}
	var some []wound
	for _, w := range all {
		field := fieldOf(w.at)
		at := report.Pointer(w.plan.name) + w.at
		if chosen[field] == "" {
			chosen[field] = at
		}
		if chosen[field] == at && count[field] < 3 {
			count[field]++
			some = append(some, w)
		}
	}
	return some
}

// fieldOf is a pointer without places in lists and years.
func fieldOf(p report.Pointer) string {
	var names []string
	for _, segment := range p.Segments() {
		if _, err := strconv.Atoi(segment); err != nil {
			names = append(names, segment)
		}
	}
	return fmt.Sprint(names)
}

// each calls a function for every wound, side by side, and reports the faults
// in the order of the wounds.
func each(t *testing.T, wounds []wound, faultsOf func(wound) []string) {
	t.Logf("%d wounds", len(wounds))
	faults := make([][]string, len(wounds))
	next := make(chan int)
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for i := range next {
				faults[i] = faultsOf(wounds[i])
			}
		})
	}
	for i := range wounds {
		next <- i
	}
	close(next)
	all.Wait()
	for i, list := range faults {
		slices.Sort(list)
		for _, fault := range list {
			t.Errorf("%s: %s", wounds[i], fault)
		}
	}
}

// pointers are those of all values below the root.
func pointers(value any) []report.Pointer {
	var all []report.Pointer
	var walk func(p report.Pointer, value any)
	walk = func(p report.Pointer, value any) {
		if p != "" {
			all = append(all, p)
		}
		switch value := value.(type) {
		case map[string]any:
			for _, name := range slices.Sorted(maps.Keys(value)) {
				walk(p.Join(name), value[name])
			}
		case []any:
			for i, element := range value {
				walk(p.Index(i), element)
			}
		}
	}
	walk("", value)
	return all
}

// valueAt is the value that a pointer names, which must be there.
func valueAt(value any, p report.Pointer) any {
	for _, segment := range p.Segments() {
		switch holder := value.(type) {
		case map[string]any:
			value = holder[segment]
		case []any:
			i, _ := strconv.Atoi(segment)
			value = holder[i]
		}
	}
	return value
}

// brief is a value as it is told in a fault.
func brief(value any) string {
	text := strings.ReplaceAll(fmt.Sprint(value), "\x00", "")
	if runes := []rune(text); len(runes) > 40 {
		text = string(runes[:40]) + "…"
	}
	if kind := reflect.TypeOf(value).Kind(); kind == reflect.Slice {
		return fmt.Sprintf("a list of %d", reflect.ValueOf(value).Len())
	}
	return text
}
