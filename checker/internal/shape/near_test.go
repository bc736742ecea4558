package shape

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	candidates := []string{"id", "name", "services", "customerShare", "supplierEffect", "customerEffect", "tkr", "kr"}
	for word, want := range map[string]string{
		"nmae":                   "name",
		"Name":                   "name",
		"customer_share":         "customerShare",
		"customershares":         "customerShare",
		"sevrices":               "services",
		"suplierEfect":           "supplierEffect",
		"tkr ":                   "tkr",
		"ix":                     "",
		"":                       "",
		"zebra":                  "",
		"\xff\xfe":               "",
		strings.Repeat("a", 1e6): "",
	} {
		if got := nearest(word, candidates); got != want {
			t.Errorf("nearest(%.20q) = %q, want %q", word, got, want)
		}
	}
}
