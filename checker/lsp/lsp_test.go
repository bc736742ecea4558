package lsp

import (
	"fmt"
	"os"
	"testing"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
)

// loaded is the checker of all tests.
var loaded *checker.Checker

func TestMain(m *testing.M) {
	var err error
	if loaded, err = checker.Load(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func newServer() *Server {
	return New(loaded, Options{Language: catalog.English})
}

func sample(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("../../testdata/submissions/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
