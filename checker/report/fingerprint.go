package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"
)

// Fingerprint names a finding so that it is known again in a later version of
// the same submission: by the rule, the object, the field within the object and
// what stands there. Indices and lines do not count, so a reordered plan keeps
// its fingerprints; a fault that is swapped for another of its kind does not.
func Fingerprint(f Finding, content any) string {
	field := f.Place.Pointer
	ids := make([]string, len(f.Within))
	for i, part := range f.Within {
		ids[i] = part.ID
		field = f.Place.Pointer[len(part.Pointer):]
	}
	if len(f.Within) == 0 {
		field = withoutIndices(field)
	}
	// Maps are written with sorted keys, so equal content gives equal bytes.
	key, err := json.Marshal([]any{f.Rule, f.Variant, ids, field, content})
	if err != nil {
		key = []byte(f.Rule + string(field))
	}
	sum := sha256.Sum256(key)
	return hex.EncodeToString(sum[:16])
}

func withoutIndices(p Pointer) Pointer {
	var kept Pointer
	for _, segment := range p.Segments() {
		if _, err := strconv.Atoi(segment); err != nil {
			kept = kept.Join(segment)
		}
	}
	return kept
}
