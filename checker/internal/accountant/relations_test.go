package accountant

import "math/big"

// ColumnSum is the relation of a total and its rows.
func ColumnSum(id, total string, rows ...string) Relation {
	return Relation{ID: id, Kind: Sum, Total: total, Terms: add(times(total, 1), rows)}
}

// IndexRow is the relation of a row's forecast to its budget, raised by an index
// in hundredths of a per cent, and the stated changes.
func IndexRow(id, forecast, budget string, hundredths int64, changes ...string) Relation {
	raised := Term{budget, new(big.Rat).Neg(Growth(hundredths, 1))}
	terms := append(times(forecast, 1), raised)
	return Relation{ID: id, Kind: Raised, Total: forecast, Terms: add(terms, changes)}
}

// Part is an amount that goes into a derived cell, raised by the index a number
// of times.
type Part struct {
	Figure string
	Times  int
}

// DerivedFrom is the relation of a cell to the amounts that make it up. The
// index is in hundredths of a per cent.
func DerivedFrom(id, cell string, hundredths int64, parts ...Part) Relation {
	terms := times(cell, 1)
	for _, part := range parts {
		terms = append(terms, Term{part.Figure, new(big.Rat).Neg(Growth(hundredths, part.Times))})
	}
	return Relation{ID: id, Kind: Derivation, Total: cell, Terms: terms}
}

// SameAmount is the relation of one amount that is stated in two places. Neither
// is the source of the other.
func SameAmount(id, a, b string) Relation {
	return Relation{ID: id, Kind: Equality, Terms: add(times(a, 1), []string{b})}
}

// Growth is the factor of an index in hundredths of a per cent, applied a number
// of times.
func Growth(hundredths int64, times int) *big.Rat {
	growth, step := big.NewRat(1, 1), big.NewRat(10000+hundredths, 10000)
	for range times {
		growth.Mul(growth, step)
	}
	return growth
}

func times(figure string, coefficient int64) []Term {
	return []Term{{figure, big.NewRat(coefficient, 1)}}
}

func add(terms []Term, figures []string) []Term {
	for _, figure := range figures {
		terms = append(terms, Term{figure, big.NewRat(-1, 1)})
	}
	return terms
}
