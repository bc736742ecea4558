package accountant

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// The management table of a real plan, in tkr, with an index of 6 %. One digit of
// a budget is wrong, which breaks both its column and its row; only that figure
// stands in both.
func TestOneDigitThatBreaksColumnAndRow(t *testing.T) {
	p := newPlan()
	p.figures(1000, "budget", 23588, 50733, 1587, 1639, 77587)
	p.figures(1000, "forecast", 25003, 53820, 1682, 1737, 82242)
	p.relate(ColumnSum("budget total", "budget/4", "budget/0", "budget/1", "budget/2", "budget/3"))
	p.relate(ColumnSum("forecast total", "forecast/4", "forecast/0", "forecast/1", "forecast/2", "forecast/3"))
	for i := range 4 {
		p.relate(IndexRow(fmt.Sprintf("index %d", i), fmt.Sprintf("forecast/%d", i), fmt.Sprintf("budget/%d", i), 600))
	}
	p.expect(t, `
		budget total, index 1:
		  budget/1 50733 → 50773 (50773–50774): misprint
		    repairs budget total, index 1
		    supported by forecast total, index 0, index 2, index 3`)
}

// The development table of the same plan. The rows are confirmed by the budgets
// of the projects, so it is the total that is wrong; two causes lead to it.
func TestTotalThatLacksARow(t *testing.T) {
	p := newPlan()
	p.figures(1000, "forecast", 4250, 840, 100, 5090)
	p.figures(1, "project", 4250000, 600000, 240000, 100000)
	p.relate(ColumnSum("total", "forecast/3", "forecast/0", "forecast/1", "forecast/2"))
	p.relate(DerivedFrom("row 0", "forecast/0", 0, Part{Figure: "project/0"}))
	p.relate(DerivedFrom("row 1", "forecast/1", 0, Part{Figure: "project/1"}, Part{Figure: "project/2"}))
	p.relate(DerivedFrom("row 2", "forecast/2", 0, Part{Figure: "project/3"}))
	p.expect(t, `
		total:
		  forecast/3 5090 → 5190 (5188–5192): misprint, left-out forecast/2
		    repairs total
		    supported by row 0, row 1, row 2`)
}

// Nothing but one column: any of its figures may be the wrong one.
func TestColumnAloneHasRivals(t *testing.T) {
	p := newPlan()
	p.figures(1000, "a", 120, 80, 40, 340)
	p.relate(ColumnSum("sum", "a/3", "a/0", "a/1", "a/2"))
	p.expect(t, `
		sum:
		  a/0 120 → 220 (218–222): misprint
		    repairs sum
		  a/3 340 → 240 (238–242): misprint
		    repairs sum
		  a/1 80 → 180 (178–182): missing-digit
		    repairs sum
		  a/2 40 → 140 (138–142): missing-digit
		    repairs sum`)
}

// A difference without a pattern, and no other relation that tells whose it is.
func TestNothingExplains(t *testing.T) {
	p := newPlan()
	p.figures(1000, "a", 51287, 30914, 99999)
	p.relate(ColumnSum("sum", "a/2", "a/0", "a/1"))
	p.expect(t, `
		sum:
		  nothing explains it`)
}

// The same total, where every row is confirmed elsewhere.
func TestTotalWithoutPatternAgainstConfirmedRows(t *testing.T) {
	p := newPlan()
	p.figures(1000, "a", 51287, 30914, 99999)
	p.figures(1000, "lastYear", 51287, 30914)
	p.relate(ColumnSum("sum", "a/2", "a/0", "a/1"))
	p.relate(SameAmount("copy 0", "a/0", "lastYear/0"))
	p.relate(SameAmount("copy 1", "a/1", "lastYear/1"))
	p.expect(t, `
		sum:
		  a/2 99999 → 82201 (82200–82202): unknown
		    repairs sum
		    supported by copy 0, copy 1`)
}

// Two relations that ask for the same amount are enough without a pattern.
func TestTwoRelationsAgree(t *testing.T) {
	p := newPlan()
	p.figures(1000, "a", 51287, 30914, 99999)
	p.figures(1000, "text", 82201)
	p.relate(ColumnSum("sum", "a/2", "a/0", "a/1"))
	p.relate(SameAmount("text", "a/2", "text/0"))
	p.expect(t, `
		sum, text:
		  a/2 99999 → 82201 (82200–82202): unknown
		    repairs sum, text`)
}

// A wrong row that the total was added up from, and the sum holds as it stands.
func TestFaultCarriedOverToTheTotal(t *testing.T) {
	p := newPlan()
	p.figures(1000, "budget", 23588, 50733, 1587, 1639, 77547)
	p.figures(1000, "forecast", 25003, 53820, 1682, 1737, 82242)
	p.relate(ColumnSum("budget total", "budget/4", "budget/0", "budget/1", "budget/2", "budget/3"))
	p.relate(ColumnSum("forecast total", "forecast/4", "forecast/0", "forecast/1", "forecast/2", "forecast/3"))
	for i := range 4 {
		p.relate(IndexRow(fmt.Sprintf("index %d", i), fmt.Sprintf("forecast/%d", i), fmt.Sprintf("budget/%d", i), 600))
	}
	p.expect(t, `
		index 1:
		  budget/1 50733 → 50773 (50773–50774): misprint
		  budget/4 77547 → 77587 (77585–77590): carried-over budget/1
		    repairs index 1
		    supported by forecast total`)
}

// What can be wrong with a total whose rows are confirmed elsewhere.
func TestCausesOfAWrongTotal(t *testing.T) {
	for stated, want := range map[int64]string{
		77587:    ``,
		77589:    ``, // rounding
		77487:    `misprint`,
		61234:    `unknown`,
		75787:    `swap`,
		77785:    `far-swap`,
		7787:     `missing-digit`,
		775877:   `extra-digit`,
		77587214: `unit-slip -1000`,
		78:       `unit-slip 1000`,
		-77587:   `sign`,
		75948:    `left-out row/3`,
		79174:    `counted-twice row/2`,
		82242:    `copied forecast/0`,
	} {
		p := newPlan()
		p.figures(1000, "row", 23588, 50773, 1587, 1639)
		p.figures(1000, "confirmed", 23588, 50773, 1587, 1639)
		p.figures(1000, "total", stated)
		p.figures(1000, "forecast", 82242)
		p.relate(ColumnSum("sum", "total/0", "row/0", "row/1", "row/2", "row/3"))
		for i := range 4 {
			p.relate(SameAmount(fmt.Sprintf("same %d", i), fmt.Sprintf("row/%d", i), fmt.Sprintf("confirmed/%d", i)))
		}
		if want != "" {
			low, high := 77585, 77589
			want = fmt.Sprintf(`
		sum:
		  total/0 %d → 77587 (%d–%d): %s
		    repairs sum
		    supported by same 0, same 1, same 2, same 3`, stated, low, high, want)
		}
		p.expect(t, want)
	}
}

// Two faults that have nothing to do with each other are told of apart.
func TestTwoDisagreements(t *testing.T) {
	p := newPlan()
	p.figures(1000, "a", 120, 80, 40, 3420)
	p.figures(1000, "b", 510, 31)
	p.figures(1, "c", 150000, 31000)
	p.relate(ColumnSum("sum", "a/3", "a/0", "a/1", "a/2"))
	p.relate(SameAmount("first", "b/0", "c/0"))
	p.relate(SameAmount("second", "b/1", "c/1"))
	p.expect(t, `
		sum:
		  nothing explains it
		first:
		  b/0 510 → 150 (150–150): swap
		    repairs first
		  c/0 150000 → 510000 (509500–510500): swap
		    repairs first`)
}

func TestMisreadings(t *testing.T) {
	for _, test := range []struct {
		name          string
		stated, meant int64
		causes        string
	}{
		{"one digit is another", 50733, 50773, "misprint"},
		{"the first digit is another", 10733, 50733, "misprint"},
		{"two neighbours swapped", 50373, 50733, "swap"},
		{"two swapped, further apart", 30753, 50733, "far-swap"},
		{"a digit fell out", 5733, 50733, "missing-digit"},
		{"the first digit fell out", 50733, 150733, "missing-digit"},
		{"the last digit fell out", 5073, 50733, "missing-digit"},
		{"a digit too many", 507333, 50733, "extra-digit"},
		{"kronor for thousands", 50733118, 50733, "unit-slip -1000"},
		{"thousands for kronor", 507, 507000, "unit-slip 1000"},
		{"kronor for millions", 50733118, 51, "unit-slip -1000000"},
		{"minus for plus", -50733, 50733, "sign"},
		{"nothing written", 0, 7, "misprint"},
		{"negative amounts have digits too", -50733, -50773, "misprint"},
		{"no pattern", 50733, 61824, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var causes []string
			misreadings(test.stated, func(meant span, cause Cause) {
				if meant.has(test.meant) {
					causes = append(causes, strings.TrimSpace(fmt.Sprintf("%s %s", cause.Kind, factor(cause))))
				}
			})
			if got := strings.Join(causes, ", "); got != test.causes {
				t.Errorf("%d for %d: %q, want %q", test.stated, test.meant, got, test.causes)
			}
		})
	}
}

func factor(c Cause) string {
	if c.Factor == 0 {
		return ""
	}
	return fmt.Sprint(c.Factor)
}

type plan struct {
	all       []Figure
	relations []Relation
}

func newPlan() *plan { return &plan{} }

// figures adds a list of figures, named group/index.
func (p *plan) figures(unit int64, group string, amounts ...int64) {
	for i, amount := range amounts {
		p.all = append(p.all, Figure{ID: fmt.Sprintf("%s/%d", group, i), Amount: amount, Unit: unit, Group: group})
	}
}

func (p *plan) relate(relations ...Relation) { p.relations = append(p.relations, relations...) }

func (p *plan) expect(t *testing.T, want string) {
	t.Helper()
	disagreements, err := Explain(p.all, p.relations)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := told(disagreements), strings.TrimSpace(outdent(want)); got != want {
		t.Errorf("got\n%s\n\nwant\n%s", got, want)
	}
}

func told(disagreements []Disagreement) string {
	var b strings.Builder
	for _, d := range disagreements {
		fmt.Fprintf(&b, "%s:\n", strings.Join(d.Relations, ", "))
		if d.GaveUp {
			b.WriteString("  gave up\n")
		} else if len(d.Explanations) == 0 {
			b.WriteString("  nothing explains it\n")
		}
		for _, e := range d.Explanations {
			for _, c := range e.Corrections {
				fmt.Fprintf(&b, "  %s %d → %d (%d–%d):", c.Figure, c.Stated, c.Proposed, c.Low, c.High)
				for i, cause := range c.Causes {
					if i > 0 {
						b.WriteByte(',')
					}
					fmt.Fprintf(&b, " %s", strings.Join(slices.DeleteFunc([]string{string(cause.Kind), cause.Figure, factor(cause)}, func(s string) bool { return s == "" }), " "))
				}
				b.WriteByte('\n')
			}
			fmt.Fprintf(&b, "    repairs %s\n", strings.Join(e.Repairs, ", "))
			if len(e.Support) > 0 {
				fmt.Fprintf(&b, "    supported by %s\n", strings.Join(e.Support, ", "))
			}
		}
		if d.Omitted > 0 {
			fmt.Fprintf(&b, "  and %d more\n", d.Omitted)
		}
	}
	return strings.TrimSpace(b.String())
}

func outdent(s string) string { return strings.ReplaceAll(s, "\n\t\t", "\n") }
