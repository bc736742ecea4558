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
		if got, only := Nearest(word, candidates); got != want || only != (want != "") {
			t.Errorf("Nearest(%.20q) = %q, %t, want %q", word, got, only, want)
		}
	}
	if got, only := Nearest("ktr", candidates); got != "tkr" || only {
		t.Errorf("of two equally near ones: %q, %t", got, only)
	}
}
