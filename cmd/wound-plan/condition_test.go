package main

import (
	"testing"

	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/cmd/internal/surgery"
)

func TestConditions(t *testing.T) {
	healthy, err := decode([]byte(`{
		"day": "2023-03-31",
		"rows": [{"start": "2023-01-16", "end": "2023-11-24", "cost": {"amount": 240, "unit": "tkr"}}]
	}`))
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		at            report.Pointer
		before, after string
		condition     condition
		want          bool
	}{
		"any row":                     {"/rows/0/end", "", "", condition{At: []string{"/rows/*/end"}}, true},
		"another field":               {"/rows/0/start", "", "", condition{At: []string{"/rows/*/end"}}, false},
		"any depth":                   {"/rows/0/cost/unit", "", "", condition{At: []string{"/**/unit"}}, true},
		"one key is not two":          {"/rows/0/cost/unit", "", "", condition{At: []string{"/rows/*/unit"}}, false},
		"small enough":                {"/rows/0/cost/amount", "240", "242", condition{Within: "2"}, true},
		"too large":                   {"/rows/0/cost/amount", "240", "243", condition{Within: "2"}, false},
		"no number":                   {"/rows/0/cost/amount", "240", "", condition{Within: "2"}, false},
		"before a date":               {"/day", "2023-03-31", "2023-03-01", condition{Below: "2023-03-15"}, true},
		"not before a date":           {"/day", "2023-03-31", "2023-03-15", condition{Below: "2023-03-15"}, false},
		"before another field":        {"/rows/0/end", "2023-11-24", "2022-01-01", condition{Below: "./start"}, true},
		"not before another field":    {"/rows/0/end", "2023-11-24", "2023-01-16", condition{Below: "./start"}, false},
		"after a place from the root": {"/rows/0/end", "2023-11-24", "2023-04-01", condition{Above: "/day"}, true},
		"after a place that is empty": {"/rows/0/end", "2023-11-24", "2023-04-01", condition{Above: "./due"}, false},
		"numbers by size":             {"/rows/0/cost/amount", "240", "1000", condition{Above: "240"}, true},
		"the unit beside it":          {"/rows/0/cost/amount", "240", "1", condition{Beside: map[string]string{"./unit": "tkr"}}, true},
		"another unit beside it":      {"/rows/0/cost/amount", "240", "1", condition{Beside: map[string]string{"./unit": "kr"}}, false},
		"was":                         {"/rows/0/cost/amount", "240", "1", condition{Was: []string{"2*"}}, true},
		"was not":                     {"/rows/0/cost/amount", "240", "1", condition{Was: []string{"0"}}, false},
		"becomes":                     {"/rows/0/cost/amount", "240", "0", condition{Becomes: []string{"0"}}, true},
	} {
		t.Run(name, func(t *testing.T) {
			c := test.condition
			c.Wounds = []string{"digit"}
			if c.At == nil {
				c.At = []string{string(test.at)}
			}
			w := surgery.Wound{Kind: "digit", At: test.at, Before: test.before, After: test.after, Healthy: healthy}
			if got := c.covers(w); got != test.want {
				t.Errorf("covers: %v, want %v", got, test.want)
			}
			w.Kind = "blank"
			if c.covers(w) {
				t.Error("covers a wound of another kind")
			}
		})
	}
}
