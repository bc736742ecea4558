package main

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/cmd/internal/surgery"
)

var loaded = sync.OnceValues(func() (*checker.Checker, error) { return checker.Load() })

func rules(t *testing.T) *catalog.Catalog {
	t.Helper()
	c, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return c.Catalog()
}

// All that the accounts are asked about in these tests is one field.
func TestWhatIsCountedAsEscaped(t *testing.T) {
	field := condition{Wounds: []string{"digit"}, At: []string{"/costs/management/totals/budget"}}
	must := &account{condition: field, Must: []string{"budget/column-sum"}}
	unsure := &account{condition: field, Unsure: []string{"budget/column-sum"}}
	why := &account{condition: field, Why: "no reason"}
	may := &account{condition: field, Why: "no reason", May: []string{"budget/*"}}
	for name, test := range map[string]struct {
		account  *account
		found    []string
		unjudged []string
		want     outcome
	}{
		"found by the rule that must":            {must, []string{"budget/column-sum"}, nil, outcome{found: 1}},
		"found by a text rule too":               {must, []string{"budget/column-sum", "budget/text-amounts"}, nil, outcome{found: 1}},
		"found by a neighbour only":              {must, []string{"budget/text-amounts"}, nil, outcome{escaped: 1}},
		"not judged is not found":                {must, nil, []string{"budget/column-sum"}, outcome{escaped: 1}},
		"found by nobody":                        {must, nil, nil, outcome{escaped: 1}},
		"found by another exact rule too":        {must, []string{"budget/column-sum", "budget/unit"}, nil, outcome{found: 1, causeless: 1}},
		"not judged, as it should be":            {unsure, nil, []string{"budget/column-sum"}, outcome{found: 1}},
		"judged, though nothing is known":        {unsure, nil, nil, outcome{escaped: 1}},
		"excused":                                {why, nil, nil, outcome{excused: 1}},
		"excused, though an exact rule finds it": {why, []string{"budget/column-sum"}, nil, outcome{excused: 1, causeless: 1}},
		"excused, and a text rule may be right":  {why, []string{"budget/text-amounts"}, nil, outcome{excused: 1}},
		"excused, and the rule may find it":      {may, []string{"budget/column-sum"}, nil, outcome{excused: 1}},
		"in no account":                          {nil, []string{"budget/column-sum"}, nil, outcome{escaped: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			sums := newTally(&out, false)
			sums.add(surgery.Wound{Kind: "digit"}, examination{found: test.found, unjudged: test.unjudged}, test.account, rules(t), nil)
			test.want.inflicted = 1
			if got := *sums.kinds["digit"]; got != test.want {
				t.Errorf("counted %+v, want %+v", got, test.want)
			}
			if faults := sums.close(); faults != test.want.escaped+test.want.causeless {
				t.Errorf("%d faults:\n%s", faults, out.String())
			}
		})
	}
}

func TestCauseless(t *testing.T) {
	sum := remark{rule: "budget/column-sum", stage: report.Policy, at: "/costs/management/totals/budget", what: "finds"}
	question := remark{rule: "allocation/catalogue", stage: report.Policy, at: "/allocationKeys/rows", what: "asks"}
	shape := remark{rule: "schema/pattern", stage: report.Schema, at: "/supplier/id", what: "finds"}
	for name, test := range map[string]struct {
		at            report.Pointer
		said, healthy []remark
		want          []string
	}{
		"a rule that reads the place":               {"/costs/management/totals/budget", []remark{sum}, nil, nil},
		"a rule that reads what is below the place": {"/costs/management", []remark{sum}, nil, nil},
		"a rule that does not read the place":       {"/longTerm/analysis", []remark{sum}, nil, []string{"budget/column-sum"}},
		"a rule that says the same as before":       {"/longTerm/analysis", []remark{question}, []remark{question}, nil},
		"a rule that has fallen silent":             {"/longTerm/analysis", nil, []remark{question}, []string{"allocation/catalogue"}},
		"the schema, of the place":                  {"/supplier/id", []remark{shape}, nil, nil},
		"the schema, of another place":              {"/supplier/name", []remark{shape}, nil, []string{"schema/pattern"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := spoken(test.said).causeless(spoken(test.healthy), rules(t), surgery.Wound{Touched: test.at})
			if !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func spoken(remarks []remark) examination {
	e := examination{remarks: map[remark]bool{}}
	for _, r := range remarks {
		e.remarks[r] = true
	}
	return e
}

func TestAccountsThatSayNothing(t *testing.T) {
	for name, test := range map[string]struct{ accounts, want string }{
		"no place":             {"- {wounds: [digit], why: x}", "needs wounds and at"},
		"neither must nor why": {"- {wounds: [digit], at: [/x]}", "needs either must, unsure or why"},
		"both must and why":    {"- {wounds: [digit], at: [/x], must: [budget/unit], why: x}", "needs either must, unsure or why"},
		"an unknown rule":      {"- {wounds: [digit], at: [/x], must: [budget/units]}", "budget/units is no rule"},
		"an unknown field":     {"- {wound: [digit]}", "wound"},
		"a rule left out":      {"- {wounds: [digit], at: [/x], why: x}", "no account asks for budget/column-sum"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := parseBook([]byte("accounts:\n"+test.accounts), rules(t))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}
