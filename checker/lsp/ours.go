package lsp

import (
	"path"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/plankoll/plankoll/checker"
)

// isOurs tells whether a text is a submission: it names its schema, or a profile
// that there is. A text that is no JSON is judged by what stands before the fault.
func isOurs(text string, profiles []string) bool {
	decoder := jsontext.NewDecoder(strings.NewReader(strings.TrimPrefix(text, byteOrderMark)),
		jsontext.AllowDuplicateNames(true))
	if token, err := decoder.ReadToken(); err != nil || token.Kind() != jsontext.KindBeginObject {
		return false
	}
	for decoder.PeekKind() == jsontext.KindString {
		token, err := decoder.ReadToken()
		if err != nil {
			return false
		}
		name := token.String()
		if decoder.PeekKind() != jsontext.KindString || name != "$schema" && name != "profile" {
			if decoder.SkipValue() != nil {
				return false
			}
			continue
		}
		value, err := decoder.ReadToken()
		if err != nil {
			return false
		}
		if name == "$schema" && isOurSchema(value.String()) || name == "profile" && slices.Contains(profiles, value.String()) {
			return true
		}
	}
	return false
}

// isOurSchema tells whether an address is that of the schema of submissions, or
// the path of a copy.
func isOurSchema(address string) bool {
	return address == checker.SchemaAddress ||
		!strings.Contains(address, "://") && path.Base(address) == path.Base(checker.SchemaAddress)
}
