package accountant

import "testing"

// blank makes cells that nothing stands in.
func (p *plan) blank(ids ...string) {
	for i := range p.all {
		for _, id := range ids {
			if p.all[i].ID == id {
				p.all[i].Amount, p.all[i].Blank = 0, true
			}
		}
	}
}

// Both the column and the row ask for the amount. That something is missing is a
// better explanation than that the total is wrong by just as much.
func TestBlankCell(t *testing.T) {
	p := newPlan()
	p.figures(1000, "budget", 120, 80, 40, 240)
	p.figures(1000, "forecast", 126, 84, 42, 252)
	p.relate(ColumnSum("budget total", "budget/3", "budget/0", "budget/1", "budget/2"))
	p.relate(ColumnSum("forecast total", "forecast/3", "forecast/0", "forecast/1", "forecast/2"))
	p.relate(IndexRow("index 1", "forecast/1", "budget/1", 500))
	p.blank("budget/1")
	p.expect(t, `
		budget total, index 1:
		  budget/1 0 → 80 (80–80): not-filled-in
		    repairs budget total, index 1
		    supported by forecast total`)
}

// A row in which nothing stands is no reason to doubt the totals instead.
func TestRowOfBlanks(t *testing.T) {
	p := newPlan()
	p.figures(1000, "budget", 120, 40, 160)
	p.figures(1000, "forecast", 124, 41, 165)
	p.relate(ColumnSum("budget total", "budget/2", "budget/0", "budget/1"))
	p.relate(ColumnSum("forecast total", "forecast/2", "forecast/0", "forecast/1"))
	p.relate(IndexRow("index 0", "forecast/0", "budget/0", 300), IndexRow("index 1", "forecast/1", "budget/1", 300))
	p.blank("budget/1", "forecast/1")
	p.expect(t, `
		budget total:
		  budget/1 0 → 40 (39–41): not-filled-in
		    repairs budget total
		    supported by index 0
		forecast total:
		  forecast/1 0 → 41 (40–42): not-filled-in
		    repairs forecast total
		    supported by index 0`)
}

// What is filled in is rounded like any other amount: 40 raised by 3 per cent is
// 41.2, and a forecast of 41 is near enough.
func TestFillingIsRounded(t *testing.T) {
	p := newPlan()
	p.figures(1000, "budget", 40)
	p.figures(1000, "forecast", 41)
	p.relate(IndexRow("index", "forecast/0", "budget/0", 300))
	p.blank("forecast/0")
	p.expect(t, `
		index:
		  forecast/0 0 → 41 (41–42): not-filled-in
		    repairs index`)
}

// Cells that may be blank are no reason to doubt anything.
func TestBlankCellsOfASoundColumn(t *testing.T) {
	p := newPlan()
	p.figures(1000, "a", 30, 0, 0, 30)
	p.relate(ColumnSum("sum", "a/3", "a/0", "a/1", "a/2"))
	p.blank("a/1", "a/2")
	p.expect(t, ``)
}
