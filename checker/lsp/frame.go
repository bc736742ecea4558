package lsp

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"

	"github.com/plankoll/plankoll/checker"
)

// maxMessage is the size of the largest message that is read. A document is sent
// as a JSON string, in which line ends and quotation marks take up two bytes.
var maxMessage = 2*checker.MaxBytes + 1<<20

// maxLine is the length of the longest line of a header.
const maxLine = 4 << 10

// lengthLine may stand behind what is left of a message that was longer than its
// header said, so that only that message is lost. No message is a gigabyte long: a
// length that says so would have all that comes thrown away.
var lengthLine = regexp.MustCompile(`(?i)Content-Length:[ \t]*([0-9]{1,9})[ \t]*$`)

// errLost is why a message is lost, and only that message.
var errLost = errors.New("a message is lost")

// frames reads messages, each behind a header that tells its length.
type frames struct{ in *bufio.Reader }

func newFrames(in io.Reader) frames { return frames{bufio.NewReaderSize(in, maxLine)} }

// next returns the next message. After an error other than errLost there is none.
func (f frames) next() ([]byte, error) {
	length, err := f.header()
	if err != nil {
		return nil, err
	}
	if length > maxMessage {
		if _, err := io.CopyN(io.Discard, f.in, length); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("%w: it has %d bytes, and at most %d are read", errLost, length, maxMessage)
	}
	message := make([]byte, length)
	_, err = io.ReadFull(f.in, message)
	return message, err
}

// header reads a header up to the empty line behind it.
func (f frames) header() (length int64, err error) {
	length = -1
	for {
		line, err := f.in.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			continue // too long to be of a header; what follows is the rest of it
		}
		if err != nil {
			return 0, err
		}
		line = bytes.TrimRight(line, "\r\n")
		if found := lengthLine.FindSubmatch(line); found != nil {
			length, _ = strconv.ParseInt(string(found[1]), 10, 64) // nine digits at most
		}
		if len(line) > 0 {
			continue
		}
		if length < 0 {
			return 0, fmt.Errorf("%w: its header has no usable Content-Length", errLost)
		}
		return length, nil
	}
}

// writeFrame writes a message with its header.
func writeFrame(out io.Writer, message []byte) error {
	_, err := fmt.Fprintf(out, "Content-Length: %d\r\n\r\n%s", len(message), message)
	return err
}
