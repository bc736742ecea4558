package checker_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/report"
)

var loaded = sync.OnceValues(func() (*checker.Checker, error) { return checker.Load() })

// load returns the checker that all tests share.
func load(t testing.TB) *checker.Checker {
	t.Helper()
	c, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// sample returns a submission of testdata: "sound" or "real".
func sample(t testing.TB, name string) []byte {
	t.Helper()
	text, err := os.ReadFile("../testdata/submissions/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// check checks a submission by its own date.
func check(t testing.TB, text []byte) *report.Report {
	t.Helper()
	return load(t).Check(context.Background(), checker.Submission{Name: "plan.json", Bytes: text}, checker.Options{})
}

// decode reads a document into values of its own, numbers as they stand.
func decode(t testing.TB, text []byte) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return value
}

func encode(t testing.TB, value any) []byte {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// replaced changes the one place where a text stands.
func replaced(t testing.TB, text []byte, old, new string) []byte {
	t.Helper()
	if n := strings.Count(string(text), old); n != 1 {
		t.Fatalf("%q stands %d times", old, n)
	}
	return []byte(strings.Replace(string(text), old, new, 1))
}
