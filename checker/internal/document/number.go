package document

import (
	"encoding/json"
	"strconv"
	"strings"
)

const (
	maxNumber   = 40 // characters, as written and as plain decimal
	maxExponent = 30 // the greatest magnitude is 10^30 itself
)

// plain writes a JSON number as a plain decimal of the same value. A number
// that is too great, too long or too fine is not written out; the variant of
// ruleNumber says which. No work depends on the size of the exponent.
func plain(literal string) (number json.Number, variant string) {
	if len(literal) > maxNumber {
		return "", "too-long"
	}
	unsigned, negative := strings.CutPrefix(literal, "-")
	mantissa, power := unsigned, 0
	if at := strings.IndexAny(unsigned, "eE"); at >= 0 {
		mantissa, power = unsigned[:at], exponent(unsigned[at+1:])
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")

	// The value is 0.digits × 10^point, where digits neither begins nor ends
	// with a zero.
	digits := strings.TrimLeft(whole+fraction, "0")
	point := len(digits) - len(fraction) + power
	digits = strings.TrimRight(digits, "0")

	switch {
	case digits == "":
		return "0", ""
	case point > maxExponent && !(point == maxExponent+1 && digits == "1"):
		return "", "too-great"
	case len(digits)-point > maxNumber:
		return "", "too-fine"
	}
	var text string
	switch {
	case point <= 0:
		text = "0." + strings.Repeat("0", -point) + digits
	case point >= len(digits):
		text = digits + strings.Repeat("0", point-len(digits))
	default:
		text = digits[:point] + "." + digits[point:]
	}
	if negative {
		text = "-" + text
	}
	if len(text) > maxNumber {
		return "", "too-fine"
	}
	return json.Number(text), ""
}

// exponent reads the digits behind the e. Beyond what any number within bounds
// can have it is cut off.
func exponent(digits string) int {
	const cut = 1_000
	e, err := strconv.Atoi(digits)
	switch {
	case err == nil:
		return max(-cut, min(e, cut))
	case strings.HasPrefix(digits, "-"):
		return -cut
	default:
		return cut
	}
}
