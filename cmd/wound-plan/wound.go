package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/plankoll/plankoll/checker/report"
)

// wound is one change of a sound plan.
type wound struct {
	kind    string
	at      report.Pointer
	touched []report.Pointer // all places whose value is another now
	before  string
	after   string
	plan    any
}

func (w wound) String() string {
	return fmt.Sprintf("%s %s: %s -> %s", w.kind, w.at, short(w.before), short(w.after))
}

func short(text string) string {
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return text
}

// answers knows the answers that a field may have.
type answers interface {
	Answers(report.Pointer) []string
}

// surgeon draws wounds at random.
type surgeon struct {
	plan   any
	form   answers
	random *rand.Rand
	leaves []report.Pointer // of everything that is no object and no list
	lists  []report.Pointer // with at least two elements
}

func newSurgeon(plan any, form answers, random *rand.Rand) *surgeon {
	s := &surgeon{plan: plan, form: form, random: random}
	s.explore("", plan)
	return s
}

// explore collects the places, in the order of their names.
func (s *surgeon) explore(at report.Pointer, value any) {
	switch value := value.(type) {
	case map[string]any:
		names := make([]string, 0, len(value))
		for name := range value {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			s.explore(at.Join(name), value[name])
		}
	case []any:
		if len(value) > 1 {
			s.lists = append(s.lists, at)
		}
		for i, element := range value {
			s.explore(at.Index(i), element)
		}
	default:
		s.leaves = append(s.leaves, at)
	}
}

// wound draws a kind of wound and a place until they fit.
func (s *surgeon) wound() wound {
	kinds := []func() (wound, bool){s.blank, s.digit, s.swapDigits, s.dropRow, s.swapRows, s.flip, s.moveDate}
	for {
		w, ok := kinds[s.random.IntN(len(kinds))]()
		if ok {
			return w
		}
	}
}

func (s *surgeon) leaf() (report.Pointer, any) {
	at := s.leaves[s.random.IntN(len(s.leaves))]
	value, _ := look(s.plan, at.Segments())
	return at, value
}

// blank empties a text, and takes anything else away.
func (s *surgeon) blank() (wound, bool) {
	at, value := s.leaf()
	if text, ok := value.(string); ok && s.form.Answers(at) == nil && !isDate(text) && !strings.HasSuffix(string(at), "/id") {
		return s.replace("blank", at, value, ""), text != ""
	}
	return s.replace("remove", at, value, nil), true
}

// digit changes one digit of a whole number.
func (s *surgeon) digit() (wound, bool) {
	at, value := s.leaf()
	number, ok := value.(json.Number)
	if !ok || strings.Contains(number.String(), ".") {
		return wound{}, false
	}
	digits := []byte(number.String())
	i := s.random.IntN(len(digits))
	other := byte('0' + s.random.IntN(10))
	if digits[i] == '-' || digits[i] == other || (i == 0 && other == '0' && len(digits) > 1) {
		return wound{}, false
	}
	digits[i] = other
	return s.replace("digit", at, value, json.Number(digits)), true
}

// swapDigits exchanges two neighbouring digits of a whole number.
func (s *surgeon) swapDigits() (wound, bool) {
	at, value := s.leaf()
	number, ok := value.(json.Number)
	if !ok || strings.Contains(number.String(), ".") || len(number) < 2 {
		return wound{}, false
	}
	digits := []byte(number.String())
	i := s.random.IntN(len(digits) - 1)
	if digits[i] == digits[i+1] || digits[i] == '-' || (i == 0 && digits[1] == '0') {
		return wound{}, false
	}
	digits[i], digits[i+1] = digits[i+1], digits[i]
	return s.replace("swap digits", at, value, json.Number(digits)), true
}

// dropRow takes an element out of a list.
func (s *surgeon) dropRow() (wound, bool) {
	at := s.lists[s.random.IntN(len(s.lists))]
	value, _ := look(s.plan, at.Segments())
	list := value.([]any)
	i := s.random.IntN(len(list))
	w := s.replace("drop row", at, fmt.Sprintf("%d of %d", i, len(list)), slices.Delete(slices.Clone(list), i, i+1))
	w.after = fmt.Sprint(len(list) - 1)
	return w, true
}

// swapRows exchanges two elements of a list.
func (s *surgeon) swapRows() (wound, bool) {
	at := s.lists[s.random.IntN(len(s.lists))]
	value, _ := look(s.plan, at.Segments())
	list := slices.Clone(value.([]any))
	i, j := s.random.IntN(len(list)), s.random.IntN(len(list))
	list[i], list[j] = list[j], list[i]
	w := s.replace("swap rows", at, fmt.Sprintf("%d and %d", i, j), list)
	w.after = "exchanged"
	return w, i != j
}

// flip chooses another answer.
func (s *surgeon) flip() (wound, bool) {
	at, value := s.leaf()
	if truth, ok := value.(bool); ok {
		return s.replace("flip", at, value, !truth), true
	}
	known := s.form.Answers(at)
	if len(known) < 2 {
		return wound{}, false
	}
	other := known[s.random.IntN(len(known))]
	return s.replace("flip", at, value, other), other != value
}

// moveDate moves a date by up to five years either way.
func (s *surgeon) moveDate() (wound, bool) {
	at, value := s.leaf()
	text, _ := value.(string)
	if !isDate(text) {
		return wound{}, false
	}
	day, _ := time.Parse(time.DateOnly, text)
	days := s.random.IntN(2*1826+1) - 1826
	return s.replace("move date", at, value, day.AddDate(0, 0, days).Format(time.DateOnly)), days != 0
}

// replace makes a wound of putting a value in a place; nil takes it away.
func (s *surgeon) replace(kind string, at report.Pointer, before, after any) wound {
	return wound{
		kind: kind, at: at, touched: []report.Pointer{at},
		before: fmt.Sprint(before), after: fmt.Sprint(after),
		plan: put(s.plan, at.Segments(), after),
	}
}

func isDate(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

func look(value any, segments []string) (any, bool) {
	for _, segment := range segments {
		switch container := value.(type) {
		case map[string]any:
			value = container[segment]
		case []any:
			i, err := strconv.Atoi(segment)
			if err != nil || i >= len(container) {
				return nil, false
			}
			value = container[i]
		default:
			return nil, false
		}
	}
	return value, true
}

// put returns a copy of a tree with another value in one place, nil taking a
// member away. Parts that stay the same are shared.
func put(value any, segments []string, with any) any {
	if len(segments) == 0 {
		return with
	}
	switch container := value.(type) {
	case map[string]any:
		changed := make(map[string]any, len(container))
		for name, member := range container {
			changed[name] = member
		}
		if len(segments) == 1 && with == nil {
			delete(changed, segments[0])
		} else {
			changed[segments[0]] = put(container[segments[0]], segments[1:], with)
		}
		return changed
	case []any:
		changed := slices.Clone(container)
		i, _ := strconv.Atoi(segments[0]) // the pointers are our own
		if len(segments) == 1 && with == nil {
			return slices.Delete(changed, i, i+1)
		}
		changed[i] = put(container[i], segments[1:], with)
		return changed
	}
	return value
}
