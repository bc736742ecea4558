package surgery

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/plankoll/plankoll/checker/report"
)

// Answers knows the answers that a field may have.
type Answers interface {
	Answers(report.Pointer) []string
}

// Surgeon draws wounds at random.
type Surgeon struct {
	plan   any
	form   Answers
	random *rand.Rand
	leaves []report.Pointer            // of everything that is no object and no list
	lists  []report.Pointer            // with something in them
	parts  []report.Pointer            // objects and lists that are fields
	alike  map[string][]report.Pointer // leaves that are the same field of different rows
}

// New is a surgeon for one plan, as it is decoded.
func New(plan any, form Answers, random *rand.Rand) *Surgeon {
	s := &Surgeon{plan: plan, form: form, random: random, alike: map[string][]report.Pointer{}}
	s.explore("", "", plan)
	return s
}

// explore collects the places, in the order of their names.
func (s *Surgeon) explore(at report.Pointer, field string, value any) {
	switch value := value.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(value)) {
			switch value[name].(type) {
			case map[string]any, []any:
				s.parts = append(s.parts, at.Join(name))
			}
			s.explore(at.Join(name), field+"/"+name, value[name])
		}
	case []any:
		if len(value) > 0 {
			s.lists = append(s.lists, at)
		}
		for i, element := range value {
			s.explore(at.Index(i), field+"/*", element)
		}
	default:
		s.leaves = append(s.leaves, at)
		s.alike[field] = append(s.alike[field], at)
	}
}

// ErrTooSmall is told of a plan that has no room for as many wounds.
var ErrTooSmall = errors.New("the plan is too small for that many wounds")

// patience is how often a surgeon looks for a place that a kind of wound fits
// and that does not have it yet.
const patience = 1000

// Wounds draws wounds that all differ, as many of each kind as there is room for.
func (s *Surgeon) Wounds(count int) ([]Wound, error) {
	if len(s.leaves) == 0 || len(s.lists) == 0 || len(s.parts) == 0 {
		return nil, ErrTooSmall
	}
	kinds := []func() (Wound, bool){
		s.blank, s.cut, s.digit, s.swapDigits, s.sign, s.year, s.dropRow, s.repeatRow, s.swapRows,
		s.flip, s.moveDate, s.borrow,
	}
	var drawn []Wound
	known := map[string]bool{}
	another := func(draw func() (Wound, bool)) bool {
		for range patience {
			w, ok := draw()
			if name := w.Kind + " " + string(w.At) + " " + w.After; ok && !known[name] {
				known[name] = true
				drawn = append(drawn, w)
				return true
			}
		}
		return false
	}
	for len(drawn) < count {
		if len(kinds) == 0 {
			return nil, ErrTooSmall
		}
		if i := s.random.IntN(len(kinds)); !another(kinds[i]) {
			kinds = slices.Delete(kinds, i, i+1)
		}
	}
	return drawn, nil
}

func (s *Surgeon) leaf() (report.Pointer, any) {
	at := s.leaves[s.random.IntN(len(s.leaves))]
	return at, Look(s.plan, at.Segments())
}

func (s *Surgeon) list() (report.Pointer, []any) {
	at := s.lists[s.random.IntN(len(s.lists))]
	return at, slices.Clone(Look(s.plan, at.Segments()).([]any))
}

// blank empties a text, and takes anything else away.
func (s *Surgeon) blank() (Wound, bool) {
	at, value := s.leaf()
	if text, ok := value.(string); ok && s.form.Answers(at) == nil && !isDate(text) && !strings.HasSuffix(string(at), "/id") {
		return s.replace("blank", at, value, ""), text != ""
	}
	return s.replace("remove", at, value, nil), true
}

// cut takes a whole part away: a section, a table, a row's list.
func (s *Surgeon) cut() (Wound, bool) {
	at := s.parts[s.random.IntN(len(s.parts))]
	return s.replace("cut", at, "there", nil), true
}

// digit changes one digit of a number.
func (s *Surgeon) digit() (Wound, bool) {
	at, value := s.leaf()
	number, ok := value.(json.Number)
	if !ok {
		return Wound{}, false
	}
	digits := []byte(number)
	i := s.random.IntN(len(digits))
	if !isDigit(digits[i]) {
		return Wound{}, false
	}
	digits[i] = byte('0' + s.random.IntN(10))
	return s.renumber("digit", at, number, digits)
}

// swapDigits exchanges two neighbouring digits of a number.
func (s *Surgeon) swapDigits() (Wound, bool) {
	at, value := s.leaf()
	number, ok := value.(json.Number)
	if !ok || len(number) < 2 {
		return Wound{}, false
	}
	digits := []byte(number)
	i := s.random.IntN(len(digits) - 1)
	if !isDigit(digits[i]) || !isDigit(digits[i+1]) {
		return Wound{}, false
	}
	digits[i], digits[i+1] = digits[i+1], digits[i]
	return s.renumber("swap digits", at, number, digits)
}

// sign turns a number into its opposite.
func (s *Surgeon) sign() (Wound, bool) {
	at, value := s.leaf()
	number, ok := value.(json.Number)
	if !ok || number == "0" {
		return Wound{}, false
	}
	opposite, negative := strings.CutPrefix(string(number), "-")
	if !negative {
		opposite = "-" + opposite
	}
	return s.replace("sign", at, value, json.Number(opposite)), true
}

// year moves a year one ahead or back.
func (s *Surgeon) year() (Wound, bool) {
	at, value := s.leaf()
	number, ok := value.(json.Number)
	year, err := number.Int64()
	if !ok || err != nil || year < 2000 || year > 2099 || !isYear(at) {
		return Wound{}, false
	}
	return s.replace("year", at, value, json.Number(strconv.FormatInt(year+int64(2*s.random.IntN(2)-1), 10))), true
}

// dropRow takes an element out of a list.
func (s *Surgeon) dropRow() (Wound, bool) {
	at, list := s.list()
	i := s.random.IntN(len(list))
	return s.rearrange("drop row", at, at.Index(i), slices.Delete(list, i, i+1)), true
}

// repeatRow puts an element into a list once more.
func (s *Surgeon) repeatRow() (Wound, bool) {
	at, list := s.list()
	i := s.random.IntN(len(list))
	return s.rearrange("repeat row", at, at.Index(i), slices.Insert(list, i, list[i])), true
}

// swapRows exchanges two elements of a list.
func (s *Surgeon) swapRows() (Wound, bool) {
	at, list := s.list()
	i, j := s.random.IntN(len(list)), s.random.IntN(len(list))
	list[i], list[j] = list[j], list[i]
	w := s.rearrange("swap rows", at, at, list)
	w.After = fmt.Sprintf("%d and %d exchanged", i, j)
	return w, i < j
}

// flip chooses another answer.
func (s *Surgeon) flip() (Wound, bool) {
	at, value := s.leaf()
	if truth, ok := value.(bool); ok {
		return s.replace("flip", at, value, !truth), true
	}
	known := s.form.Answers(at)
	if len(known) < 2 {
		return Wound{}, false
	}
	other := known[s.random.IntN(len(known))]
	return s.replace("flip", at, value, other), other != value
}

// moveDate moves a date by up to five years either way.
func (s *Surgeon) moveDate() (Wound, bool) {
	at, value := s.leaf()
	text, _ := value.(string)
	if !isDate(text) {
		return Wound{}, false
	}
	day, _ := time.Parse(time.DateOnly, text)
	days := s.random.IntN(2*1826+1) - 1826
	return s.replace("move date", at, value, day.AddDate(0, 0, days).Format(time.DateOnly)), days != 0
}

// borrow puts what the same field of another row holds in place of a text or an
// id, as when a row is copied and not filled in.
func (s *Surgeon) borrow() (Wound, bool) {
	fields := slices.Sorted(maps.Keys(s.alike))
	places := s.alike[fields[s.random.IntN(len(fields))]]
	at, from := places[s.random.IntN(len(places))], places[s.random.IntN(len(places))]
	value, other := Look(s.plan, at.Segments()), Look(s.plan, from.Segments())
	text, ok := value.(string)
	return s.replace("borrow", at, value, other), ok && text != other && !isDate(text) && s.form.Answers(at) == nil
}

// renumber puts other digits in place of a number, unless they make none.
func (s *Surgeon) renumber(kind string, at report.Pointer, before json.Number, digits []byte) (Wound, bool) {
	after := json.Number(digits)
	return s.replace(kind, at, before, after), after != before && json.Valid(digits)
}

// replace makes a wound of putting a value in a place; nil takes it away.
func (s *Surgeon) replace(kind string, at report.Pointer, before, after any) Wound {
	return Wound{
		Kind: kind, At: at, Touched: at, Healthy: s.plan,
		Before: fmt.Sprint(before), After: fmt.Sprint(after),
		Plan: put(s.plan, at.Segments(), after),
	}
}

// rearrange makes a wound of another list in the place of one.
func (s *Surgeon) rearrange(kind string, list, at report.Pointer, elements []any) Wound {
	return Wound{
		Kind: kind, At: at, Touched: list, Healthy: s.plan,
		Before: "a list", After: fmt.Sprintf("%d left", len(elements)),
		Plan: put(s.plan, list.Segments(), elements),
	}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isDate(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

func isYear(at report.Pointer) bool {
	segments := at.Segments()
	return slices.Contains([]string{"reportYear", "year", "from", "until"}, segments[len(segments)-1])
}
