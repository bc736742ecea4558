package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
)

// Fingerprint names a finding so that it is known again in a later version of
// the same submission: by the rule, the object, the field within the object and
// what stands there. The field is given without places in lists, and lines do
// not count, so a reordered plan keeps its fingerprints; a fault that is swapped
// for another of its kind does not. What a finding stands for is part of it.
func Fingerprint(f Finding, field Pointer, content any) string {
	ids := make([]string, len(f.Within))
	for i, part := range f.Within {
		ids[i] = part.ID
	}
	switch content.(type) {
	case map[string]any, []any:
		// What else stands in a table is no part of the fault; what the rule
		// says of it is.
		content = unordered(f.Values)
	case json.Number:
		// An amount is wrong only beside others.
		content = []any{content, unordered(f.Values)}
	}
	if len(f.Replaces) > 0 {
		replaced := make([]any, len(f.Replaces))
		for i := range f.Replaces {
			replaced[i] = f.Replaces[i].Fingerprint
		}
		content = []any{content, unordered(replaced)}
	}
	// Maps are written with sorted keys, so equal content gives equal bytes.
	key, err := json.Marshal([]any{f.Rule, f.Variant, ids, field, content})
	if err != nil {
		key = []byte(f.Rule + string(field))
	}
	sum := sha256.Sum256(key)
	return hex.EncodeToString(sum[:16])
}

// unordered is a value with its lists sorted.
func unordered(value any) any {
	switch value := value.(type) {
	case map[string]any:
		sorted := make(map[string]any, len(value))
		for name, member := range value {
			sorted[name] = unordered(member)
		}
		return sorted
	case []any:
		members := make([]string, len(value))
		for i, member := range value {
			text, err := json.Marshal(unordered(member))
			if err != nil {
				text = []byte(err.Error())
			}
			members[i] = string(text)
		}
		slices.Sort(members)
		return members
	}
	return value
}
