package accountant

import "math/big"

// span is a range of whole numbers, bounds included; empty if low > high.
type span struct{ low, high int64 }

// far bounds every span, well beyond any difference between two amounts.
const far = int64(1) << 60

func (s span) empty() bool         { return s.low > s.high }
func (s span) has(n int64) bool    { return s.low <= n && n <= s.high }
func (s span) and(t span) span     { return span{max(s.low, t.low), min(s.high, t.high)} }
func (s span) clamp(n int64) int64 { return min(max(n, s.low), s.high) }

// within returns the x for which |offset + step·x| ≤ room.
func within(offset, step, room *big.Int) span {
	if step.Sign() < 0 {
		offset, step = new(big.Int).Neg(offset), new(big.Int).Neg(step)
	}
	high := new(big.Int).Sub(room, offset)
	high.Div(high, step) // Euclidean: the floor, as the step is positive
	low := new(big.Int).Add(room, offset)
	low.Div(low, step)
	return span{-clip(low), clip(high)}
}

// clip is exact for every number that a span can tell apart.
func clip(n *big.Int) int64 {
	if n.IsInt64() {
		return min(max(n.Int64(), -far), far)
	}
	return far * int64(n.Sign())
}

// nearest returns the whole number nearest to a/b, and whether it is exact.
func nearest(a, b *big.Int) (int64, bool) {
	quotient, rest := new(big.Int).QuoRem(a, b, new(big.Int))
	if rest.Sign() == 0 {
		return clip(quotient), true
	}
	if rest.Lsh(rest, 1).CmpAbs(b) >= 0 {
		quotient.Add(quotient, big.NewInt(int64(a.Sign()*b.Sign())))
	}
	return clip(quotient), false
}
