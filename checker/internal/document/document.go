// Package document reads a submission: bytes that must be one clear JSON
// document. It is strict where encoding/json is lenient, because two readers
// that see different documents in the same file cannot both check it: keys
// that stand twice, bytes that are not UTF-8, text after the end and numbers
// that cannot be kept exactly are all refused.
package document

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/plankoll/plankoll/checker/report"
)

// Document is a submission that could be read. It may be used by several
// goroutines at once as long as none of them changes it.
type Document struct {
	// Value is nil, bool, string, json.Number, []any or map[string]any.
	// Strings are in Unicode normal form C, keys are as they stand in the
	// file. Numbers are plain decimals, exactly: no exponent, no needless
	// zeros, at most 40 characters.
	Value any

	// Bytes is the file as it was given, a byte order mark included.
	Bytes []byte

	// Digest is "sha256:" and the checksum of Bytes in hexadecimal.
	Digest string
}

// Read reads a submission. The document is nil if the bytes are refused, and
// then at least one finding says why; a document may also come with findings
// that are only remarks. The findings stand in the order of the file.
//
// The document keeps data, so the caller must not change it afterwards.
func Read(data []byte, limits Limits) (*Document, []report.Finding) {
	r := newReader(data, limits)
	value := r.document()
	if r.refused {
		return nil, r.findings
	}
	return &Document{Value: value, Bytes: data, Digest: Digest(data)}, r.findings
}

// Digest is "sha256:" and the checksum of the bytes in hexadecimal.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}
