package main

import (
	"fmt"
	"math/big"
	"path"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/cmd/internal/surgery"
)

// condition tells which wounds an account is about. What is left out is no
// condition. Below, above and the keys of beside name a place of the healthy
// plan: from the root, or from what holds the wounded value.
type condition struct {
	Wounds  []string          `json:"wounds"`  // kinds
	At      []string          `json:"at"`      // pointer patterns: * is one key, ** any number of them
	Was     []string          `json:"was"`     // patterns of the value before
	Becomes []string          `json:"becomes"` // patterns of the value after
	Within  string            `json:"within"`  // the number changes by at most this
	Below   string            `json:"below"`   // the new number or date is lower than this, or than what stands there
	Above   string            `json:"above"`   // likewise, higher
	Beside  map[string]string `json:"beside"`  // what stands in other places
}

func (c condition) String() string {
	return fmt.Sprintf("%s at %s", strings.Join(c.Wounds, ", "), strings.Join(c.At, ", "))
}

func (c condition) covers(w surgery.Wound) bool {
	return slices.Contains(c.Wounds, w.Kind) &&
		slices.ContainsFunc(c.At, func(pattern string) bool {
			return matches(strings.Split(strings.TrimPrefix(pattern, "/"), "/"), w.At.Segments())
		}) &&
		isLike(c.Was, w.Before) && isLike(c.Becomes, w.After) &&
		(c.Within == "" || within(w, c.Within)) &&
		(c.Below == "" || compares(w, c.Below) < 0) &&
		(c.Above == "" || compares(w, c.Above) > 0) &&
		c.standsBeside(w)
}

func (c condition) standsBeside(w surgery.Wound) bool {
	for place, value := range c.Beside {
		if elsewhere(w, place) != value {
			return false
		}
	}
	return true
}

func isLike(patterns []string, value string) bool {
	return len(patterns) == 0 || slices.ContainsFunc(patterns, func(pattern string) bool {
		ok, _ := path.Match(pattern, value)
		return ok
	})
}

func within(w surgery.Wound, bound string) bool {
	before, ok1 := new(big.Rat).SetString(w.Before)
	after, ok2 := new(big.Rat).SetString(w.After)
	most, ok3 := new(big.Rat).SetString(bound)
	return ok1 && ok2 && ok3 && after.Sub(after, before).Abs(after).Cmp(most) <= 0
}

// compares tells how the new value stands to a number, a date, or what stands in
// a place: numbers by size, everything else as text, which is right for dates. It
// is 0 if nothing stands there.
func compares(w surgery.Wound, bound string) int {
	if strings.Contains(bound, "/") {
		bound = elsewhere(w, bound)
	}
	if bound == "" {
		return 0
	}
	x, ok1 := new(big.Rat).SetString(w.After)
	y, ok2 := new(big.Rat).SetString(bound)
	if ok1 && ok2 {
		return x.Cmp(y)
	}
	return strings.Compare(w.After, bound)
}

// elsewhere returns what stands in another place of the healthy plan, "" if
// nothing does.
func elsewhere(w surgery.Wound, place string) string {
	if !strings.HasPrefix(place, "/") {
		place = path.Join(string(w.At.Parent()), place)
	}
	value := surgery.Look(w.Healthy, report.Pointer(place).Segments())
	if value == nil {
		return ""
	}
	return fmt.Sprint(value)
}

func matches(pattern, segments []string) bool {
	if len(pattern) == 0 {
		return len(segments) == 0
	}
	if pattern[0] == "**" {
		for i := range len(segments) + 1 {
			if matches(pattern[1:], segments[i:]) {
				return true
			}
		}
		return false
	}
	return len(segments) > 0 && (pattern[0] == "*" || pattern[0] == segments[0]) && matches(pattern[1:], segments[1:])
}
