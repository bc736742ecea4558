package document

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"
)

// token is a JSON token and the bytes of the file it takes up.
type token struct {
	kind       jsontext.Kind
	start, end int
}

// tokens reads a file token by token and knows where each one stands.
type tokens struct {
	data    []byte
	text    int // where the text begins, behind a byte order mark
	decoder *jsontext.Decoder
}

func newTokens(data []byte) *tokens {
	text := textStart(data)
	// Keys that stand twice are found by the reader, which says where the
	// first one is and goes on to the next.
	decoder := jsontext.NewDecoder(bytes.NewBuffer(data[text:]), jsontext.AllowDuplicateNames(true))
	return &tokens{data, text, decoder}
}

// next reads a token. The error is io.EOF behind the document, otherwise a
// *jsontext.SyntacticError.
func (t *tokens) next() (token, error) {
	start := t.ahead()
	read, err := t.decoder.ReadToken()
	if err != nil {
		return token{}, err
	}
	return token{read.Kind(), start, t.end()}, nil
}

// end is the offset behind the token last read.
func (t *tokens) end() int { return t.text + int(t.decoder.InputOffset()) }

// ahead is the offset of the token that comes next. The decoder tells where
// tokens end only; between two of them JSON has blanks and at most one
// delimiter.
func (t *tokens) ahead() int {
	at := skipBlanks(t.data, t.end())
	if at < len(t.data) && (t.data[at] == ',' || t.data[at] == ':') {
		at = skipBlanks(t.data, at+1)
	}
	return at
}

// unquote returns the text of a string token. Unless it has escapes it is part
// of the file itself.
func (t *tokens) unquote(s token) []byte {
	quoted := t.data[s.start:s.end]
	if bytes.IndexByte(quoted, '\\') < 0 {
		return quoted[1 : len(quoted)-1]
	}
	text, _ := jsontext.AppendUnquote(nil, quoted) // the decoder has accepted it
	return text
}

func skipBlanks(data []byte, at int) int {
	for at < len(data) && (data[at] == ' ' || data[at] == '\t' || data[at] == '\r' || data[at] == '\n') {
		at++
	}
	return at
}
