package accountant

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// largePlan is a table of rows with nine columns: three pairs joined by an index
// for every row, three derived from amounts in kronor, and a total for each.
func largePlan(rows int, faults int) *plan {
	r := rand.New(rand.NewPCG(11, 12))
	p := newPlan()
	columns := make([][]int64, 9)
	for c := range 9 {
		columns[c] = make([]int64, rows+1)
		for i := range rows {
			switch {
			case c < 3:
				columns[c][i] = rounded(anAmount(r), 1000)
			case c < 6:
				columns[c][i] = (columns[c-3][i]*10600 + 5000) / 10000
			default:
				columns[c][i] = rounded(anAmount(r), 1000)
			}
			columns[c][rows] += columns[c][i]
		}
	}
	sources := map[string]int64{}
	for c, column := range columns {
		p.figures(1000, fmt.Sprint("c", c), column...)
		names := make([]string, rows)
		for i := range rows {
			names[i] = fmt.Sprintf("c%d/%d", c, i)
			switch {
			case c >= 6:
				source := fmt.Sprintf("source %d %d", c, i)
				p.figures(1, source, column[i]*1000)
				p.relate(DerivedFrom("from "+source, names[i], 0, Part{source + "/0", 0}))
				sources[source] = column[i]
			case c >= 3:
				p.relate(IndexRow(fmt.Sprintf("index %d %d", c, i), names[i], fmt.Sprintf("c%d/%d", c-3, i), 600))
			}
		}
		p.relate(ColumnSum(fmt.Sprint("sum ", c), fmt.Sprintf("c%d/%d", c, rows), names...))
	}
	truth := map[string]int64{}
	for range faults {
		p.inflict(r, wounds[r.IntN(len(wounds)-1)], truth)
	}
	return p
}

func BenchmarkExplain(b *testing.B) {
	for _, faults := range []int{0, 1, 5, 15} {
		for _, rows := range []int{10, 100, 1000} {
			p := largePlan(rows, faults)
			b.Run(fmt.Sprintf("%d faults/%d rows", faults, rows), func(b *testing.B) {
				for b.Loop() {
					if _, err := Explain(p.all, p.relations); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// Many faults that hang together by one column are all found.
func TestManyFaultsInOneColumn(t *testing.T) {
	for _, faults := range []int{3, 8, 20, 40} {
		p := largePlan(100, 0)
		for i := range faults { // the third digit from the right, in rows of c0
			f := &p.all[i*2]
			f.Amount += 100 * int64(1-2*(f.Amount/100%10/9))
		}
		found := p.explain(t)
		if len(found) != 1 || len(found[0].Explanations) != 1 || len(found[0].Explanations[0].Corrections) != faults {
			t.Fatal(told(found))
		}
		for i, c := range found[0].Explanations[0].Corrections {
			if c.Figure != fmt.Sprintf("c0/%d", i*2) || c.Causes[0].Kind != Misprint {
				t.Errorf("%+v", c)
			}
		}
	}
}

// A grid of sums by row and by column, with more faults than it can tell apart.
func TestGivesUp(t *testing.T) {
	const side = 40
	p := newPlan()
	columns := make([][]string, side)
	for i := range side {
		row := make([]int64, side)
		for j := range row {
			row[j] = int64(1000 + 37*i + 91*j)
			columns[j] = append(columns[j], fmt.Sprintf("row %d/%d", i, j))
		}
		row = append(row, sumOf(row))
		p.figures(1000, fmt.Sprintf("row %d", i), row...)
		var names []string
		for j := range side {
			names = append(names, columns[j][i])
		}
		p.relate(ColumnSum(fmt.Sprintf("sum of row %d", i), fmt.Sprintf("row %d/%d", i, side), names...))
	}
	for j := range side {
		var sum int64
		for i := range side {
			sum += p.all[i*(side+1)+j].Amount
		}
		p.figures(1000, fmt.Sprintf("column %d", j), sum)
		p.relate(ColumnSum(fmt.Sprintf("sum of column %d", j), fmt.Sprintf("column %d/0", j), columns[j]...))
	}
	if found := p.explain(t); len(found) > 0 {
		t.Fatal(told(found))
	}
	for i := range side {
		p.all[i*(side+1)+i*7%side].Amount += 2000 + int64(i)
	}
	for _, d := range p.explain(t) {
		if !d.GaveUp || len(d.Explanations) > 0 {
			t.Error(told([]Disagreement{d}))
		}
	}
}

func sumOf(amounts []int64) int64 {
	var sum int64
	for _, amount := range amounts {
		sum += amount
	}
	return sum
}
