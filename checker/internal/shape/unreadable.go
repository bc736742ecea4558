package shape

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"

	"github.com/plankoll/plankoll/checker/report"
)

// plainNumber is a JSON number with an exponent of at most three digits. The
// library works in exact fractions: 1e9999999 would make it panic, and 1e999999
// would keep it busy for long.
var plainNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?$`)

// unreadable finds the values that the library cannot be trusted with.
func unreadable(at report.Pointer, value any) []fault {
	var faults []fault
	switch value := value.(type) {
	case nil, bool, string:
	case map[string]any:
		for name, member := range value {
			faults = append(faults, unreadableIn(at, name, member)...)
		}
	case []any:
		for i, element := range value {
			faults = append(faults, unreadableIn(at, strconv.Itoa(i), element)...)
		}
	case json.Number:
		if _, err := strconv.ParseInt(string(value), 10, 64); err != nil && !plainNumber.MatchString(string(value)) {
			faults = append(faults, other(at, "unreadable", map[string]any{"seen": string(value)}))
		}
	default:
		faults = append(faults, other(at, "unreadable", map[string]any{"seen": fmt.Sprintf("%T", value)}))
	}
	return faults
}

// unreadableIn writes out the pointer of a plain value only when something is
// wrong with it: most values are sound, and pointers are dear.
func unreadableIn(at report.Pointer, segment string, value any) []fault {
	switch value.(type) {
	case nil, bool, string:
		return nil
	case json.Number:
		faults := unreadable("", value)
		for i := range faults {
			faults[i].Place.Pointer = at.Join(segment)
		}
		return faults
	}
	return unreadable(at.Join(segment), value)
}
