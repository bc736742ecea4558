package document

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const byteOrderMark = "\uFEFF"

// textStart returns the offset behind a UTF-8 byte order mark, 0 without one.
func textStart(data []byte) int {
	if bytes.HasPrefix(data, []byte(byteOrderMark)) {
		return len(byteOrderMark)
	}
	return 0
}

// wideEncoding names the encoding of text in units of two or four bytes, or
// returns "". JSON begins with an ASCII character, so without a byte order mark
// the zero bytes among the first four tell (RFC 4627, section 3).
func wideEncoding(data []byte) string {
	for _, mark := range []struct{ bytes, name string }{
		{"\xFF\xFE\x00\x00", "UTF-32 LE"}, // before UTF-16, which it begins with
		{"\x00\x00\xFE\xFF", "UTF-32 BE"},
		{"\xFF\xFE", "UTF-16 LE"},
		{"\xFE\xFF", "UTF-16 BE"},
	} {
		if bytes.HasPrefix(data, []byte(mark.bytes)) {
			return mark.name
		}
	}
	var zeros strings.Builder
	for _, c := range data[:min(len(data), 4)] {
		if c == 0 {
			zeros.WriteByte('0')
		} else {
			zeros.WriteByte('x')
		}
	}
	switch zeros.String() {
	case "x000":
		return "UTF-32 LE"
	case "000x":
		return "UTF-32 BE"
	case "x0x0", "x0":
		return "UTF-16 LE"
	case "0x0x", "0x":
		return "UTF-16 BE"
	}
	return ""
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1. A
// character cut off by the end of the file is not counted: the file is then
// truncated, whatever its encoding.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			if !utf8.FullRune(data[at:]) {
				return -1
			}
			return at
		}
		at += size
	}
	return -1
}

// swedishLetter returns the letter a byte stands for in Windows-1252 and Latin
// 1, if it is one that makes that encoding likely in a Swedish text.
func swedishLetter(c byte) (string, bool) {
	letter := string(rune(c))
	return letter, c >= utf8.RuneSelf && strings.Contains("åäöÅÄÖéÉüÜ", letter)
}

// glimpse returns the beginning of a text as it can be shown to a person, a
// word of at most longest characters or a single character of another kind, and
// the number of bytes that is.
func glimpse(text []byte, longest int) (shown string, size int) {
	for range longest {
		r, n := utf8.DecodeRune(text[size:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' {
			break
		}
		size += n
	}
	if size > 0 {
		return string(text[:size]), size
	}
	r, size := utf8.DecodeRune(text)
	switch {
	case r == utf8.RuneError && size == 1:
		return hexadecimal(text[0]), 1
	case unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.IsMark(r):
		return string(r), size
	default:
		return fmt.Sprintf("U+%04X", r), size
	}
}

func hexadecimal(c byte) string { return fmt.Sprintf("0x%02X", c) }
