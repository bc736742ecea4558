package audit

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"

	"github.com/plankoll/plankoll/checker"
)

// summary is what all facts of a group amount to.
type summary struct {
	Count     int       `json:"count"`
	Commonest []common  `json:"commonest"` // values, the commonest first
	Quartiles []float64 `json:"quartiles"` // of numbers: the lower, the median and the upper

	group   string
	key     json.RawMessage
	sources int // of the facts, each of which is on a line
	skip    bool
	values  map[string]int
	numbers []float64
	sums    map[sum]int64
	name    string
}

type common struct {
	Value json.RawMessage `json:"value"`
	Count int             `json:"count"`
}

// sum names what amounts are added up by.
type sum struct{ Kind, Column string }

// distinctValues is how many are counted; where there are more, none is common.
const (
	distinctValues = 1000
	commonestShown = 10
)

func newSummary(group string, key json.RawMessage) *summary {
	return &summary{group: group, key: key, values: map[string]int{}, sums: map[sum]int64{}}
}

func (s *summary) add(l line) {
	s.sources++
	for _, f := range l.Facts {
		s.take(f)
	}
}

func (s *summary) take(f known) {
	s.Count++
	value := string(bytes.TrimSpace(f.Value))
	if value == "" || value[0] == '{' || value[0] == '[' {
		return
	}
	if _, known := s.values[value]; known || len(s.values) < distinctValues {
		s.values[value]++
	}
	number, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return
	}
	s.numbers = append(s.numbers, number)
	var about struct{ Name, Column string }
	if len(f.About) > 0 && json.Unmarshal(f.About, &about) == nil {
		s.name = cmp.Or(s.name, about.Name)
		if amount, err := strconv.ParseInt(value, 10, 64); err == nil {
			s.sums[sum{f.Kind, about.Column}] += amount
		}
	}
}

func (s *summary) finish() {
	s.Commonest, s.Quartiles = []common{}, []float64{}
	for _, value := range slices.Sorted(maps.Keys(s.values)) {
		s.Commonest = append(s.Commonest, common{json.RawMessage(value), s.values[value]})
	}
	slices.SortStableFunc(s.Commonest, func(a, b common) int { return b.Count - a.Count })
	s.Commonest = s.Commonest[:min(len(s.Commonest), commonestShown)]
	if n := len(s.numbers); n > 0 && n == s.Count {
		slices.Sort(s.numbers)
		for _, part := range []float64{0.25, 0.5, 0.75} {
			s.Quartiles = append(s.Quartiles, quantile(s.numbers, part))
		}
	}
	s.values, s.numbers = nil, nil
}

// quantile is by linear interpolation between the nearest of sorted numbers (R-7 of
// Hyndman and Fan, 1996), as spreadsheets have it.
func quantile(sorted []float64, part float64) float64 {
	at := part * float64(len(sorted)-1)
	below := int(at)
	if below+1 >= len(sorted) {
		return sorted[below]
	}
	return sorted[below] + (at-float64(below))*(sorted[below+1]-sorted[below])
}

// idle tells whether no rule has anything to say of the group.
func (s *summary) idle(kind checker.GroupKind, has map[string]bool) bool {
	enough := s.sources >= kind.Sources || slices.ContainsFunc(kind.Alone, func(what string) bool { return has[what] })
	return s.skip || !kind.Asked || s.Count < kind.Least || !enough
}
