package document

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"
)

func TestPlain(t *testing.T) {
	zeros := func(n int) string { return strings.Repeat("0", n) }
	for _, c := range []struct {
		literal string
		want    json.Number
		variant string
	}{
		{"0", "0", ""},
		{"-0", "0", ""},
		{"-0.0e5", "0", ""},
		{"0e999999999999999999999", "0", ""},
		{"1250000", "1250000", ""},
		{"1e3", "1000", ""},
		{"1000.0", "1000", ""},
		{"10.00E+02", "1000", ""},
		{"2500e-2", "25", ""},
		{"12.50", "12.5", ""},
		{"-12.05e1", "-120.5", ""},
		{"5e-3", "0.005", ""},
		{"0.1", "0.1", ""},
		{"9007199254740993", "9007199254740993", ""},

		{"1e30", json.Number("1" + zeros(30)), ""},
		{"-1e30", json.Number("-1" + zeros(30)), ""},
		{"0.1e31", json.Number("1" + zeros(30)), ""},
		{"1" + zeros(30) + ".0", json.Number("1" + zeros(30)), ""},
		{"1" + zeros(29) + "1", "", "too-great"},
		{"1" + zeros(30) + ".1", "", "too-great"},
		{"-1.1e30", "", "too-great"},
		{"2e30", "", "too-great"},
		{"1e999999999", "", "too-great"},
		{"1e99999999999999999999", "", "too-great"},

		{"1e-38", json.Number("0." + zeros(37) + "1"), ""}, // 40 characters
		{"1e-39", "", "too-fine"},
		{"-1e-38", "", "too-fine"}, // 41
		{"1e-99999999999999999999", "", "too-fine"},
		{"0." + strings.Repeat("3", 38), json.Number("0." + strings.Repeat("3", 38)), ""},
		{"0." + strings.Repeat("3", 39), "", "too-long"},
		{"0." + zeros(39), "", "too-long"},
	} {
		got, variant := plain(c.literal)
		if got != c.want || variant != c.variant {
			t.Errorf("%s: got %s %s, want %s %s", c.literal, got, variant, c.want, c.variant)
		}
		if want, ok := new(big.Rat).SetString(c.literal); variant == "" && !strings.Contains(c.literal, "99999") {
			if value, _ := new(big.Rat).SetString(string(got)); !ok || value.Cmp(want) != 0 {
				t.Errorf("%s: %s is another value", c.literal, got)
			}
		}
	}
}
