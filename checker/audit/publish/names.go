package publish

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/plankoll/plankoll/checker/audit"
)

// fileName is what the files on a submission are called, whatever it is called itself:
// its number makes it the only one, and no part of it leads to another folder.
func fileName(s audit.Source) string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-':
			return r
		case r == '_' || r == '.' || unicode.IsSpace(r):
			return '-'
		}
		return -1
	}, strings.ToLower(s.Supplier))
	plain = strings.Trim(plain, "-")
	if len(plain) > 60 {
		plain = plain[:60]
	}
	if plain == "" {
		plain = "underlag"
	}
	if s.Year != 0 {
		plain += fmt.Sprintf("-%d", s.Year)
	}
	return fmt.Sprintf("%04d-%s", s.Number, plain)
}
