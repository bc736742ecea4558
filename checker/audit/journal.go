package audit

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
)

// journal is the submissions of an audit in their order, on disk.
type journal struct {
	file *os.File
	out  *bufio.Writer
}

// journalEntry is a submission that is done.
type journalEntry struct {
	Role   Role
	Number int
	Name   string
	Key    string // of its result
	Own    bool   // the result is kept for this audit only
}

func newJournal(name string) (*journal, error) {
	file, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	return &journal{file, bufio.NewWriter(file)}, nil
}

func (j *journal) add(entry journalEntry) error { return json.NewEncoder(j.out).Encode(entry) }

func (j *journal) close() error { return errors.Join(j.out.Flush(), j.file.Close()) }

// eachLine calls f with each line of JSON in a file.
func eachLine[T any](name string, f func(T) error) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	decoder := json.NewDecoder(bufio.NewReaderSize(file, 1<<16))
	decoder.UseNumber()
	for {
		var line T
		if err := decoder.Decode(&line); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if err := f(line); err != nil {
			return err
		}
	}
}
